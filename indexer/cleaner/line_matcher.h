// Tells whether one line is boilerplate by the rules' tables: all rows are
// compiled into one automaton, so a line is read once however many rows there
// are, and true text is dropped within its first few bytes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/cleaner/rules.h"

namespace backfile {

// `line` without the mark of a list item and the blank behind it.
std::string_view without_bullet(std::string_view line);

class LineMatcher {
 public:
  // Labels are short; notices (cookies, copyright, subscription, advertising,
  // comment forms) and captions are sentences. A longer line is a paragraph and
  // never judged.
  static constexpr std::size_t kMaxLabelBytes = 200;
  static constexpr std::size_t kMaxNoticeBytes = 400;

  // All tables, in the order common, English, German, French, Spanish.
  LineMatcher();
  // Only these rows; what they view must outlive the matcher. Throws
  // std::logic_error naming the first row whose pattern does not compile.
  explicit LineMatcher(std::span<const LineRule> rules);
  ~LineMatcher();
  LineMatcher(LineMatcher&&) noexcept;
  LineMatcher& operator=(LineMatcher&&) noexcept;

  // The class of the first row that matches `line` (UTF-8, one line), whatever
  // its outer blanks and list bullet; nullopt if none does. The view lives as
  // long as the rows. Safe to call from many threads.
  std::optional<std::string_view> rule_of(std::string_view line) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace backfile
