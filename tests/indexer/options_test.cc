#include "indexer/options.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/captured_output.h"

namespace backfile {
namespace {

using Words = std::vector<std::string>;

std::optional<IndexOptions> parsed(const Words& words) {
  std::vector<const char*> argv = {"backfile-index"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse_index_options(int(argv.size()), argv.data());
}

std::string failure(const Words& words) {
  try {
    parsed(words);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST_CASE("options: what holds when nothing is said") {
  const auto options = parsed({"archive", "dump"});
  REQUIRE(options);
  CHECK(options->archive == "archive");
  CHECK(options->inputs == Words{"dump"});
  CHECK(options->format == nullptr);
  CHECK(options->reading.map.empty());
  CHECK(options->clean.mode == CleanMode::kStrict);
  CHECK(options->clean.language.empty());
  CHECK(options->clean.defaults.empty());
  CHECK(options->jobs >= 1);
  CHECK(options->rejects.empty());
  CHECK_FALSE(options->keep_raw);
  CHECK_FALSE(options->dry_run);
  CHECK(options->deletions.empty());
  CHECK_FALSE(options->stats);
  CHECK(options->progress == Show::kAuto);
}

TEST_CASE("options: every option") {
  const auto options = parsed({"--format",
                               "jsonl",
                               "archive",
                               "--map",
                               "body=main=text",
                               "--map",
                               "body=text",
                               "--set=source=Harbour Gazette",
                               "a",
                               "--set",
                               "tags=",
                               "--clean",
                               "off",
                               "--language",
                               "pt_BR",
                               "--jobs=7",
                               "--rejects",
                               "r",
                               "--delete",
                               "x",
                               "--delete=y z",
                               "--stats",
                               "--progress",
                               "never",
                               "b",
                               "-"});
  REQUIRE(options);
  CHECK(options->archive == "archive");
  CHECK(options->inputs == Words{"a", "b", "-"});
  CHECK(options->format == format_by_name("jsonl"));
  REQUIRE(options->reading.map.size() == 2);
  CHECK(options->reading.map[0].field == field_by_name("body"));
  CHECK(options->reading.map[0].name == "main=text");
  CHECK(options->reading.map[1].name == "text");
  REQUIRE(options->clean.defaults.size() == 2);
  CHECK(options->clean.defaults[0].field == field_by_name("source"));
  CHECK(options->clean.defaults[0].value == "Harbour Gazette");
  CHECK(options->clean.defaults[1].field == field_by_name("tags"));
  CHECK(options->clean.defaults[1].value.empty());
  CHECK(options->clean.mode == CleanMode::kOff);
  CHECK(options->clean.language == "pt");
  CHECK(options->jobs == 7);
  CHECK(options->rejects == "r");
  CHECK(options->deletions == Words{"x", "y z"});
  CHECK(options->stats);
  CHECK(options->progress == Show::kNever);
  CHECK(parsed({"a", "b", "--dry-run"})->dry_run);
  CHECK(parsed({"a", "b", "--keep-raw", "--max-article", "256M"})->keep_raw);
}

TEST_CASE("options: choices by name") {
  const auto with = [](std::string option, std::string value) {
    return *parsed({"a", "b", std::move(option), std::move(value)});
  };
  CHECK(with("--format", "auto").format == nullptr);
  for (const Format& format : formats())
    CHECK(with("--format", std::string(format.name)).format == &format);
  CHECK(with("--clean", "strict").clean.mode == CleanMode::kStrict);
  CHECK(with("--language", "auto").clean.language.empty());
  CHECK(with("--language", "EN-gb").clean.language == "en");
  CHECK(with("--progress", "auto").progress == Show::kAuto);
  CHECK(with("--progress", "always").progress == Show::kAlways);
  CHECK(with("--jobs", "1").jobs == 1);
  CHECK(with("--jobs", "256").jobs == 256);
}

TEST_CASE("options: -- ends them") {
  const auto options = parsed({"--stats", "--", "--archive", "--dry-run", "-"});
  REQUIRE(options);
  CHECK(options->archive == "--archive");
  CHECK(options->inputs == Words{"--dry-run", "-"});
  CHECK(options->stats);
  CHECK_FALSE(options->dry_run);
}

TEST_CASE("options: deleting needs no input") {
  const auto options = parsed({"archive", "--delete", "x"});
  REQUIRE(options);
  CHECK(options->inputs.empty());
  CHECK(options->deletions == Words{"x"});
}

TEST_CASE("options: what is wrong, and what to do") {
  struct Row {
    Words words;
    std::string message;
  };
  const std::string help = "; see backfile-index --help";
  const std::string all_fields =
      "; fields are id url title body published updated source section authors tags places people "
      "language";
  const Row rows[] = {
      {{}, "no archive given; usage: backfile-index ARCHIVE INPUT..."},
      {{"--stats"}, "no archive given; usage: backfile-index ARCHIVE INPUT..."},
      {{"--delete", "x"}, "no archive given; usage: backfile-index ARCHIVE INPUT..."},
      {{"", "b"}, "no archive given; usage: backfile-index ARCHIVE INPUT..."},
      {{"a"}, "no input given; name a file, a folder or - after the archive"},
      {{"a", "--dry-run", "--delete", "x"},
       "--dry-run changes nothing: --delete; leave one of the two out"},
      {{"a", "b", "--dry-run", "--delete", "x"},
       "--dry-run changes nothing: --delete; leave one of the two out"},
      {{"a", "b", "--format", "xml"},
       "not a format of this version: --format xml; use auto or one of " + format_names()},
      {{"a", "b", "--format", "JSONL"},
       "not a format of this version: --format JSONL; use auto or one of " + format_names()},
      {{"a", "b", "--map", "body"}, "expected NAME=VALUE: --map body"},
      {{"a", "b", "--map", "=text"}, "expected NAME=VALUE: --map =text"},
      {{"a", "b", "--map", "text=body"}, "no such field: --map text" + all_fields},
      {{"a", "b", "--map", "Body=text"}, "no such field: --map Body" + all_fields},
      {{"a", "b", "--set", "source"}, "expected NAME=VALUE: --set source"},
      {{"a", "b", "--set", "author=x"}, "no such field: --set author" + all_fields},
      {{"a", "b", "--set", "source=\xFF"}, "not UTF-8: --set source; write the value in UTF-8"},
      {{"a", "b", "--clean", "hard"},
       "not a cleaning mode: --clean hard; use strict, aggressive or off"},
      {{"a", "b", "--language", "english"},
       "not a language code: --language english; use one such as en"},
      {{"a", "b", "--language", ""}, "not a language code: --language ; use one such as en"},
      {{"a", "b", "--jobs", "0"}, "not a number of jobs: 0; use 1 to 256"},
      {{"a", "b", "--jobs", "-1"}, "not a number of jobs: -1; use 1 to 256"},
      {{"a", "b", "--jobs", "257"}, "not a number of jobs: 257; use 1 to 256"},
      {{"a", "b", "--jobs", "many"}, "the argument ('many') for option '--jobs' is invalid" + help},
      {{"a", "b", "--jobs", "99999999999"},
       "the argument ('99999999999') for option '--jobs' is invalid" + help},
      {{"a", "b", "--progress", "yes"}, "not a choice: --progress yes; use auto, always or never"},
      {{"a", "b", "--keep-raw", "--max-article", "257M"},
       "--keep-raw with --max-article of more than 256M; make one of them less"},
      {{"a", "b", "--keep-raw=1"}, "option '--keep-raw' does not take any arguments" + help},
      {{"a", "b", "--nonsense"}, "unrecognised option '--nonsense'" + help},
      {{"a", "b", "--form", "text"}, "unrecognised option '--form'" + help},
      {{"a", "b", "--format"}, "the required argument for option '--format' is missing" + help},
      {{"a", "b", "--jobs", "1", "--jobs", "2"},
       "option '--jobs' cannot be specified more than once" + help},
      {{"a", "b", "--stats=1"}, "option '--stats' does not take any arguments" + help},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(failure(row.words) == row.message);
  }
}

TEST_CASE("options: --help and --version end the program") {
  for (const Words& words : {Words{"--help"}, Words{"a", "--format", "none", "--help"}}) {
    std::string text;
    {
      const CapturedOutput printed;
      CHECK_FALSE(parsed(words));
      text = printed.text();
    }
    CHECK(text.starts_with("Usage: backfile-index [OPTIONS] ARCHIVE INPUT...\n"));
    for (const char* option :
         {"--format", "--map", "--set", "--clean", "--language", "--jobs", "--rejects",
          "--keep-raw", "--dry-run", "--delete", "--stats", "--progress", "--help", "--version"}) {
      CAPTURE(option);
      CHECK(text.find("  " + std::string(option)) != std::string::npos);
    }
    CHECK(text.find("--words") == std::string::npos);
  }
  std::string version;
  {
    const CapturedOutput printed;
    CHECK_FALSE(parsed({"--version"}));
    version = printed.text();
  }
  CHECK(version.starts_with("backfile-index "));
  CHECK(version.ends_with("\n"));
}

}  // namespace
}  // namespace backfile
