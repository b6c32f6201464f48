// Query text -> lexemes. What is malformed at this level (an unclosed quote, a
// wildcard in the wrong place) is told with its column; nothing is guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/schema.h"
#include "searcher/query/ast.h"
#include "searcher/result.h"

namespace backfile {

struct Lexeme {
  enum class Type : std::uint8_t {
    kWord,    // text as written
    kPhrase,  // text between the quotes
    kExact,   // =text
    kPrefix,  // text*
    kField,   // name: ; what follows is in `field`
    kRaw,     // the value behind date: id: lang:
    kAnd,
    kOr,
    kNot,
    kProximity,  // NEAR/5, w/5, pre/5, w/s, w/p: `operation`, with `distance`
    kPlus,
    kMinus,
    kOpen,
    kClose,
    kEnd,
  };
  Type type = Type::kEnd;
  std::string text = {};
  const Field* field = nullptr;
  std::size_t offset = 0;  // in the query, bytes
  Column column = {};
  QueryNode::Type operation = QueryNode::Type::kNear;
  std::size_t distance = 0;
};

// The greatest distance in words. Texts of an article lie further apart.
inline constexpr std::size_t kMaxDistance = 500;

// `query` is valid UTF-8. The last lexeme is kEnd.
std::variant<std::vector<Lexeme>, QueryError> lex(std::string_view query);

// "`what` at column N", with `advice` behind a semicolon when there is any.
QueryError query_error(Column column, std::string_view what, std::string_view advice = {});
QueryError query_error(std::string_view query, std::size_t offset, std::string_view what,
                       std::string_view advice = {});

}  // namespace backfile
