#include "indexer/cleaner/date_tokens.h"

#include <unicode/uchar.h>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

DateToken::Kind kind_of(char32_t c) {
  if (c < 0x80 && is_ascii_digit(char(c))) return DateToken::Kind::kNumber;
  const bool in_word = u_isalpha(UChar32(c)) != 0 || u_charType(UChar32(c)) == U_NON_SPACING_MARK;
  return in_word ? DateToken::Kind::kWord : DateToken::Kind::kSign;
}

}  // namespace

int DateToken::value() const {
  int number = 0;
  for (const char digit : text) number = number * 10 + (digit - '0');
  return number;
}

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  bool spaced = true;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.bytes;
    if (is_white_space(c.value)) {
      spaced = true;
      continue;
    }
    const DateToken::Kind kind = kind_of(c.value);
    const bool goes_on =
        !spaced && !tokens.empty() && tokens.back().kind == kind && kind != DateToken::Kind::kSign;
    if (!goes_on) tokens.push_back({kind, {}, spaced});
    append_utf8(tokens.back().text, fold_case(c.value));
    spaced = false;
  }
  for (DateToken& token : tokens)
    if (token.is_word() && !is_ascii(token.text)) token.text = fold_accents(token.text);
  tokens.push_back({DateToken::Kind::kEnd, {}, spaced});
  return tokens;
}

}  // namespace backfile
