// What readers give: an article as the dump has it, field by field, or the
// reason why a part of the dump is no article.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "common/schema.h"

namespace backfile {

// Where something stood in the dump.
struct Origin {
  std::string input;     // "dump/a.jsonl", "-"
  std::string position;  // "line 7"; empty: the whole input
};

// Values as they stand in the dump (valid UTF-8, not cleaned), in the order of fields().
struct RawArticle {
  Origin origin;
  std::vector<std::vector<std::string>> values{fields().size()};

  std::vector<std::string>& operator[](const Field& field) {
    return values[std::size_t(&field - fields().data())];
  }
  const std::vector<std::string>& operator[](const Field& field) const {
    return values[std::size_t(&field - fields().data())];
  }
};

// A part of the dump that was not indexed, or a remark about one that was.
struct Rejection {
  Origin origin;
  std::string reason;  // a few fixed words: "invalid JSON"
  std::string detail;  // what in particular, and what to do
};

using ReadItem = std::variant<RawArticle, Rejection>;

}  // namespace backfile
