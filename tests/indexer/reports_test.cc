#include "indexer/reports.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/utf8.h"
#include "tests/indexer/captured_errors.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST_CASE("reports: a line for people, a JSON line for programs") {
  const TempFolder folder;
  const CapturedErrors errors;
  Reports reports(folder / "rejects");
  reports.tell({{"dump/a.jsonl", "line 7"}, "invalid JSON", "a \"quote\""});
  reports.tell({{"dump/a.jsonl", "line 8"},
                "unknown date",
                "published is left out: soon",
                Rejection::Kind::kNote});
  reports.tell({{"dump/b.txt", {}}, "empty", "the file has no text"});
  CHECK(reports.rejected() == 2);
  reports.finish();
  CHECK(content_of(folder / "rejects") ==
        R"({"input":"dump/a.jsonl","position":"line 7","reason":"invalid JSON",)"
        R"("detail":"a \"quote\""})"
        "\n"
        R"({"input":"dump/a.jsonl","position":"line 8","reason":"unknown date",)"
        R"("detail":"published is left out: soon","kind":"note"})"
        "\n"
        R"({"input":"dump/b.txt","position":"","reason":"empty","detail":"the file has no text"})"
        "\n");
  CHECK(errors.text() ==
        "backfile-index: invalid JSON: dump/a.jsonl, line 7; a \"quote\"\n"
        "backfile-index: empty: dump/b.txt; the file has no text\n");
}

TEST_CASE("reports: without a file") {
  const CapturedErrors errors;
  Reports reports({});
  reports.tell({{"a", {}}, "unknown date", "x", Rejection::Kind::kNote});
  CHECK(reports.rejected() == 0);
  reports.tell({{"a", {}}, "empty", "x"});
  CHECK(reports.rejected() == 1);
  reports.finish();
  CHECK(errors.text() == "backfile-index: empty: a; x\n");
}

TEST_CASE("reports: bytes that are not UTF-8, and what attacks a terminal") {
  const TempFolder folder;
  const CapturedErrors errors;
  Reports reports(folder / "rejects");
  const Rejection rows[] = {
      {{"dump/caf\xE9.txt", "line 1"}, "empty", "\xFF\xFE"},
      {{"\x1b[2J\x1b]0;owned\x07.txt", {}}, "empty", "two\nlines\r\n"},
      {{"\xE2\x80\xAEtxt.exe", {}}, "empty", std::string("a\0b", 3)},
  };
  for (const Rejection& row : rows) CHECK_NOTHROW(reports.tell(row));
  CHECK_NOTHROW(reports.tell({{"caf\xE9", {}}, "unknown date", "\xC3", Rejection::Kind::kNote}));
  reports.finish();
  std::istringstream lines(content_of(folder / "rejects"));
  std::vector<nlohmann::json> parsed;
  for (std::string line; std::getline(lines, line);) parsed.push_back(nlohmann::json::parse(line));
  REQUIRE(parsed.size() == 4);
  CHECK(parsed[0]["input"] == "dump/caf\uFFFD.txt");
  CHECK(parsed[1]["input"] == rows[1].origin.input);
  CHECK(parsed[1]["detail"] == "two\nlines\r\n");
  CHECK(parsed[2]["detail"] == rows[2].detail);
  const std::string shown = errors.text();
  std::size_t line_feeds = 0;
  for (std::size_t i = 0; i < shown.size();) {
    const CodePoint c = code_point_at(shown, i);
    CHECK_FALSE(is_unwanted(c.value));
    if (c.value == '\n') ++line_feeds;
    i += c.bytes;
  }
  CHECK(line_feeds == 3);
}

TEST_CASE("reports: people see the first twenty, the file has all") {
  for (const bool file : {true, false}) {
    for (const int count : {19, 20, 21, 500}) {
      CAPTURE(file);
      CAPTURE(count);
      const TempFolder folder;
      const CapturedErrors errors;
      Reports reports(file ? folder / "rejects" : std::string());
      for (int i = 0; i < count; ++i) reports.tell({{"a", std::to_string(i)}, "empty", "x"});
      reports.finish();
      CHECK(reports.rejected() == std::uint64_t(count));
      std::string expected;
      for (int i = 0; i < std::min(count, 20); ++i)
        expected += "backfile-index: empty: a, " + std::to_string(i) + "; x\n";
      if (count > 20)
        expected += "backfile-index: " + std::to_string(count - 20) + " more were rejected; " +
                    (file ? "see " + (folder / "rejects") : "list them with --rejects FILE") + "\n";
      CHECK(errors.text() == expected);
      if (!file) continue;
      const std::string content = content_of(folder / "rejects");
      CHECK(std::count(content.begin(), content.end(), '\n') == count);
    }
  }
}

TEST_CASE("reports: the file is new in each run") {
  const TempFolder folder;
  const std::string path = folder.write("rejects", "of the run before\n");
  Reports(path).finish();
  CHECK(content_of(path).empty());
}

TEST_CASE("reports: a file that cannot be written") {
  const TempFolder folder;
  const std::string path = folder / "no/such/folder";
  CHECK_THROWS_WITH_AS(Reports{path},
                       ("cannot write: " + path + "; name another file for --rejects").c_str(),
                       Error);
  CHECK_THROWS_AS(Reports{folder.path().string()}, Error);
  const CapturedErrors errors;
  Reports full("/dev/full");
  full.tell({{"a", {}}, "empty", "x"});
  CHECK_THROWS_WITH_AS(full.finish(), "cannot write: /dev/full; is the disk full?", Error);
}

}  // namespace
}  // namespace backfile
