// AST + filters -> what the engine matches, and what a snippet highlights.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <xapian.h>

#include "searcher/match/match_tree.h"
#include "searcher/query/ast.h"
#include "searcher/query/filters.h"
#include "searcher/query/lexer.h"
#include "searcher/rerank.h"

namespace backfile {

// What in a text was searched for. Negated parts of the query are not in it.
struct Wanted {
  std::set<std::string> stems;                    // terms of the unprefixed text
  std::string first_letters;                      // first bytes of the words behind them, folded
  std::set<std::string> exact;                    // words, accents counting
  std::vector<std::string> prefixes;              // of folded words
  std::vector<std::vector<std::string>> phrases;  // folded words in a row
};

struct Plan {
  MatchNode match;
  MatchNode words_match;  // what of `match` an explanation can tell apart, when one is asked for
  Wanted wanted;
  std::vector<RankedWord> words;  // in all text, each once; none of what is negated
  double min_weight = 0;          // what weighs less is no match
};

// A prefix stands for this many words at the most, and all prefixes of a query together.
inline constexpr std::size_t kMaxExpansion = 1000;
inline constexpr std::size_t kMaxExpansions = 10'000;

// What a query is planned for: an archive's database, and what it says of itself
// (searcher/archive.h).
struct Searched {
  const Xapian::Database& database;
  std::vector<std::string> languages;
  bool is_remote = false;
  // The ids of an article and its near-copies, by its id.
  std::function<std::vector<std::string>(const std::string&)> copies_of = {};
};

// QueryError for what the archive cannot be asked: prefixes of too many words, and on a remote one
// what only local archives can test.
std::variant<Plan, QueryError> plan_query(const QueryNode& query, const Filters& filters,
                                          const Searched& searched);

}  // namespace backfile
