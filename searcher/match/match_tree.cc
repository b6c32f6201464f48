#include "searcher/match/match_tree.h"

#include "common/error.h"
#include "searcher/match/span_source.h"

namespace backfile {
namespace {

using Query = Xapian::Query;
using Type = MatchNode::Type;

Query::op operator_of(Type type) {
  switch (type) {
    case Type::kAnd:
      return Query::OP_AND;
    case Type::kOr:
      return Query::OP_OR;
    case Type::kFilter:
      return Query::OP_FILTER;
    case Type::kAndNot:
      return Query::OP_AND_NOT;
    case Type::kAndMaybe:
      return Query::OP_AND_MAYBE;
    default:
      throw Error("a match of an unknown kind");
  }
}

Query of_terms(Query::op op, const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return {op, terms.begin(), terms.end()};
}

Query unscaled(const MatchNode& node) {
  switch (node.type) {
    case Type::kNothing:
      return Query::MatchNothing;
    case Type::kAll:
      return Query(std::string());  // not MatchAll: threads would share its count of references
    case Type::kTerms:
      return of_terms(Query::OP_SYNONYM, node.terms);
    case Type::kAnyOf:
      return {Query::OP_SCALE_WEIGHT, of_terms(Query::OP_OR, node.terms), 0.0};
    case Type::kSpans:
      return {Query::OP_SCALE_WEIGHT, Query((new SpanSource(node.spans.value()))->release()), 0.0};
    case Type::kEngine:
      return node.query;
    default:
      break;
  }
  std::vector<Query> children;
  for (const MatchNode& child : node.children) children.push_back(to_query(child));
  if (node.type == Type::kPhrase)
    return {Query::OP_PHRASE, children.begin(), children.end(), Xapian::termcount(children.size())};
  return {operator_of(node.type), children.begin(), children.end()};
}

}  // namespace

Query to_query(const MatchNode& node) {
  const Query query = unscaled(node);
  return node.factor == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, node.factor);
}

}  // namespace backfile
