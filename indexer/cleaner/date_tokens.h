// A date's text taken apart into numbers, words and signs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct DateToken {
  enum class Kind : std::uint8_t { kEnd, kNumber, kWord, kSign };

  Kind kind = Kind::kEnd;
  std::string text;     // digits; a word in lower case without accents; one character
  bool spaced = false;  // white space before it

  bool is(std::string_view sign_or_word) const { return text == sign_or_word; }
  bool is_number() const { return kind == Kind::kNumber; }
  bool is_word() const { return kind == Kind::kWord; }
  std::size_t digits() const { return is_number() ? text.size() : 0; }
  // Of a number of at most nine digits.
  int value() const;
};

// The last token is kEnd. `text` is valid UTF-8.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace backfile
