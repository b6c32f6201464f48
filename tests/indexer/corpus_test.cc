// corpus/formats has the same three articles in every format, packing and
// encoding: whatever holds them, the same fields come out.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/options.h"
#include "indexer/pipeline.h"
#include "tests/indexer/captured_errors.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kFormatsFolder = fs::path(BACKFILE_CORPUS) / "formats";

struct Row {
  std::string path;  // a file or a folder of corpus/formats
  std::size_t articles;
  std::set<std::string> absent;  // fields that the format cannot hold
  std::set<std::string> other;   // fields that are there, but not as the others have them, and why
};

const Row kRows[] = {
    {"articles.jsonl", 3, {}, {}},
    {"articles.json", 3, {}, {}},
    {"articles.csv", 3, {}, {}},
    {"articles.tsv", 3, {}, {}},
    // The folder is the section, and there is nothing beyond headline and text.
    {"text",
     3,
     {"url", "published", "updated", "source", "authors", "tags", "places", "people"},
     {"id"}},
    // The address of a page is its id.
    {"html/json-ld.html", 1, {}, {"id"}},
    {"html/open-graph.html", 1, {"places", "people"}, {"id"}},
    {"html/meta.html", 1, {"updated", "places", "people"}, {"id"}},
    {"crawl.warc", 3, {}, {"id"}},
    {"crawl.warc.gz", 3, {}, {"id"}},
    // The source is the channel.
    {"rss.xml", 3, {"updated", "section", "places", "people"}, {"source"}},
    {"atom.xml", 3, {"section", "places", "people"}, {"source"}},
    {"nitf", 3, {"updated"}, {}},
    {"newsml.xml", 3, {"url", "section"}, {}},
    {"ninjs.json", 3, {"url", "section"}, {}},
    // All are of the agency, and in English.
    {"reuters.sgm", 3, {"url", "updated", "section"}, {"source", "language"}},
    // The number of a document says what collection it is of; these are of none.
    {"trec.sgml", 3, {"url", "updated", "source", "places", "people"}, {}},
    {"washington-post.jl", 3, {"updated", "tags", "places", "people"}, {"source"}},
    {"packed/articles.jsonl.bz2", 3, {}, {}},
    {"packed/articles.jsonl.gz", 3, {}, {}},
    {"packed/articles.jsonl.xz", 3, {}, {}},
    {"packed/articles.jsonl.zst", 3, {}, {}},
    {"packed/articles.tar", 3, {}, {}},
    {"packed/nested.zip", 3, {}, {}},
    {"packed/nitf.tar.gz", 3, {"updated"}, {}},
    {"packed/nitf.zip", 3, {"updated"}, {}},
    {"encodings/iso-8859-15.xml", 1, {"updated"}, {}},
    {"encodings/utf-16-be.jsonl", 3, {}, {}},
    {"encodings/utf-16.csv", 3, {}, {}},
    {"encodings/windows-1252.html", 1, {}, {"id"}},
};

// The lines of a dry run by their titles, which every format can hold.
std::map<std::string, json> dry_run(const fs::path& input) {
  IndexOptions what;
  what.archive = "none";
  what.inputs = {input.string()};
  what.dry_run = true;
  what.progress = Show::kNever;
  std::ostringstream out;
  const CapturedErrors errors;
  const RunResult result = run_index(what, out);
  CHECK(result == RunResult::kDone);
  CHECK(errors.text() == "");
  std::istringstream in(out.str());
  std::map<std::string, json> articles;
  for (std::string line; std::getline(in, line);) {
    json article = json::parse(line);
    const auto title = article.at("title").get<std::string>();
    CHECK_MESSAGE(!articles.contains(title), "twice: ", title);
    articles[title] = std::move(article);
  }
  return articles;
}

void check_same_fields(const Row& row, json article, json expected) {
  for (const char* of_the_input : {"input", "position", "removed"}) {
    article.erase(of_the_input);
    expected.erase(of_the_input);
  }
  for (const std::string& field : row.absent) {
    CAPTURE(field);
    CHECK_FALSE(article.contains(field));
    expected.erase(field);
  }
  for (const std::string& field : row.other) {
    CAPTURE(field);
    CHECK(article.contains(field));
    article.erase(field);
    expected.erase(field);
  }
  for (const auto& [field, value] : expected.items()) {
    CAPTURE(field);
    CHECK(article.value(field, json()) == value);
    article.erase(field);
  }
  CHECK(article == json::object());
}

TEST_CASE("corpus: every format gives the same fields") {
  const auto expected = dry_run(kFormatsFolder / "articles.jsonl");
  REQUIRE(expected.size() == 3);
  for (const auto& [title, article] : expected) {
    CHECK(article.size() == 16);  // every field, input, position and removed
    CHECK(article["removed"] == json::array());
  }
  for (const Row& row : kRows) {
    CAPTURE(row.path);
    const auto articles = dry_run(kFormatsFolder / row.path);
    CHECK(articles.size() == row.articles);
    for (const auto& [title, article] : articles) {
      CAPTURE(title);
      CHECK(expected.contains(title));
      if (expected.contains(title)) check_same_fields(row, article, expected.at(title));
    }
  }
}

TEST_CASE("corpus: no file of formats/ is left out") {
  for (const auto& entry : fs::recursive_directory_iterator(kFormatsFolder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = fs::relative(entry.path(), kFormatsFolder).string();
    CAPTURE(path);
    CHECK(std::ranges::any_of(kRows, [&](const Row& row) {
      return path == row.path || path.starts_with(row.path + "/");
    }));
  }
}

}  // namespace
}  // namespace backfile
