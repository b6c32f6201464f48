#include "common/fold.h"

#include "common/character.h"
#include "common/utf8.h"

namespace backfile {

char32_t fold_case(char32_t c) {
  if (c < 0x80) return char32_t(ascii_lower(char(c)));
  return code_point_at(character(c).lower.view(), 0).value;
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
