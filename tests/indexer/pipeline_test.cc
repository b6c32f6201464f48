#include "indexer/pipeline.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "common/error.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/captured_errors.h"
#include "tests/indexer/run_options.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Outcome {
  RunResult result;
  std::vector<json> lines;
  std::string errors;
};

Outcome run(const IndexOptions& what) {
  const CapturedErrors errors;
  std::ostringstream out;
  Outcome outcome{run_index(what, out), {}, errors.text()};
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) outcome.lines.push_back(json::parse(line));
  return outcome;
}

// The counts of --stats as "read 3, added 2, rejected 1": what is 0 left out.
std::string counts(IndexOptions what, RunResult expected = RunResult::kDone) {
  what.stats = true;
  const Outcome outcome = run(what);
  CHECK(outcome.result == expected);
  REQUIRE(outcome.lines.size() == 1);
  std::string text;
  for (const char* name : {"read", "added", "updated", "unchanged", "rejected", "deleted"}) {
    const auto count = outcome.lines[0].at(name).get<std::uint64_t>();
    if (count > 0)
      text += (text.empty() ? "" : ", ") + std::string(name) + " " + std::to_string(count);
  }
  return text;
}

TEST_CASE("pipeline: the line of --stats") {
  const TempFolder folder;
  folder.write("a.jsonl", "{\"id\":\"1\",\"title\":\"T\"}\n{\"id\":\"2\",\"title\":\"U\"}\n[]\n");
  IndexOptions what = run_options(folder, {"a.jsonl"});
  what.stats = true;
  const Outcome outcome = run(what);
  CHECK(outcome.result == RunResult::kSomeRejected);
  REQUIRE(outcome.lines.size() == 1);
  json line = outcome.lines[0];
  CHECK(line["seconds"].is_number());
  CHECK(line["seconds"] >= 0);
  line.erase("seconds");
  CHECK(line == json::parse(R"({"read":3,"added":2,"updated":0,"unchanged":0,"rejected":1,)"
                            R"("deleted":0,"bytes":49})"));
  CHECK(run(run_options(folder, {"a.jsonl"})).lines.empty());
}

TEST_CASE("pipeline: running again changes nothing") {
  const TempFolder folder;
  folder.write("dump/a.jsonl",
               "{\"id\":\"1\",\"title\":\"T\"}\n{\"title\":\"U\",\"body\":\"V\"}\n");
  folder.write("dump/Sport/b.txt", "Headline\n\nText.\n");
  CHECK(counts(run_options(folder, {"dump"})) == "read 3, added 3");
  const auto contents = contents_of(folder / "archive");
  CHECK(counts(run_options(folder, {"dump"})) == "read 3, unchanged 3");
  CHECK(contents_of(folder / "archive") == contents);
  folder.write("dump/a.jsonl", "{\"id\":\"1\",\"title\":\"New\"}\n");
  CHECK(counts(run_options(folder, {"dump"})) == "read 2, updated 1, unchanged 1");
}

TEST_CASE("pipeline: --dry-run shows every article as it would be indexed") {
  const TempFolder folder;
  const std::string text =
      folder.write("dump/Sport/b.txt", "Old bridge closes\n\nOne.\n\nShare this:\n\nTwo.\n");
  const std::string lines =
      folder.write("dump/a.jsonl",
                   "\n{\"id\":7,\"title\":\"T\",\"body\":\"B "
                   "\\\"q\\\"\",\"published\":\"20241117T2104\",\"tags\":[\"x\",\"y\"],"
                   "\"url\":\"https://www.e.org/a\",\"language\":\"EN\"}\n");
  IndexOptions what = run_options(folder, {"dump"});
  what.dry_run = true;
  what.clean.language = "en";
  const Outcome outcome = run(what);
  CHECK(outcome.result == RunResult::kDone);
  REQUIRE(outcome.lines.size() == 2);
  json first = outcome.lines[0];
  CHECK(first["id"].get<std::string>().size() == 32);
  first.erase("id");
  CHECK(first == json{{"title", "Old bridge closes"},
                      {"body", "One.\n\nTwo."},
                      {"section", "Sport"},
                      {"language", "en"},
                      {"input", text},
                      {"position", "line 1"},
                      {"removed", json::array({{{"text", "Share this:"}, {"rule", "share"}}})}});
  CHECK(outcome.lines[1] == json{{"id", "7"},
                                 {"url", "https://www.e.org/a"},
                                 {"title", "T"},
                                 {"body", "B \"q\""},
                                 {"published", "2024-11-17T21:04:00Z"},
                                 {"source", "e.org"},
                                 {"tags", {"x", "y"}},
                                 {"language", "en"},
                                 {"input", lines},
                                 {"position", "line 2"},
                                 {"removed", json::array()}});
  CHECK_FALSE(fs::exists(what.archive));
  what.stats = true;
  const Outcome again = run(what);
  REQUIRE(again.lines.size() == 3);
  CHECK(again.lines[2]["read"] == 2);
  CHECK(again.lines[2]["added"] == 0);
  CHECK_FALSE(fs::exists(what.archive));
}

