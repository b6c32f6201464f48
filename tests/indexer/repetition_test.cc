#include "indexer/cleaner/repetition.h"

#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "indexer/pipeline.h"
#include "searcher/archive.h"
#include "tests/archive_fixture.h"
#include "tests/indexer/run_options.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr std::string_view kLetter = "Sign up for our morning letter and never miss the ferry.";

// Three paragraphs of its own, and `last` behind them when it is not empty.
Article report(int number, std::string_view last, std::string source = "Gazette") {
  const std::string name = fmt::format("w{0}x w{0}y w{0}z", std::string(std::size_t(number), 'o'));
  Article article = make_article(std::to_string(number), name, "The council met about " + name);
  article.body += "\n\nA long report of what was said there about " + name + " and all the rest.";
  article.body += "\n\nIt meets again about " + name;
  if (!last.empty()) article.body.append("\n\n").append(last);
  article.source = std::move(source);
  return article;
}

RepeatedParagraphs learnt_from(const std::vector<Article>& articles) {
  RepetitionCounter counter;
  for (const Article& article : articles) counter.add(CountedParagraphs(article));
  return counter.repeated();
}

TEST_CASE("repetition: what is repeated") {
  struct Row {
    std::string_view paragraph;
    int with;
    int without;
    bool is_repeated;
  };
  constexpr Row kRows[] = {
      {kLetter, 5, 0, true},
      {kLetter, 5, 20, true},
      {kLetter, 5, 21, false},
      {kLetter, 4, 0, false},
      {"Read more", 20, 0, false},                              // no sentence
      {"Shares closed 2 per cent up on Friday", 20, 0, false},  // a figure
      {"Подпишитесь на нашу рассылку", 5, 5, true},
      {"登録はこちらから", 5, 5, true},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.paragraph);
    CAPTURE(row.without);
    std::vector<Article> articles;
    for (int i = 0; i < row.with; ++i) articles.push_back(report(i, row.paragraph));
    for (int i = 0; i < row.without; ++i) articles.push_back(report(row.with + i, {}));
    const RepeatedParagraphs known = learnt_from(articles);
    CHECK(known.has("Gazette", row.paragraph) == row.is_repeated);
    CHECK_FALSE(known.has("Bote", row.paragraph));
    CHECK(known.is_empty() == !row.is_repeated);
  }
}

TEST_CASE("repetition: the first paragraph, copies and one that says it often are not repeated") {
  std::vector<Article> openings;
  std::vector<Article> copies;
  for (int i = 0; i < 20; ++i) {
    Article opening = report(i, {});
    opening.body = std::string(kLetter) + "\n\n" + opening.body;
    openings.push_back(opening);
    Article copy = report(1, kLetter);
    copy.body += fmt::format("\n\nEdited by {}", std::string(std::size_t(i), 'x'));
    copies.push_back(copy);
  }
  CHECK(learnt_from(openings).is_empty());
  CHECK(learnt_from(copies).is_empty());
  Article often = report(1, kLetter);
  for (int i = 0; i < 20; ++i) often.body.append("\n\n").append(kLetter);
  CHECK(learnt_from({often, report(2, {}), report(3, {})}).is_empty());
}

TEST_CASE("repetition: known ones are taken out, but for the most of an article") {
  std::vector<Article> articles;
  for (int i = 0; i < 9; ++i) articles.push_back(report(i, kLetter));
  const RepeatedParagraphs known = learnt_from(articles);
  Article article = report(10, kLetter);
  article.body += "\n\nAnd that was that.";
  const auto removed = remove_repeated(known, article);
  REQUIRE(removed.size() == 1);
  CHECK(removed[0].text == kLetter);
  CHECK(removed[0].rule == "repeated");
  CHECK(article.body == report(10, "And that was that.").body);
  CHECK(remove_repeated(known, article).empty());

  Article of_others = report(10, kLetter, "Bote");
  CHECK(remove_repeated(known, of_others).empty());
  Article opening = make_article("o", "", std::string(kLetter) + "\n\nThe ferry sailed at last.");
  opening.source = "Gazette";
  CHECK(remove_repeated(known, opening).empty());
  Article little = make_article("l", "", "Short.\n\n" + std::string(kLetter));
  little.source = "Gazette";
  CHECK(remove_repeated(known, little).empty());
  CHECK(little.body.ends_with(kLetter));
}

