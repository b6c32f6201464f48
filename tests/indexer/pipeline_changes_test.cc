#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "common/error.h"
#include "indexer/pipeline.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/captured_errors.h"
#include "tests/indexer/run_options.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  RunResult result;
  std::string errors;
};

Outcome run(const IndexOptions& what) {
  const CapturedErrors errors;
  std::ostringstream out;
  const RunResult result = run_index(what, out);
  CHECK(out.str().empty());
  return {result, errors.text()};
}

std::vector<std::string> ids_in(const std::string& archive) {
  const Xapian::Database database(archive);
  std::vector<std::string> ids;
  for (auto term = database.allterms_begin("Q"); term != database.allterms_end("Q"); ++term)
    ids.push_back((*term).substr(1));
  return ids;
}

using Ids = std::vector<std::string>;

constexpr const char* kThree =
    "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\"title\":\"B\"}\n{\"id\":\"c\",\"title\":\"C\"}"
    "\n";

TEST_CASE("pipeline: --delete without input") {
  const TempFolder folder;
  folder.write("a.jsonl", kThree);
  run(run_options(folder, {"a.jsonl"}));
  IndexOptions what = run_options(folder, {});
  what.deletions = {"b", "c"};
  Outcome outcome = run(what);
  CHECK(outcome.result == RunResult::kDone);
  CHECK(outcome.errors.empty());
  CHECK(ids_in(what.archive) == Ids{"a"});
  what.deletions = {"b\x1b[2J"};
  outcome = run(what);
  CHECK(outcome.result == RunResult::kDone);
  CHECK(outcome.errors == "backfile-index: the archive has no article with the id: b[2J\n");
  CHECK(ids_in(what.archive) == Ids{"a"});
}

TEST_CASE("pipeline: --delete comes before the inputs") {
  const TempFolder folder;
  folder.write("a.jsonl", kThree);
  folder.write("b.jsonl", "{\"id\":\"b\",\"title\":\"New\"}\n");
  run(run_options(folder, {"a.jsonl"}));
  IndexOptions what = run_options(folder, {"b.jsonl"});
  what.deletions = {"a", "b"};
  CHECK(run(what).result == RunResult::kDone);
  CHECK(ids_in(what.archive) == Ids{"b", "c"});
}

TEST_CASE("pipeline: a run that fails leaves the archive as it was") {
  const TempFolder folder;
  folder.write("a.jsonl", kThree);
  run(run_options(folder, {"a.jsonl"}));
  const auto contents = contents_of(folder / "archive");
  const std::string socket = folder / "socket";
  REQUIRE(::mknod(socket.c_str(), S_IFSOCK | 0600, 0) == 0);
  for (const std::string input : {"missing", "socket"}) {
    CAPTURE(input);
    IndexOptions what = run_options(folder, {input});
    what.deletions = {"a"};
    CHECK(run(what).result == RunResult::kFailed);
    CHECK(contents_of(folder / "archive") == contents);
  }
}

TEST_CASE("pipeline: an archive that cannot be used") {
  const TempFolder folder;
  const std::string dump = folder.write("dump/a.txt", "Headline");
  std::ostringstream out;
  IndexOptions what = run_options(folder, {"dump"});
  what.archive = folder / "dump";
  CHECK_THROWS_AS(run_index(what, out), Error);
  CHECK(fs::exists(dump));
  what.archive = dump;
  CHECK_THROWS_AS(run_index(what, out), Error);
  CHECK(fs::file_size(dump) == 8);
  what.archive = folder / "archive";
  what.rejects = folder / "no/such/rejects";
  CHECK_THROWS_AS(run_index(what, out), Error);
  CHECK_FALSE(fs::exists(what.archive));
  CHECK(out.str().empty());
}

TEST_CASE("pipeline: the same whatever the number of jobs") {
  const TempFolder folder;
  std::string lines;
  for (int i = 0; i < 1500; ++i) {
    const std::string n = std::to_string(i);
    if (i % 100 == 7)
      lines += "damaged\n";
    else
      lines += "{\"id\":\"" + std::to_string(i % 1200) + "\",\"title\":\"Title " + n +
               "\",\"body\":\"Body " + n + "\\n\\nShare this:\\n\",\"tags\":[\"t" + n + "\"]}\n";
  }
  folder.write("a.jsonl", lines);
  std::vector<std::string> contents;
  std::string errors;
  std::string dry;
  for (const std::size_t jobs : {1, 4}) {
    CAPTURE(jobs);
    IndexOptions what = run_options(folder, {"a.jsonl"});
    what.jobs = jobs;
    what.archive += std::to_string(jobs);
    const Outcome outcome = run(what);
    CHECK(outcome.result == RunResult::kSomeRejected);
    const auto found = contents_of(what.archive);
    what.dry_run = true;
    const CapturedErrors quiet;
    std::ostringstream shown;
    run_index(what, shown);
    if (jobs > 1) {
      CHECK((found == contents));
      CHECK(outcome.errors == errors);
      CHECK((shown.str() == dry));
    }
    contents = found;
    errors = outcome.errors;
    dry = shown.str();
  }
  CHECK(Xapian::Database(folder / "archive4").get_doccount() == 1188);
}

TEST_CASE("pipeline: a named format and --map and --set reach the reader and the cleaner") {
  const TempFolder folder;
  folder.write("dump/x.dat", "{\"id\":\"a\",\"headline\":\"T\",\"maintext\":\"* * *\"}\n");
  IndexOptions what = run_options(folder, {"dump"});
  what.reading.map = {{field_by_name("title"), "headline"}, {field_by_name("body"), "maintext"}};
  what.clean = {CleanMode::kOff, "fr", {{field_by_name("source"), "Gazette"}}};
  what.format = format_by_name("jsonl");
  CHECK(run(what).result == RunResult::kDone);
  CHECK(documents_of(what.archive).begin()->second.get_data() ==
        R"({"id":"a","title":"T","body":"* * *","source":"Gazette","language":"fr"})");
  what.format = format_by_name("text");
  what.archive = folder / "as-text";
  CHECK(run(what).result == RunResult::kDone);
  CHECK(documents_of(what.archive).begin()->second.get_value(5) == "dump");
}

}  // namespace
}  // namespace backfile
