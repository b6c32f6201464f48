// The formats that answers and articles are printed in: a row a format.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/render/asked.h"
#include "searcher/result.h"
#include "searcher/saved/saved_searches.h"

namespace backfile {

// Where a format has facets, significant words and timelines: beside the hits, in their place when
// no hits are asked for, or nowhere.
enum class CountsPlace : std::uint8_t { kBeside, kInstead, kNowhere };

struct OutputFormat {
  std::string_view name;  // after --format
  // Hits are printed as they come, in the memory of a page.
  void (*answer)(const SearchResult& result, const MoreHits& more, const Asked& asked,
                 std::ostream& out);
  // One article, whole where the format has a place for its text.
  void (*article)(const Article& article, const Asked& asked, std::ostream& out);
  // Its text as it came, and the list of saved searches: nullptr where there is no such thing.
  void (*raw)(std::string_view id, std::string_view raw, std::ostream& out) = nullptr;
  void (*searches)(const std::vector<SavedSearch>& searches, std::ostream& out) = nullptr;
  CountsPlace counts = CountsPlace::kBeside;
  bool has_snippets = true;
  bool has_explanations = true;
  bool tells_missing = false;  // archives that are left out
};

// The first one is what is meant when nothing is said.
std::span<const OutputFormat> output_formats();

// "text, json, ...", for messages.
std::string output_format_names();

// Throws Error for a request that asks for what the format has no place for.
void check_format(const OutputFormat& format, const SearchRequest& request);

}  // namespace backfile