TEST_CASE("repetition: bytes and back") {
  std::vector<Article> articles;
  for (int i = 0; i < 9; ++i) articles.push_back(report(i, kLetter));
  const RepeatedParagraphs known = learnt_from(articles);
  const std::string bytes = known.to_bytes();
  CHECK(bytes.size() == 8);
  for (const std::string& tail : {std::string(), std::string("1234567")}) {
    const auto again = RepeatedParagraphs::from_bytes(bytes + tail);
    CHECK(again.to_bytes() == bytes);
    CHECK(again.has("Gazette", kLetter));
  }
  CHECK(RepeatedParagraphs::from_bytes({}).is_empty());
}

TEST_CASE("repetition: what comes up often is learnt in little memory, too") {
  RepetitionCounter counter(100);
  for (int i = 0; i < 500; ++i) counter.add(CountedParagraphs(report(i, kLetter)));
  CHECK(counter.repeated().has("Gazette", kLetter));
}

std::string json_of(const Article& article) {
  std::string body;
  for (const char c : article.body) body += c == '\n' ? std::string("\\n") : std::string(1, c);
  return fmt::format(R"({{"id":"{}","title":"{}","source":"{}","body":"{}"}})"
                     "\n",
                     article.id, article.title, article.source, body);
}

std::string stats_of(IndexOptions what) {
  what.stats = true;
  std::ostringstream out;
  CHECK(run_index(what, out) == RunResult::kDone);
  const std::string line = out.str();
  return line.substr(0, line.find(",\"seconds"));
}

TEST_CASE("repetition: learnt by a run, kept with the archive, and the same the second time") {
  const TempFolder folder;
  std::string dump;
  for (int i = 0; i < 8; ++i) dump += json_of(report(i, kLetter));
  folder.write("dump.jsonl", dump);
  folder.write("later.jsonl", json_of(report(20, kLetter)));
  const IndexOptions what = run_options(folder, {"dump.jsonl"});
  CHECK(stats_of(what) ==
        R"({"read":8,"added":8,"updated":0,"unchanged":0,"rejected":0,"deleted":0)");
  CHECK(stats_of(what) ==
        R"({"read":8,"added":0,"updated":0,"unchanged":8,"rejected":0,"deleted":0)");
  stats_of(run_options(folder, {"later.jsonl"}));
  for (const int number : {0, 7, 20}) {
    Archive archive({what.archive});
    CHECK(archive.find(std::to_string(number))->body == report(number, {}).body);
  }
  IndexOptions off = run_options(folder, {"later.jsonl"});
  off.clean.mode = CleanMode::kOff;
  stats_of(off);
  CHECK(Archive({what.archive}).find("20")->body == report(20, kLetter).body);
  stats_of(run_options(folder, {"later.jsonl"}));
  CHECK(Archive({what.archive}).find("20")->body == report(20, {}).body);
}

std::string page_of(const Article& article) {
  std::string paragraphs;
  for (std::size_t begin = 0; begin < article.body.size();) {
    const std::size_t end = std::min(article.body.find("\n\n", begin), article.body.size());
    paragraphs += "<p>" + article.body.substr(begin, end - begin) + "</p>\n";
    begin = end + 2;
  }
  return fmt::format(
      "<html><head><title>{}</title><meta property='og:site_name' content='Gazette'></head>"
      "<body><article>{}</article></body></html>",
      article.title, paragraphs);
}

// Pages are parsed by the first pass and not again: what comes of them is the same.
TEST_CASE("repetition: learnt from pages, which keep all else") {
  const TempFolder folder;
  std::vector<std::string> inputs;
  for (int i = 0; i < 8; ++i) {
    inputs.push_back(fmt::format("{}.html", i));
    folder.write(inputs.back(), page_of(report(i, kLetter)));
  }
  for (const bool keeps_raw : {false, true}) {
    CAPTURE(keeps_raw);
    IndexOptions what = run_options(folder, inputs);
    what.dry_run = true;
    what.keep_raw = keeps_raw;
    std::ostringstream out;
    CHECK(run_index(what, out) == RunResult::kDone);
    std::istringstream lines(out.str());
    int number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
      const std::string body = report(number, {}).body;
      CHECK(line.find(body.substr(body.rfind('\n') + 1) + "\"") != std::string::npos);
      CHECK(line.find(fmt::format(R"({{"text":"{}","rule":"repeated"}})", kLetter)) !=
            std::string::npos);
      CHECK((line.find("\"raw\":") != std::string::npos) == keeps_raw);
      CHECK(line.find(fmt::format("{}.html", number)) != std::string::npos);
    }
    CHECK(number == 8);
  }
}

}  // namespace
}  // namespace backfile
