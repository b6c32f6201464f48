// Random queries as the parser gives them: operators and sequences over leaves
// that a test makes.
#pragma once

#include <functional>
#include <utility>

#include "searcher/query/ast.h"
#include "tests/common/random_values.h"

namespace backfile {

class RandomQueries {
 public:
  RandomQueries(RandomValues& random, std::function<QueryNode()> leaf)
      : random_(random), leaf_(std::move(leaf)) {}

  // With operators at most `depth` deep. Never kAll, which no query but the empty one is.
  QueryNode next(int depth) {
    if (depth == 0 || random_.below(4) == 0) return leaf_();
    switch (random_.below(4)) {
      case 0:
        return sequence(depth);
      case 1:
        return joined(QueryNode::Type::kAnd, depth);
      case 2:
        return joined(QueryNode::Type::kOr, depth);
      default:
        return negation(depth);
    }
  }

 private:
  QueryNode sequence(int depth) {
    using Occur = QueryNode::Occur;
    QueryNode node;
    node.type = QueryNode::Type::kSequence;
    for (std::size_t left = 1 + random_.below(3); left > 0; --left) {
      QueryNode child = next(depth - 1);
      const std::size_t sign = random_.below(6);
      while (sign >= 2 && is_filter(child)) child = next(depth - 1);  // it would narrow the rest
      if (sign < 2) child.occur = sign == 0 ? Occur::kMust : Occur::kMustNot;
      node.children.push_back(std::move(child));
    }
    // A single item is no sequence, unless it is one to be left out.
    if (node.children.size() == 1) node.children.front().occur = Occur::kMustNot;
    return node;
  }

  // `a AND b AND c` is one node: the first child is none of the same type.
  QueryNode joined(QueryNode::Type type, int depth) {
    QueryNode node;
    node.type = type;
    for (std::size_t left = 2 + random_.below(2); left > 0; --left) {
      QueryNode child = next(depth - 1);
      while (node.children.empty() && child.type == type) child = next(depth - 1);
      node.children.push_back(std::move(child));
    }
    return node;
  }

  QueryNode negation(int depth) {
    QueryNode node;
    node.type = QueryNode::Type::kNot;
    node.children.push_back(random_.coin() ? next(depth - 1) : QueryNode{});
    node.children.push_back(next(depth - 1));
    return node;
  }

  RandomValues& random_;
  std::function<QueryNode()> leaf_;
};

}  // namespace backfile
