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

const icu::Normalizer2& checked(const icu::Normalizer2* normalizer, UErrorCode status) {
  if (U_FAILURE(status)) throw Error("Unicode normalization failed", u_errorName(status));
  return *normalizer;
}

const icu::Normalizer2& decomposer() {
  UErrorCode status = U_ZERO_ERROR;
  return checked(icu::Normalizer2::getNFDInstance(status), status);
}

const icu::Normalizer2& compatibility_composer() {
  UErrorCode status = U_ZERO_ERROR;
  return checked(icu::Normalizer2::getNFKCInstance(status), status);
}

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

char32_t base_of(char32_t c) {
  constexpr char32_t kCyrillicIo = U'ё';
  constexpr char32_t kCyrillicIe = U'е';
  if (c == kCyrillicIo) return kCyrillicIe;
  icu::UnicodeString parts;
  if (!decomposer().getDecomposition(UChar32(c), parts)) return c;
  const auto base = char32_t(parts.char32At(0));
  return is_of_accents(base) ? base : c;
}

constexpr char32_t kTurkishCapitalI = U'İ';

char32_t lower_of(char32_t c) {
  constexpr char32_t kIotaBelow = 0x345;
  if (c == kTurkishCapitalI) return U'i';  // its own fold is two code points
  if (c == kIotaBelow) return c;           // its own fold is a letter
  return char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT));
}

bool is_invisible(char32_t c) {
  constexpr char32_t kArabicStretch = 0x640;  // ـ, which makes a word longer, no other
  return u_charType(UChar32(c)) == U_FORMAT_CHAR || u_charType(UChar32(c)) == U_ENCLOSING_MARK ||
         u_hasBinaryProperty(UChar32(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         c == kArabicStretch;
}

bool is_joint(char32_t c) {
  constexpr std::u32string_view kJoints = U".,&'’ʼ\u05F3\"”\u05F4";
  return kJoints.find(c) != std::u32string_view::npos;
}

unsigned kinds_of(char32_t c) {
  if (is_invisible(c)) return Character::kIgnorable;
  if (is_letter(c) && is_unspaced(c)) return Character::kLetter | Character::kUnspaced;
  if (is_letter(c)) return Character::kLetter;
  switch (u_charType(UChar32(c))) {
    case U_NON_SPACING_MARK:
      return Character::kMark | Character::kAccent;
    case U_COMBINING_SPACING_MARK:
      return Character::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
      return Character::kDigit;
    default:
      return is_joint(c) ? unsigned(Character::kJoint) : 0;
  }
}

// Whether `c` is another shape of other characters. Superscript digits are none, for they are
// footnotes as often; nor are letters of two in scripts where Unicode parts true letters (Thai ำ).
bool is_shape(char32_t c) {
  switch (u_getIntPropertyValue(UChar32(c), UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_WIDE:
    case U_DT_NARROW:
    case U_DT_FONT:
    case U_DT_SUB:
    case U_DT_INITIAL:
    case U_DT_MEDIAL:
    case U_DT_FINAL:
    case U_DT_ISOLATED:
      return true;
    case U_DT_SUPER:
      return is_letter(c);
    case U_DT_COMPAT:
      return is_letter(c) && (script_of(c) == USCRIPT_LATIN || script_of(c) == USCRIPT_ARMENIAN);
    default:
      return false;
  }
}

bool is_in_word(char32_t c) { return (kinds_of(c) & Character::kInWord) != 0; }
bool is_accent(char32_t c) { return (kinds_of(c) & Character::kAccent) != 0; }

std::u32string code_points(const icu::UnicodeString& text) {
  std::u32string all;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    all += char32_t(text.char32At(i));
  return all;
}

// What `c` is a shape of: one character, or some that are all in words; else `c`.
std::u32string plain_of(char32_t c) {
  if (!is_shape(c)) return {c};
  UErrorCode status = U_ZERO_ERROR;
  const std::u32string plain =
      code_points(compatibility_composer().normalize(icu::UnicodeString(UChar32(c)), status));
  const bool is_plain = plain.size() == 1 || std::ranges::all_of(plain, is_in_word);
  return U_SUCCESS(status) && is_plain ? plain : std::u32string{c};
}

Character::Spelling spelling(std::string_view utf8) {
  Character::Spelling spelling;
  std::ranges::copy(utf8, spelling.bytes.begin());
  spelling.size = std::uint8_t(utf8.size());
  return spelling;
}

void append_spelled_out(std::string& text, char32_t c) {
  const auto* row =
      std::ranges::lower_bound(kSpelledOut, c, {}, &std::pair<char32_t, const char*>::first);
  if (row != kSpelledOut.end() && row->first == c)
    text += row->second;
  else if (u_isdigit(UChar32(c)))
    text += char('0' + u_charDigitValue(UChar32(c)));
  else
    append_utf8(text, c);
}

// Whether its small letter is another's, which accents may go with that it is not composed with.
bool is_variant(char32_t c) {
  constexpr char32_t kFinalSigma = U'ς';  // which ends every other word of Greek, and never has any
  if (c == kTurkishCapitalI) return true;
  return c != kFinalSigma && lower_of(c) != char32_t(u_tolower(UChar32(c)));
}

std::string lower_of(std::u32string_view text) {
  std::string lower;
  for (const char32_t c : text) append_utf8(lower, lower_of(c));
  return lower;
}

// In its own case, without accents.
std::string folded_of(std::u32string_view text) {
  std::string folded;
  for (const char32_t c : text) {
    if (!is_accent(c))
      append_spelled_out(folded, base_of(c));
    else if (text.size() == 1)
      append_utf8(folded, c);
  }
  return folded;
}

std::string folded_lower_of(std::u32string_view text) {
  std::u32string lower;
  for (const char32_t c : text) lower += lower_of(c);
  return folded_of(lower);
}

Character character_of(char32_t c) {
  std::u32string plain = plain_of(c);
  if (lower_of(plain).size() > Character::Spelling::kMaxBytes) plain = c;
  unsigned kinds = kinds_of(plain.front());
  const std::string lower = lower_of(plain);
  const std::string folded = folded_of(plain);
  if (plain.front() != c || is_variant(c)) kinds |= Character::kCompatibility;
  if (is_ascii(folded) || is_of_accents(base_of(plain.back()))) kinds |= Character::kTakesAccents;
  if (is_accent(plain.front()) || folded_lower_of(plain) != lower) kinds |= Character::kAccented;
  return {spelling(lower), spelling(folded), std::uint16_t(kinds)};
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
