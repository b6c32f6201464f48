#include "indexer/options.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iostream>
#include <thread>

#include <boost/program_options.hpp>
#include <unistd.h>

#include "common/command_line.h"
#include "common/error.h"
#include "common/utf8.h"

namespace backfile {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    "Usage: backfile-index [OPTIONS] ARCHIVE INPUT...\n"
    "\n"
    "Reads news dumps (text, JSON, CSV, HTML, WARC, feeds, agency XML; packed or\n"
    "not), strips what is not the article and adds the articles to\n"
    "ARCHIVE, a folder that is created when absent. INPUT is a file, a folder\n"
    "(walked recursively, in name order) or - for standard input. The same\n"
    "command run twice leaves the archive as after the first time.\n"
    "\n";

constexpr std::string_view kExamples =
    "\n"
    "Examples:\n"
    "  backfile-index news dump/                       every file of a folder\n"
    "  backfile-index news dump.jsonl --map body=text  a dump with a name of its own\n"
    "  backfile-index news page.txt --set source='Harbour Gazette'\n"
    "  backfile-index news dump/ --dry-run | jq .removed     what would be stripped\n"
    "  backfile-index news crawl.warc.gz pages.zip     packed, in whatever format\n"
    "  ssh host cat dump.csv | backfile-index news -   from a pipe\n"
    "  backfile-index news --delete harbour-17         remove an article\n"
    "  backfile-index news --optimize                  after the last dump: one segment\n"
    "\n"
    "Exit: 0 done; 1 done, but at least one input was rejected; 2 failed.\n";

// Of an article whose text is kept as it came. With all of it escaped, six bytes for one, the
// stored form stays below the 2 GB that can be read.
constexpr std::size_t kMaxKeptBytes = std::size_t{256} << 20;

po::options_description described() {
  po::options_description options("Options");
  options.add_options()  //
      ("format", po::value<std::string>()->default_value("auto")->value_name("F"),
       ("auto (by content, then by name), or one of: " + format_names()).c_str())  //
      ("map", po::value<std::vector<std::string>>()->value_name("FIELD=NAME"),
       ("the dump's own name for a field (jsonl, json, csv, tsv), a.b inside an object; "
        "repeatable. "
        "Fields: " +
        field_names())
           .c_str())  //
      ("set", po::value<std::vector<std::string>>()->value_name("FIELD=VALUE"),
       "value for articles that lack the field; repeatable")  //
      ("clean", po::value<std::string>()->default_value("strict")->value_name("MODE"),
       "strict: whole lines with certain cues (PREV ..., Share this:) and the headline "
       "repeated go, and paragraphs that a source says again and again; aggressive, for text of "
       "whole pages: menus, teasers, comments and all else around the article go, too; off: "
       "nothing goes")  //
      ("language", po::value<std::string>()->default_value("auto")->value_name("L"),
       "ISO 639-1 code for all articles; auto: the article's own, else detected")  //
      ("jobs", po::value<int>()->value_name("N"),
       "worker threads (default: the machine's cores)")  //
      ("max-article", po::value<std::string>()->default_value("16M")->value_name("SIZE"),
       "largest line, record, page or element that is taken for an article: bytes, or with K, M, "
       "G")  //
      ("rejects", po::value<std::string>()->value_name("FILE"),
       "one JSON line for every input that was not indexed")  //
      ("keep-raw",
       "keep the text as it came, too: the body before cleaning, of HTML pages all their text; "
       "backfile-search --show ID --raw prints it")                                            //
      ("dry-run", "index nothing; print every article as it would be indexed, as JSON lines")  //
      ("delete", po::value<std::vector<std::string>>()->value_name("ID"),
       "remove an article; repeatable")                                                      //
      ("optimize", "make the archive one segment: the smallest, and the fastest to search")  //
      ("check", "read the whole archive and say what is wrong with it")                      //
      ("stats", "a last JSON line on standard output with counts, seconds, bytes")           //
      ("progress", po::value<std::string>()->default_value("auto")->value_name("WHEN"),
       "auto (on a terminal), always, never");
  return options;
}

const Field& field_of(const std::string& option, const Assignment& assignment) {
  const Field* field = field_by_name(assignment.name);
  if (!field)
    throw Error("no such field", option + " " + assignment.name, "fields are " + field_names());
  return *field;
}

FieldDefault default_of(const Assignment& assignment) {
  const Field& field = field_of("--set", assignment);
  if (first_invalid_utf8(assignment.value))
    throw Error("not UTF-8", "--set " + assignment.name, "write the value in UTF-8");
  return {&field, assignment.value};
}

CleanMode clean_mode(const std::string& name) {
  if (name == "strict") return CleanMode::kStrict;
  if (name == "off") return CleanMode::kOff;
  if (name == "aggressive") return CleanMode::kAggressive;
  throw Error("not a cleaning mode", "--clean " + name, "use strict, aggressive or off");
}

Show show_when(const std::string& name) {
  if (name == "auto") return Show::kAuto;
  if (name == "always") return Show::kAlways;
  if (name == "never") return Show::kNever;
  throw Error("not a choice", "--progress " + name, "use auto, always or never");
}

const Format* format_of(const std::string& name) {
  if (name == "auto") return nullptr;
  if (const Format* format = format_by_name(name)) return format;
  throw Error("not a format of this version", "--format " + name,
              "use auto or one of " + format_names());
}

std::string language_of(const std::string& name) {
  if (name == "auto") return {};
  std::string code = language_code(name);
  if (code.empty()) throw Error("not a language code", "--language " + name, "use one such as en");
  return code;
}

std::size_t jobs_of(const po::variables_map& values) {
  constexpr int kMaxJobs = 256;
  if (!values.count("jobs")) return std::max(1U, std::thread::hardware_concurrency());
  const int jobs = values["jobs"].as<int>();
  if (jobs < 1 || jobs > kMaxJobs)
    throw Error("not a number of jobs", std::to_string(jobs), "use 1 to 256");
  return std::size_t(jobs);
}

std::size_t max_article_bytes(const std::string& text) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 30;
  constexpr std::string_view kUnits = "KMG";
  std::uint64_t bytes = 0;
  const char* const end = text.data() + text.size();
  auto [rest, error] = std::from_chars(text.data(), end, bytes);
  if (rest != end) {
    const auto unit = kUnits.find(char(ascii_lower(*rest) - 'a' + 'A'));
    if (unit == std::string_view::npos || ++rest != end || bytes > kMost)
      error = std::errc::invalid_argument;
    else
      bytes <<= 10 * (unit + 1);
  }
  if (error != std::errc() || bytes == 0 || bytes > kMost)
    throw Error("not a size", "--max-article " + text, "use one such as 500K or 16M, 1G at most");
  return std::size_t(bytes);
}

