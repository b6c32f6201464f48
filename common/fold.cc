#include "common/fold.h"

#include <unicode/uchar.h>

#include "common/character.h"
#include "common/utf8.h"

namespace backfile {

char32_t fold_case(char32_t c) {
  if (c < 0x80) return char32_t(ascii_lower(char(c)));
  const std::string_view lower = character(c).lower.view();
  const CodePoint first = code_point_at(lower, 0);
  return first.bytes == lower.size() ? first.value
                                     : char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT));
}

std::string fold_accents(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  bool takes_accents = true;  // the last letter
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    i += c.bytes;
    if (c.value < 0x80) {
      folded += char(c.value);
      takes_accents = true;
      continue;
    }
    const Character& letter = character(c.value);
    const bool is_accent = letter.is(Character::kAccent);
    if (is_accent && takes_accents) continue;
    folded += letter.folded.view();
    if (!is_accent) takes_accents = letter.is(Character::kTakesAccents);
  }
  return folded;
}

}  // namespace backfile
