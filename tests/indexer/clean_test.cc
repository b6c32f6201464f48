#include "indexer/cleaner/clean.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "common/utf8.h"
#include "tests/common/random_values.h"
#include "tests/indexer/cleaned.h"

namespace backfile {
namespace {

TEST_CASE("clean: bodies, and the lines that go") {
  struct Row {
    std::string title;
    std::string raw;
    std::string body;
    std::vector<std::string> removed;
  };
  const std::string title = "Storm hits the coast";
  const Row rows[] = {
      // the headline again
      {title,
       "\nStorm hits the coast\n\nOne.",
       "One.",
       {"repeated-headline: Storm hits the coast"}},
      {title, "STORM HITS THE COAST!\nOne.", "One.", {"repeated-headline: STORM HITS THE COAST!"}},
      {title,
       "Storm hits the coast - Harbour Gazette\nOne.\nStorm hits the coast | Gazette\nTwo.",
       "One.\n\nTwo.",
       {"repeated-headline: Storm hits the coast - Harbour Gazette",
        "repeated-headline: Storm hits the coast | Gazette"}},
      {title,
       "One.\n\nStorm hits the coast\n\nTwo.",
       "One.\n\nTwo.",
       {"repeated-headline: Storm hits the coast"}},
      {title,
       "Storm hits the coast and the hills\nOne.",
       "Storm hits the coast and the hills\n\nOne.",
       {}},
      {title, "Storm hits the coast: three dead.", "Storm hits the coast: three dead.", {}},
      {"", "Storm hits the coast\nOne.", "Storm hits the coast\n\nOne.", {}},
      // a word alone is a cross-head once the article has begun
      {"Sport",
       "Sport\n\nOne.\nSport\nTwo.",
       "One.\n\nSport\n\nTwo.",
       {"repeated-headline: Sport"}},
      {"Sport",
       "\n* * *\nsport | Gazette\nSport\nOne.",
       "One.",
       {"separator: * * *", "repeated-headline: sport | Gazette", "repeated-headline: Sport"}},
      // cues
      {title,
       "One.\n* * *\nTwo.\n\n-----\n\nThree.",
       "One.\n\nTwo.\n\nThree.",
       {"separator: * * *", "separator: -----"}},
      {title,
       "One.\n\nPREV Julian Nagelsmann, time for experimentation – International\n"
       "NEXT Saoirse Ronan ‘absolutely right’, says trainer | Movies",
       "One.",
       {"prev-next: PREV Julian Nagelsmann, time for experimentation – International",
        "prev-next: NEXT Saoirse Ronan ‘absolutely right’, says trainer | Movies"}},
      {title, "One.\n  Share   this: \n\tTwo.", "One.\n\nTwo.", {"share: Share this:"}},
      {title, "Share this:\n\n* * *", "", {"share: Share this:", "separator: * * *"}},
      // paragraphs
      {title, "", "", {}},
      {title, " \n\t\n", "", {}},
      {title,
       "\n\n\nOne.\nStill one.\n\n\n\nTwo.\n \nThree.\n\n\n",
       "One.\n\nStill one.\n\nTwo.\n\nThree.",
       {}},
      {title, "One.\n\nShare this:\nTwo.", "One.\n\nTwo.", {"share: Share this:"}},
      {title, "One.\nShare this:\n\nTwo.", "One.\n\nTwo.", {"share: Share this:"}},
      {title, "  One   word\tand \u00A0another.  ", "One word and another.", {}},
      {title, "One.\r\nStill one.\r\n\r\nTwo.\r\n", "One.\n\nStill one.\n\nTwo.", {}},
      {title, "One.\rStill one.\r\rTwo.", "One.\n\nStill one.\n\nTwo.", {}},
      {title,
       "One.\u2028Still one.\u2029\u2029Two.\fThree.\vFour.",
       "One.\n\nStill one.\n\nTwo.\n\nThree.\n\nFour.",
       {}},
      {title, "“One” – €2 … two\u2027three", "“One” – €2 … two\u2027three", {}},
      {title, "One.\n\u00A0\n\u3000\nTwo.", "One.\n\nTwo.", {}},
      {title, "One.\n\u200B\nTwo.", "One.\n\nTwo.", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    const CleanArticle result = cleaned({{"title", {row.title}}, {"body", {row.raw + "\nEnd"}}});
    const std::string end = "End";
    CHECK(result.article.title == row.title);
    REQUIRE(result.article.body.ends_with(end));
    CHECK(described(result.removed) == row.removed);
    const CleanArticle alone =
        cleaned({{"title", {row.title}}, {"body", {row.raw}}, {"id", {"1"}}});
    CHECK(alone.article.body == row.body);
    CHECK(described(alone.removed) == row.removed);
  }
}

TEST_CASE("clean: what a page's body was found without comes first") {
  RawArticle raw;
  raw.add("title", "Storm");
  raw.add("body", "Share this:\nThe storm hit.");
  raw.removed.push_back({"The mole, seen from the lighthouse.", "page-caption"});
  const auto result = std::get<CleanArticle>(Cleaner(CleanOptions{}).clean(raw));
  CHECK(described(result.removed) ==
        std::vector<std::string>{"page-caption: The mole, seen from the lighthouse.",
                                 "share: Share this:"});
}

TEST_CASE("clean: mode off takes no line away") {
  const std::string raw =
      "Storm hits the coast\n* * *\n\n\n\nPREV Julian Nagelsmann, time for experimentation\r\n"
      "Share this:\u202E\n";
  const CleanArticle result = cleaned({{"title", {"Storm hits the coast"}}, {"body", {raw}}},
                                      Cleaner({CleanMode::kOff, {}, {}}));
  CHECK(result.removed.empty());
  CHECK(result.article.body ==
        "Storm hits the coast\n\n* * *\n\nPREV Julian Nagelsmann, time for experimentation\n\n"
        "Share this:");
}

TEST_CASE("clean: a sentence that was broken into lines is no notice, whatever its words") {
  const std::string cue = "share this article with your friends";
  CHECK(described(cleaned({{"title", {"T"}}, {"body", {cue}}}).removed).size() == 1);
  const CleanArticle wire = cleaned(
      {{"body",
        {"The harbour board asks everybody who has read so far to\n" + cue +
         "\nand with the pilots, who have waited for it since the\nstorm.\nShare this:\n"}}});
  CHECK(wire.article.body == "The harbour board asks everybody who has read so far to " + cue +
                                 " and with the pilots, who have waited for it since the storm.");
  CHECK(described(wire.removed) == std::vector<std::string>{"share: Share this:"});
}

TEST_CASE("clean: neither title nor body is a rejection") {
  const Cleaner cleaner{CleanOptions{}};
  const FieldValues cases[] = {
      {},
      {{"id", {"1"}}, {"url", {"https://example.org"}}, {"tags", {"a"}}},
      {{"title", {""}}, {"body", {" \n\u00A0\t\u200B"}}},
      {{"title", {"\u202E"}}, {"body", {"* * *\n\nShare this:\n"}}},
  };
  for (const FieldValues& values : cases) {
    const auto result = cleaner.clean(raw_article(values));
    const auto* rejection = std::get_if<Rejection>(&result);
    REQUIRE(rejection);
    CHECK(rejection->reason == "no text");
    CHECK(rejection->detail == "neither a title nor a body");
    CHECK(rejection->origin.input == "a.jsonl");
    CHECK(rejection->origin.position == "line 7");
  }
  CHECK(cleaned({{"title", {"T"}}}).article.body.empty());
  CHECK(cleaned({{"body", {"B"}}}).article.title.empty());
}

// Properties

constexpr std::array<std::string_view, 26> kLines = {
    "",
    "",
    "",
    " ",
    "\u00A0",
    "Sport",
    "sport",
    "Sport - Gazette",
    "Storm hits the coast",
    "STORM HITS THE COAST | Gazette",
    "One line of true text.",
    "Another,  with   blanks \t in it.",
    "Zürich 東京 😀",
    "a\u0301 decomposed",
    "\x1b[31mred\x1b[0m",
    "hidden\u200B\u202Etext",
    "* * *",
    "-",
    "• One item",
    "PREV Julian Nagelsmann, time for experimentation",
    "Share this:",
    "Read more »",
    "Tags: budget, tax",
    "Facebook Twitter | LinkedIn",
    "12.5 13.5",
    "© 2019 Example Media Ltd."};
constexpr std::array<std::string_view, 7> kEnds = {"\n",     "\n",     "\r\n", "\r",
                                                   "\u2028", "\u2029", "\f"};

std::vector<std::string> lines_of(const std::string& body) {
  std::vector<std::string> lines;
  std::istringstream in(body);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

// Whether the lines of `all` are those of the body and the removed ones, both in their order.
bool merges(const std::vector<std::string>& all, const CleanArticle& result) {
  const auto body = lines_of(result.article.body);
  std::size_t kept = 0;
  std::size_t removed = 0;
  for (const std::string& line : all) {
    if (removed < result.removed.size() && result.removed[removed].text == line)
      ++removed;
    else if (kept < body.size() && body[kept] == line)
      ++kept;
    else
      return false;
  }
  return kept == body.size() && removed == result.removed.size();
}

TEST_CASE("clean: no line is lost, and cleaning what is clean changes nothing") {
  RandomValues random(5);
  const Cleaner cleaner{CleanOptions{CleanMode::kStrict, "en", {}}};
  for (const std::string title : {"Sport", "Storm hits the coast", ""}) {
    for (int round = 0; round < 300; ++round) {
      std::string raw;
      std::vector<std::string> all;
      for (std::size_t left = random.below(15); left > 0; --left) {
        const std::string_view line = kLines[random.below(kLines.size())];
        raw.append(line).append(kEnds[random.below(kEnds.size())]);
        if (std::string text = clean_line(line); !text.empty()) all.push_back(std::move(text));
      }
      CAPTURE(title);
      CAPTURE(raw);
      const auto result = cleaner.clean(raw_article({{"title", {title}}, {"body", {raw}}}));
      if (std::holds_alternative<Rejection>(result)) {
        CHECK(title.empty());
        continue;
      }
      const auto& once = std::get<CleanArticle>(result);
      const std::string& body = once.article.body;
      CHECK(merges(all, once));
      CHECK(body.find("\n\n\n") == std::string::npos);
      CHECK_FALSE(body.starts_with('\n'));
      CHECK_FALSE(body.ends_with('\n'));
      if (body.empty()) continue;
      const CleanArticle twice = cleaned({{"title", {title}}, {"body", {body}}}, cleaner);
      CHECK(twice.removed.empty());
      CHECK(twice.article.body == body);
      CHECK(twice.article == once.article);
    }
  }
}

}  // namespace
}  // namespace backfile
