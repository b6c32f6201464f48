// The command line of backfile-search -> what to do, checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/open_options.h"
#include "searcher/render/formats.h"
#include "searcher/request.h"

namespace backfile {

struct SearchOptions {
  std::vector<std::string> archives;
  OpenOptions open;
  bool is_batch = false;               // what is asked comes from standard input
  bool lists_searches = false;         // that are saved, instead of a search
  std::optional<std::string> run;      // a saved search to run, with `words`
  std::optional<std::string> save_as;  // keep `words` by this name
  std::vector<std::string> words;      // options as given, `--`, archives as absolute paths, query
  std::optional<std::string> new_since;  // file of the articles that were shown, to leave out
  bool shows_seen = false;               // those that a saved search has found before, too
  bool has_limit = false;
  SearchRequest request;
  bool all = false;                 // every match, printed page by page
  std::optional<std::string> show;  // id of the one article to print
  bool raw = false;                 // of that article, the text as it came
  const OutputFormat* format = &output_formats().front();
};

// Empty after --help or --version, which print. Throws Error for a bad command line. `today` is
// what relative dates count from.
std::optional<SearchOptions> parse_search_options(int argc, const char* const* argv,
                                                  std::chrono::sys_days today);

// The same of a saved search: `given` says to run it, and its options go before those that were
// saved.
SearchOptions parse_saved_options(const SearchOptions& given, const std::vector<std::string>& saved,
                                  std::chrono::sys_days today);

}  // namespace backfile
