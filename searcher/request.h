// What is asked of archives: a plain value.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "common/period.h"
#include "common/schema.h"
#include "searcher/timeline_step.h"

namespace backfile {

// By date, ties by id; by relevance, ties by newest, then id.
enum class Sort : std::uint8_t { kRelevance, kNewest, kOldest };

// Of what matches a facet that filters name is counted: of the answer, or of what it would be
// without the facet's own filters, so that other choices are seen. (What is excluded stays so.)
enum class FacetMode : std::uint8_t { kAnd, kMulti };

struct FacetRequest {
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  const Facet* facet = nullptr;  // facet_by_name()
  std::size_t limit = 10;        // values, the most frequent first
};

// A value that articles must or must not have.
struct Filter {
  const Facet* facet = nullptr;
  std::string value;
};

struct Filters {
  std::vector<Filter> required;  // of one facet: any; of different ones: all
  std::vector<Filter> excluded;
  std::vector<std::string> excluded_ids;  // articles that are known already
  DateRange dates;
};

struct SearchRequest {
  std::string query;  // empty: all articles
  Filters filters;
  Sort sort = Sort::kRelevance;
  std::optional<std::string> similar;        // id: articles like this one (searcher/similar.h)
  std::optional<std::chrono::days> recency;  // half-life: newer ones first (searcher/recency.h)
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool about = false;  // the total may be an estimate, where that is quicker
  std::vector<FacetRequest> facets;
  FacetMode facet_mode = FacetMode::kAnd;
  std::optional<std::size_t> words;  // so many significant words of the matches
  std::optional<TimelineStep> timeline;
  bool group = false;                    // near-copies count once, and the best of them is the hit
  std::size_t snippet_characters = 200;  // 0: no snippets
  bool explain = false;                  // say why hits have their scores
  std::chrono::sys_days today;           // what relative dates in the query, and ages, count from
};

}  // namespace backfile
