// AST + filters -> what the engine matches, and what a snippet highlights.
#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/period.h"
#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"

namespace backfile {

// A value that articles must or must not have (--filter, --exclude).
struct Filter {
  const Facet* facet;
  std::string value;
};

struct Filters {
  std::vector<Filter> required;  // of one facet: any; of different ones: all
  std::vector<Filter> excluded;
  DateRange dates;
};

// What in a text was searched for. Negated parts of the query are not in it.
struct Wanted {
  std::set<std::string> stems;                    // terms of the unprefixed text
  std::string first_letters;                      // first bytes of the words behind them, folded
  std::set<std::string> exact;                    // words, accents counting
  std::vector<std::string> prefixes;              // of folded words
  std::vector<std::vector<std::string>> phrases;  // folded words in a row
};

struct Plan {
  Xapian::Query query;
  Wanted wanted;
};

// A prefix stands for this many words at the most.
inline constexpr std::size_t kMaxExpansion = 1000;

// `languages` and `database` are the archive's. Returns QueryError for a prefix of too many words,
// whose column is not known here and 1.
std::variant<Plan, QueryError> plan_query(const QueryNode& query, const Filters& filters,
                                          const std::vector<std::string>& languages,
                                          const Xapian::Database& database);

// Throws Error when the value cannot be one of the facet's, such as year=20x4.
void check_filter(const Filter& filter);

}  // namespace backfile
