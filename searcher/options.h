// The command line of backfile-search -> what to do, checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/request.h"

namespace backfile {

enum class OutputFormat : std::uint8_t { kText, kJson, kJsonl, kIds };

struct SearchOptions {
  std::vector<std::string> archives;
  SearchRequest request;
  bool all = false;                 // every match, printed page by page
  std::optional<std::string> show;  // id of the one article to print
  bool raw = false;                 // of that article, the text as it came
  OutputFormat format = OutputFormat::kText;
};

// Empty after --help or --version, which print. Throws Error for a bad command line. `today` is
// what relative dates count from.
std::optional<SearchOptions> parse_search_options(int argc, const char* const* argv,
                                                  std::chrono::sys_days today);

}  // namespace backfile
