// What an article must have to match, and what counts for its score: a plain value
// between the query's tree and whatever matches it. There are two: Xapian's
// matcher, which every archive has, by to_query(); and our own (evaluator.h), for
// local archives, much faster where many articles match.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/match/spans.h"

namespace backfile {

struct MatchNode {
  enum class Type : std::uint8_t {
    kNothing,
    kAll,
    kTerms,     // any of `terms`; together they are one word with one weight
    kAnyOf,     // any of `terms`, without weight
    kAnd,       // all children
    kOr,        // any child
    kFilter,    // the first child, if the second matches; that has no weight
    kAndNot,    // the first child, unless the second matches
    kAndMaybe,  // the first child; the second adds weight
    kPhrase,    // children (words, or kOr of words) in a row
    kSpans,     // has a span of `spans`; without weight. The second of a kFilter
    kEngine,    // `query`: what only Xapian can match
  };
  Type type = Type::kNothing;
  std::vector<std::string> terms = {};
  double factor = 1;  // of the weights
  std::vector<MatchNode> children = {};
  Xapian::Query query = {};
  std::optional<SpanQuery> spans = {};

  static MatchNode all() { return {Type::kAll}; }
  static MatchNode any(std::vector<std::string> terms) { return {Type::kAnyOf, std::move(terms)}; }
  static MatchNode word(std::vector<std::string> terms) { return {Type::kTerms, std::move(terms)}; }
  static MatchNode engine(Xapian::Query query) {
    return {Type::kEngine, {}, 1, {}, std::move(query)};
  }
  static MatchNode with_spans(SpanQuery spans) {
    return {Type::kSpans, {}, 1, {}, {}, std::move(spans)};
  }
  static MatchNode of(Type type, std::vector<MatchNode> children) {
    return {type, {}, 1, std::move(children)};
  }
  static MatchNode of(Type type, MatchNode first, MatchNode second) {
    std::vector<MatchNode> children;
    children.push_back(std::move(first));
    children.push_back(std::move(second));
    return of(type, std::move(children));
  }
};

Xapian::Query to_query(const MatchNode& node);

}  // namespace backfile
