#include "common/fold.h"

#include <algorithm>
#include <array>
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

bool folds_marks(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(UChar32(base), &status)) {
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

char32_t without_accents(char32_t c) {
  constexpr char32_t kCyrillicIo = U'ё';
  constexpr char32_t kCyrillicIe = U'е';
  if (c == kCyrillicIo) return kCyrillicIe;
  icu::UnicodeString parts;
  if (!decomposer().getDecomposition(UChar32(c), parts)) return c;
  const auto base = char32_t(parts.char32At(0));
  return folds_marks(base) ? base : c;
}

}  // namespace

char32_t fold_case(char32_t c) {
  constexpr char32_t kTurkishCapitalI = U'İ';  // its own fold is two code points
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  if (c == kTurkishCapitalI) return U'i';
  return char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT));
}

std::string fold_accents(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  bool marks_fold = true;  // of the last base letter
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    i += c.bytes;
    if (c.value < 0x80) {
      folded += char(c.value);
      marks_fold = true;
      continue;
    }
    if (u_charType(UChar32(c.value)) == U_NON_SPACING_MARK) {
      if (!marks_fold) append_utf8(folded, c.value);
      continue;
    }
    const char32_t plain = without_accents(c.value);
    const auto* row =
        std::ranges::lower_bound(kSpelledOut, plain, {}, &std::pair<char32_t, const char*>::first);
    if (row != kSpelledOut.end() && row->first == plain) {
      folded += row->second;
      marks_fold = true;
      continue;
    }
    append_utf8(folded, plain);
    marks_fold = plain < 0x80 || folds_marks(plain);
  }
  return folded;
}

}  // namespace backfile
