// A request x an archive -> an answer, all of it plain values.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/article.h"
#include "searcher/archive.h"
#include "searcher/copy_relation.h"
#include "searcher/facet_counts.h"
#include "searcher/match/top_hits.h"
#include "searcher/query/planner.h"
#include "searcher/significant_words.h"
#include "searcher/snippet.h"
#include "searcher/timeline.h"

namespace backfile {

// Of what matches a facet that filters name is counted: of the answer, or of what it would be
// without the facet's own filters, so that other choices are seen. (What is excluded stays so.)
enum class FacetMode : std::uint8_t { kAnd, kMulti };

struct SearchRequest {
  std::string query;  // empty: all articles
  Filters filters;
  Sort sort = Sort::kRelevance;
  std::optional<std::string> similar;        // id: articles like this one (searcher/similar.h)
  std::optional<std::chrono::days> recency;  // half-life: newer ones first (searcher/recency.h)
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<FacetRequest> facets;
  FacetMode facet_mode = FacetMode::kAnd;
  std::optional<std::size_t> words;  // so many significant words of the matches
  std::optional<TimelineStep> timeline;
  bool group = false;                    // near-copies count once, and the best of them is the hit
  std::size_t snippet_characters = 200;  // 0: no snippets
  bool explain = false;                  // say why hits have their scores
  std::chrono::sys_days today;           // what relative dates in the query, and ages, count from
};

// What a part of the query, or of the ranking, gives to a score.
struct ScorePart {
  std::string name;  // terms as they are in the index, or what it is in words
  double weight = 0;
};

struct Hit {
  std::size_t rank = 0;  // from 1, in the whole result
  double score = 0;
  Article article;
  Snippet snippet;
  std::vector<Range> title_highlights;
  std::vector<ScorePart> parts;  // of the score, when asked for: they add up to it
  std::string group;             // id of the first of its near-copies; empty when it has none
  std::size_t copies = 0;        // when grouped: matches of the group, itself too
  std::size_t sources = 0;       // when grouped: that these are from
  std::optional<CopyRelation> relation;  // in the listing of a group: to its first article
};

struct SearchResult {
  std::string query;
  std::string understood;
  std::optional<std::string> similar;  // as requested
  // The query put right, when a word of it is in no article or hardly any
  // (searcher/did_you_mean.h); never where one of the archives is remote.
  std::optional<std::string> did_you_mean;
  bool is_explained = false;            // the hits have parts
  std::uint64_t total = 0;              // articles that match, exactly
  std::optional<std::uint64_t> groups;  // the same with near-copies counted once, when requested
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;  // as requested; kMulti: and what is filtered by
  std::optional<std::vector<SignificantWord>> words;  // when requested
  std::optional<Timeline> timeline;                   // when requested
  double took_ms = 0;
};

// A query that cannot be understood is a QueryError; so is an id that no article has, recency with
// an order by date, and recency with likeness. Throws Xapian::Error when the archive cannot
// be read, after trying again on a newer state of it when a writer was too fast.
std::variant<SearchResult, QueryError> search(const SearchRequest& request, Archive& archive);

}  // namespace backfile
