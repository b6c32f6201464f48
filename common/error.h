// What went wrong, as a user is told it: one line of three parts, such as
//   no such file: dump/a.jsonl; check the path
// An expected failure (one bad article, a bad query) is returned as a value; a
// fatal one is thrown as Error, the only exception type of this project.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace backfile {

class Error : public std::runtime_error {
 public:
  // `what` is wrong with `where` (a path, an option, the offending text);
  // `advice` says what to do. `where` and `advice` may be empty.
  Error(std::string_view what, std::string_view where = {}, std::string_view advice = {})
      : std::runtime_error(line(what, where, advice)),
        reason_(what),
        where_(where),
        advice_(advice) {}

  // The three parts, for whoever tells them one by one.
  const std::string& reason() const { return reason_; }
  const std::string& where() const { return where_; }
  const std::string& advice() const { return advice_; }

 private:
  static std::string line(std::string_view what, std::string_view where, std::string_view advice) {
    std::string text(what);
    if (!where.empty()) text.append(": ").append(where);
    if (!advice.empty()) text.append("; ").append(advice);
    return text;
  }

  std::string reason_;
  std::string where_;
  std::string advice_;
};

}  // namespace backfile
