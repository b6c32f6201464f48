#include "searcher/query/ast.h"

#include <algorithm>

namespace backfile {
namespace {

using Type = QueryNode::Type;
using Occur = QueryNode::Occur;

std::string leaf_text(const QueryNode& leaf) {
  const std::string field = leaf.field ? std::string(leaf.field->query_name) + ':' : std::string();
  switch (leaf.type) {
    case Type::kPhrase:
    case Type::kValue:
      return field + '"' + leaf.text + '"';
    case Type::kExact:
      return field + '=' + leaf.text;
    case Type::kPrefix:
      return field + leaf.text + '*';
    default:
      return field + leaf.text;
  }
}

// `a NOT b NOT c` and `a NEAR/5 b w/s c` are plain without brackets, and may be long.
bool stands_in_brackets(const QueryNode& child, const QueryNode& parent) {
  if (child.is_leaf()) return false;
  const bool goes_on = (child.type == Type::kNot && parent.type == Type::kNot) ||
                       (child.is_proximity() && parent.is_proximity());
  return !goes_on || &child != &parent.children.front();
}

std::string operand(const QueryNode& child, const QueryNode& parent) {
  return stands_in_brackets(child, parent) ? '(' + to_text(child) + ')' : to_text(child);
}

std::string joined(const QueryNode& node, std::string_view between) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += between;
    if (child.occur == Occur::kMust) text += '+';
    if (child.occur == Occur::kMustNot) text += '-';
    text += operand(child, node);
  }
  return text;
}

}  // namespace

bool is_filter(const QueryNode& query) {
  if (query.is_leaf()) return query.field && query.field->kind != Kind::kText;
  return std::ranges::all_of(query.children, is_filter);
}

std::string to_text(const QueryNode& query) {
  switch (query.type) {
    case Type::kAll:
      return {};
    case Type::kSequence:
      return joined(query, " ");
    case Type::kAnd:
      return joined(query, " AND ");
    case Type::kOr:
      return joined(query, " OR ");
    case Type::kNot:
      if (query.children.front().type == Type::kAll)
        return "NOT " + operand(query.children.back(), query);
      return joined(query, " NOT ");
    case Type::kNear:
    case Type::kBefore:
    case Type::kSameSentence:
    case Type::kSameParagraph:
      return joined(query, ' ' + proximity_text(query) + ' ');
    default:
      return leaf_text(query);
  }
}

std::string proximity_text(const QueryNode& node) {
  switch (node.type) {
    case Type::kNear:
      return "NEAR/" + std::to_string(node.distance);
    case Type::kBefore:
      return "pre/" + std::to_string(node.distance);
    case Type::kSameSentence:
      return "w/s";
    default:
      return "w/p";
  }
}

std::size_t bracket_depth(const QueryNode& query) {
  std::size_t depth = 0;
  for (const QueryNode& child : query.children)
    depth = std::max(depth, bracket_depth(child) + (stands_in_brackets(child, query) ? 1 : 0));
  return depth;
}

}  // namespace backfile
