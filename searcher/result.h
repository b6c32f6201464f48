// What archives answer: plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/period.h"
#include "common/schema.h"
#include "searcher/timeline_step.h"

namespace backfile {

// A query that cannot be understood. `message` names the column, counted in characters from 1:
// "unclosed quote at column 9"; column 0 is for what lies in no place of the query.
struct QueryError {
  std::string message;
  std::size_t column = 0;
};

// Bytes of a text, end exclusive; on character boundaries.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Range&) const = default;
};

struct Snippet {
  std::string text;               // one line
  std::vector<Range> highlights;  // in order, apart from each other
};

// What a part of the query, or of the ranking, gives to a score.
struct ScorePart {
  std::string name;  // terms as they are in the index, or what it is in words
  double weight = 0;
};

// What a near-copy has of the article that it is a copy of.
struct CopyRelation {
  double kept = 0;   // share of the first one's shingles that the copy has
  double added = 0;  // share of the copy's shingles that the first one lacks
  std::string cut;   // sentences of the first one that the copy lacks, in their order
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

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
  bool is_selected = false;  // by a filter, where the facet is counted without it

  bool operator==(const FacetValue&) const = default;
};

// Of a facet, what is shown.
struct FacetCounts {
  const Facet* facet = nullptr;
  std::vector<FacetValue> values;  // by count, then by value
  std::size_t distinct = 0;        // values in all, those beyond the limit too
  std::uint64_t without = 0;       // articles that have none
};

struct SignificantWord {
  std::string value;           // as the articles write it; a name has several words
  std::uint64_t count = 0;     // of the articles, those that have it
  std::uint64_t articles = 0;  // of all they were compared with, themselves included

  bool operator==(const SignificantWord&) const = default;
};

struct TimelinePeriod {
  Period days;
  std::string period;
  std::uint64_t count = 0;     // matches
  std::uint64_t articles = 0;  // of the archive
  bool is_peak = false;
  std::vector<SignificantWord> words = {};  // of a peak: what sets its matches apart

  double share() const { return articles > 0 ? double(count) / double(articles) : 0; }
};

struct Timeline {
  TimelineStep step = TimelineStep::kYear;
  std::vector<TimelinePeriod> periods;  // in order, empty ones too; none when no match is dated
  std::uint64_t undated = 0;            // matches
};

// An archive that did not answer, and why.
struct MissingArchive {
  std::string name;
  std::string reason;
};

struct SearchResult {
  std::string query;
  std::string understood;
  std::optional<std::string> similar;  // as requested
  // The query put right, when a word of it is in no article or hardly any
  // (searcher/did_you_mean.h); never where one of the archives is remote.
  std::optional<std::string> did_you_mean;
  bool is_explained = false;            // the hits have parts
  std::uint64_t total = 0;              // articles that match
  bool is_exact = true;                 // the total; false when estimated or when some are missing
  std::optional<std::uint64_t> groups;  // the same with near-copies counted once, when requested
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;  // as requested; kMulti: and what is filtered by
  std::optional<std::vector<SignificantWord>> words;  // when requested
  std::optional<Timeline> timeline;                   // when requested
  std::vector<MissingArchive> missing;                // only when a partial answer was allowed
  double took_ms = 0;
};

// The hits behind those of a result, page by page; none at the end. Empty when there are no more.
using MoreHits = std::function<std::vector<Hit>()>;

}  // namespace backfile
