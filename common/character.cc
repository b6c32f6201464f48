#include "common/character.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/error.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// Letters that Unicode does not take apart; in order of the code point.
constexpr std::array kSpelledOut = {
    std::pair{U'ß', "ss"}, std::pair{U'æ', "ae"}, std::pair{U'ð', "d"},  std::pair{U'ø', "o"},
    std::pair{U'þ', "th"}, std::pair{U'đ', "d"},  std::pair{U'ħ', "h"},  std::pair{U'ı', "i"},
    std::pair{U'ł', "l"},  std::pair{U'ŋ', "n"},  std::pair{U'œ', "oe"}, std::pair{U'ŧ', "t"},
};

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(UChar32(c), &status);
}

// Unicode takes one of the apostrophes for a letter, and the Chinese zero for none.
bool is_letter(char32_t c) {
  constexpr char32_t kLetterApostrophe = U'ʼ';
  return (u_isalpha(UChar32(c)) != 0 && c != kLetterApostrophe) || c == U'〇';
}

bool is_unspaced(char32_t letter) {
  switch (script_of(letter)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return letter == U'ー';  // the long-vowel sign is common to both kana
  }
}

// Whether readers take the letters of its script, with and without marks, for the same.
bool is_of_accents(char32_t c) {
  switch (script_of(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

const icu::Normalizer2& decomposer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw Error("Unicode normalization failed", u_errorName(status));
  return *nfd;
}

char32_t base_of(char32_t c) {
  constexpr char32_t kCyrillicIo = U'ё';
  constexpr char32_t kCyrillicIe = U'е';
  if (c == kCyrillicIo) return kCyrillicIe;
  icu::UnicodeString parts;
  if (!decomposer().getDecomposition(UChar32(c), parts)) return c;
  const auto base = char32_t(parts.char32At(0));
  return is_of_accents(base) ? base : c;
}

Character::Spelling spelling(std::string_view utf8) {
  Character::Spelling spelling;
  std::ranges::copy(utf8, spelling.bytes.begin());
  spelling.size = std::uint8_t(utf8.size());
  return spelling;
}

Character::Spelling spelling(char32_t c) {
  std::string utf8;
  append_utf8(utf8, c);
  return spelling(utf8);
}

Character::Spelling spelled_out(char32_t c) {
  const auto* row =
      std::ranges::lower_bound(kSpelledOut, c, {}, &std::pair<char32_t, const char*>::first);
  return row != kSpelledOut.end() && row->first == c ? spelling(row->second) : spelling(c);
}

char32_t lower_of(char32_t c) {
  constexpr char32_t kTurkishCapitalI = U'İ';  // its own fold is two code points
  if (c == kTurkishCapitalI) return U'i';
  return char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT));
}

std::uint8_t kinds_of(char32_t c) {
  unsigned kinds = 0;
  if (is_letter(c)) {
    kinds |= Character::kLetter;
    if (is_unspaced(c)) kinds |= Character::kUnspaced;
  }
  switch (u_charType(UChar32(c))) {
    case U_NON_SPACING_MARK:
      return std::uint8_t(kinds | Character::kMark | Character::kAccent);
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return std::uint8_t(kinds | Character::kMark);
    case U_DECIMAL_DIGIT_NUMBER:
      return std::uint8_t(kinds | Character::kDigit);
    case U_FORMAT_CHAR:
      return std::uint8_t(kinds | Character::kIgnorable);
    default:
      return std::uint8_t(kinds);
  }
}

Character character_of(char32_t c) {
  Character made;
  made.kinds = kinds_of(c);
  const char32_t lower = lower_of(c);
  const char32_t base = made.is(Character::kAccent) ? c : base_of(c);
  made.lower = spelling(lower);
  made.folded = spelled_out(base);
  if (is_ascii(made.folded.view()) || is_of_accents(base)) made.kinds |= Character::kTakesAccents;
  if (made.is(Character::kAccent) || spelled_out(base_of(lower)).view() != made.lower.view())
    made.kinds |= Character::kAccented;
  return made;
}

}  // namespace

// A page is never given back: other threads read it.
const Characters::Page& Characters::make_page(std::atomic<const Page*>& place, std::size_t number) {
  auto page = std::make_unique<Page>();
  for (std::size_t i = 0; i < kPageSize; ++i)
    (*page)[i] = character_of(char32_t(number * kPageSize + i));
  const Page* made_meanwhile = nullptr;
  if (place.compare_exchange_strong(made_meanwhile, page.get())) return *page.release();
  return *made_meanwhile;
}

}  // namespace backfile