TEST_CASE("pipeline: after bad inputs the rest is indexed, and rejects come in the dump's order") {
  const TempFolder folder;
  folder.write("dump/1.jsonl",
               "{\"id\":\"1\",\"title\":\"T\"}\nnot JSON\n{\"id\":\"2\",\"title\":\"U\"}");
  folder.write("dump/2.txt", "");
  folder.write("dump/3.txt", std::string("a\0b", 3));
  folder.write("dump/4.xyz", "<?unknown?>");
  folder.write("dump/5.jsonl",
               "{\"id\":\"3\"}\n{\"id\":\"4\",\"title\":\"W\",\"published\":\"soon\"}\n");
  folder.write("dump/6.txt", "Last one");
  const std::string socket = folder / "socket";
  REQUIRE(::mknod(socket.c_str(), S_IFSOCK | 0600, 0) == 0);
  IndexOptions what = run_options(folder, {"missing", "dump", "socket", "dump/6.txt"});
  what.rejects = folder / "rejects";
  CHECK(counts(what, RunResult::kSomeRejected) == "read 12, added 4, updated 1, rejected 7");
  CHECK(Xapian::Database(what.archive).get_doccount() == 4);
  std::ifstream in(what.rejects);
  std::vector<std::string> rejects;
  for (std::string line; std::getline(in, line);) {
    const json reject = json::parse(line);
    const fs::path input(reject["input"].get<std::string>());
    rejects.push_back(input.filename().string() + "|" + reject["position"].get<std::string>() +
                      "|" + reject["reason"].get<std::string>() +
                      (reject.contains("kind") ? "|note" : ""));
  }
  CHECK(rejects == std::vector<std::string>{
                       "missing||cannot read", "1.jsonl|line 2|invalid JSON", "2.txt||empty",
                       "3.txt||binary", "4.xyz||unknown format", "5.jsonl|line 1|no text",
                       "5.jsonl|line 2|unknown date|note", "socket||cannot read"});
}

TEST_CASE("pipeline: an input that cannot be opened is told once") {
  const TempFolder folder;
  const std::string socket = folder / "socket";
  REQUIRE(::mknod(socket.c_str(), S_IFSOCK | 0600, 0) == 0);
  CHECK(run(run_options(folder, {"socket"})).errors ==
        "backfile-index: cannot read: " + socket + "; No such device or address\n");
  CHECK(run(run_options(folder, {"missing"})).errors ==
        "backfile-index: cannot read: " + (folder / "missing") +
            "; no such file or folder; check the path\n");
}

TEST_CASE("pipeline: results") {
  const TempFolder folder;
  folder.write("good.txt", "Headline");
  folder.write("empty.txt", "");
  fs::create_directories(folder.path() / "hollow");
  const std::string socket = folder / "socket";
  REQUIRE(::mknod(socket.c_str(), S_IFSOCK | 0600, 0) == 0);
  struct Row {
    std::vector<std::string> inputs;
    RunResult result;
    bool archive;
  };
  const Row rows[] = {
      {{"good.txt"}, RunResult::kDone, true},
      {{"good.txt", "empty.txt"}, RunResult::kSomeRejected, true},
      {{"good.txt", "missing"}, RunResult::kSomeRejected, true},
      {{"empty.txt"}, RunResult::kSomeRejected, true},
      {{"hollow"}, RunResult::kDone, true},
      {{"missing"}, RunResult::kFailed, false},
      {{"missing", "gone"}, RunResult::kFailed, false},
      {{"missing", "hollow"}, RunResult::kFailed, false},
      {{"socket"}, RunResult::kFailed, false},
      {{"socket", "good.txt"}, RunResult::kSomeRejected, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inputs.front());
    IndexOptions what = run_options(folder, row.inputs);
    CHECK(run(what).result == row.result);
    CHECK(fs::exists(what.archive) == row.archive);
    fs::remove_all(what.archive);
    what.dry_run = true;
    CHECK(run(what).result == row.result);
    CHECK_FALSE(fs::exists(what.archive));
  }
}

}  // namespace
}  // namespace backfile
