// --keep-raw: the text as it came, through a run and back out of the archive.
#include <filesystem>
#include <map>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/json.h"
#include "common/stored.h"
#include "indexer/archive/check.h"
#include "indexer/pipeline.h"
#include "searcher/archive.h"
#include "tests/common/random_values.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/captured_errors.h"
#include "tests/indexer/run_options.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using nlohmann::json;

std::string run(const IndexOptions& what) {
  const CapturedErrors errors;
  std::ostringstream out;
  CHECK(run_index(what, out) == RunResult::kDone);
  CHECK(errors.text().empty());
  return out.str();
}

// "added 2, updated 1, unchanged 3": what is 0 left out.
std::string changes(IndexOptions what) {
  what.stats = true;
  const json line = json::parse(run(what));
  std::string text;
  for (const char* name : {"added", "updated", "unchanged"})
    if (line.at(name) > 0)
      text += (text.empty() ? "" : ", ") + std::string(name) + " " + line.at(name).dump();
  return text;
}

std::optional<std::string> raw_in(const std::string& archive, const std::string& id) {
  return raw_text_of(Archive({archive}).find_stored(id).value());
}

IndexOptions keeping(IndexOptions what) {
  what.keep_raw = true;
  return what;
}

constexpr const char* kStorm =
    R"({"id":"storm","title":"Storm","body":"Storm\n\nWaves.\r\n\nShare this:\n"})"
    "\n"
    R"({"id":"bare","title":"Headline only"})"
    "\n";

TEST_CASE("keep-raw: off when not asked for, and turned on for articles that are there") {
  const TempFolder folder;
  folder.write("a.jsonl", kStorm);
  const IndexOptions plain = run_options(folder, {"a.jsonl"});
  CHECK(changes(plain) == "added 2");
  CHECK_FALSE(raw_in(plain.archive, "storm"));
  const auto bare = contents_of(plain.archive);
  CHECK(changes(keeping(plain)) == "updated 2");
  CHECK(changes(keeping(plain)) == "unchanged 2");
  CHECK(raw_in(plain.archive, "storm") == "Storm\n\nWaves.\r\n\nShare this:\n");
  CHECK(raw_in(plain.archive, "bare") == "");
  CHECK(Archive({plain.archive}).find("storm")->body == "Waves.");
  CHECK_FALSE(Archive({plain.archive}).find_stored("nobody"));
  CHECK(changes(plain) == "updated 2");
  CHECK(contents_of(plain.archive) == bare);
}

TEST_CASE("keep-raw: searching finds nothing in it") {
  const TempFolder folder;
  folder.write("a.jsonl", kStorm);
  const IndexOptions what = keeping(run_options(folder, {"a.jsonl"}));
  run(what);
  const Xapian::Database database(what.archive);
  CHECK(database.term_exists("waves"));
  CHECK_FALSE(database.term_exists("share"));
}

TEST_CASE("keep-raw: --dry-run shows it, and only then") {
  const TempFolder folder;
  folder.write("a.jsonl", kStorm);
  folder.write("b.html", "<title>T</title><nav>Home</nav><p>A first paragraph, of words.</p>");
  IndexOptions what = run_options(folder, {"a.jsonl", "b.html"});
  what.dry_run = true;
  CHECK(run(what).find("\"raw\"") == std::string::npos);
  std::istringstream lines(run(keeping(what)));
  std::vector<std::string> raw;
  for (std::string line; std::getline(lines, line);) raw.push_back(json::parse(line).at("raw"));
  CHECK(raw == std::vector<std::string>{"Storm\n\nWaves.\r\n\nShare this:\n", "",
                                        "Home\n\nA first paragraph, of words."});
  CHECK_FALSE(std::filesystem::exists(what.archive));
}

// The dump of random bodies in `bodies`, by id.
std::string random_dump(RandomValues& random, std::map<std::string, std::string>& bodies) {
  constexpr std::string_view kPieces[] = {
      "Storm ",  "waves. ", "\n",     "\n\n",   "\r\n",   "\r",     "\t",
      "é",       "e\u0301", "東京",   "😀",      "\"",     "\\",     "\x1b[31m",
      "\x7F",    "\u0085",  "\u009B", "\u202E", "\uFEFF", "\u2028", "Share this:\n",
      "  ",      "\x01",    "{",      "\u00AD", "PREV x", "* * *",  "\"raw\":\"",
      "ﬁnance ", "\u200B"};
  std::string dump;
  for (int i = 0; i < 700; ++i) {
    const std::string id = std::to_string(i);
    bodies[id] = "x" + random.text(kPieces, i % 50 == 0 ? 3000 : 60);
    dump += dump_line({{"id", id}, {"title", "Title " + id}, {"body", bodies[id]}});
  }
  return dump;
}

TEST_CASE("keep-raw: every body byte for byte, through merges, deletions and --optimize") {
  const TempFolder folder;
  RandomValues random(61);
  std::map<std::string, std::string> bodies;
  folder.write("a.jsonl", random_dump(random, bodies));
  IndexOptions what = keeping(run_options(folder, {"a.jsonl"}));
  what.clean.language = "en";
  what.jobs = 2;
  run(what);
  const auto check_all = [&] {
    CHECK(check_archive(what.archive).problems.empty());
    const Archive archive({what.archive});
    for (const auto& entry : bodies) {
      CAPTURE(entry.first);
      CHECK(raw_text_of(archive.find_stored(entry.first).value()) == entry.second);
    }
  };
  check_all();
  CHECK(changes(what) == "unchanged 700");
  // More segments, of which some articles go.
  for (const char* name : {"b", "c"}) {
    bodies[name] = std::string("New\r\n") + name;
    folder.write("b.jsonl", dump_line({{"id", name}, {"title", "T"}, {"body", bodies[name]}}));
    what.inputs = {folder / "b.jsonl"};
    run(what);
  }
  what.inputs.clear();
  for (int i = 0; i < 700; i += 3) {
    what.deletions.push_back(std::to_string(i));
    bodies.erase(std::to_string(i));
  }
  run(what);
  check_all();
  what.deletions.clear();
  what.optimize = true;
  run(what);
  check_all();
}

}  // namespace
}  // namespace backfile
