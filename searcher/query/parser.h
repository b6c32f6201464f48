// Query text -> AST, by recursive descent:
//
//   either   := both (OR both)*
//   both     := ranked ((AND | NOT | AND NOT) ranked)*       also NOT ranked alone
//   ranked   := item+                                        words side by side
//   item     := [+ | -] operand (proximity operand)*          NEAR/5 w/5 pre/5 w/s w/p
//   operand  := leaf | '(' either ')' | field ':' (leaf | '(' either ')')
//
// So `red line AND kyiv talks` is `(red line) AND (kyiv talks)`. Fields that only say where to look
// narrow what stands beside them, and several of one field mean any: `flood date:2024 date:2025` is
// `flood AND (date:2024 OR date:2025)`. A sign before them is kept.
#pragma once

#include <chrono>
#include <string_view>
#include <variant>

#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"

namespace backfile {

inline constexpr std::size_t kMaxQueryBytes = 20'000;
inline constexpr std::size_t kMaxQueryDepth = 100;    // of brackets
inline constexpr std::size_t kMaxQueryLeaves = 1000;  // words, phrases and so on

// An empty query is kAll. `today` is what relative dates count from.
std::variant<QueryNode, QueryError> parse_query(std::string_view query,
                                                std::chrono::sys_days today);

}  // namespace backfile
