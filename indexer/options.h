// The command line of backfile-index -> what to do, checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/cleaner/clean.h"
#include "indexer/readers/format.h"

namespace backfile {

enum class Show : std::uint8_t { kAuto, kAlways, kNever };

struct IndexOptions {
  std::string archive;
  std::vector<std::string> inputs;
  const Format* format = nullptr;  // nullptr: found out for every file
  ReaderSettings reading;
  CleanOptions clean;
  std::size_t jobs = 1;
  std::string rejects;    // empty: none
  bool keep_raw = false;  // the text as it came, with every article
  bool dry_run = false;
  std::vector<std::string> deletions;  // ids
  bool optimize = false;
  bool check = false;
  bool stats = false;
  Show progress = Show::kAuto;
};

// Whether progress is shown: when automatic, on a terminal.
bool shows_progress(Show show);

// Empty after --help or --version, which print. Throws Error for a bad command line.
std::optional<IndexOptions> parse_index_options(int argc, const char* const* argv);

}  // namespace backfile