void check(const IndexOptions& options) {
  if (options.archive.empty())
    throw Error("no archive given", {}, "usage: backfile-index ARCHIVE INPUT...");
  if (options.check && (options.optimize || !options.deletions.empty() || !options.inputs.empty()))
    throw Error("--check only reads", options.archive, "leave everything else out");
  if (options.keep_raw && options.reading.max_article_bytes > kMaxKeptBytes)
    throw Error("--keep-raw with --max-article of more than 256M", {}, "make one of them less");
  if (options.dry_run && options.optimize)
    throw Error("--dry-run changes nothing", "--optimize", "leave one of the two out");
  if (options.inputs.empty() && options.deletions.empty() && !options.optimize && !options.check)
    throw Error("no input given", {}, "name a file, a folder or - after the archive");
  if (options.dry_run && !options.deletions.empty())
    throw Error("--dry-run changes nothing", "--delete", "leave one of the two out");
}

}  // namespace

std::optional<IndexOptions> parse_index_options(int argc, const char* const* argv) {
  const auto line =
      parse_command_line({"backfile-index", kUsage, kExamples}, described(), argc, argv);
  if (!line) return std::nullopt;
  const po::variables_map& values = line->values;
  IndexOptions options;
  if (!line->words.empty()) options.archive = line->words.front();
  if (line->words.size() > 1) options.inputs.assign(line->words.begin() + 1, line->words.end());
  options.format = format_of(values["format"].as<std::string>());
  for (const Assignment& assignment : assignments(values, "map"))
    options.reading.map.push_back({&field_of("--map", assignment), assignment.value});
  for (const Assignment& assignment : assignments(values, "set"))
    options.clean.defaults.push_back(default_of(assignment));
  options.clean.mode = clean_mode(values["clean"].as<std::string>());
  options.clean.language = language_of(values["language"].as<std::string>());
  options.reading.max_article_bytes = max_article_bytes(values["max-article"].as<std::string>());
  options.clean.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  options.jobs = jobs_of(values);
  if (values.count("rejects")) options.rejects = values["rejects"].as<std::string>();
  options.keep_raw = values.count("keep-raw") > 0;
  options.dry_run = values.count("dry-run") > 0;
  if (values.count("delete")) options.deletions = values["delete"].as<std::vector<std::string>>();
  options.optimize = values.count("optimize") > 0;
  options.check = values.count("check") > 0;
  options.stats = values.count("stats") > 0;
  options.progress = show_when(values["progress"].as<std::string>());
  check(options);
  return options;
}

bool shows_progress(Show show) {
  return show == Show::kAlways || (show == Show::kAuto && ::isatty(STDERR_FILENO) == 1);
}

}  // namespace backfile
