#include "common/fold.h"

#include <doctest/doctest.h>

#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

std::string lower(std::string_view word) {
  std::string folded;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    append_utf8(folded, fold_case(c.value));
    i += c.bytes;
  }
  return folded;
}

struct Row {
  std::string_view word;
  std::string_view expected;
};

TEST_CASE("fold: case") {
  constexpr Row kRows[] = {
      {"ABCxyz019@[`{", "abcxyz019@[`{"},
      {"ÀÉÎÕÜ", "àéîõü"},
      {"Straße", "straße"},
      {"STRAẞE", "straße"},
      {"ŁÓDŹ", "łódź"},
      {"ΑΘΉΝΑΣ", "αθήνασ"},
      {"Αθήνας", "αθήνασ"},  // the sigma of a word's end is a sigma
      {"МОСКВА", "москва"},
      {"ЁЛКА", "ёлка"},
      {"ԵՐԵՎԱՆ", "երեվան"},
      {"İSTANBUL", "istanbul"},  // no capital may stay: it would look like a term's prefix
      {"東京한글ไทย", "東京한글ไทย"},
      {"ＡＢ１　", "ab1 "},
      {"ﬁĲǆ", "ﬁĳǆ"},  // one letter stays one
  };
  for (const Row& row : kRows) {
    CAPTURE(row.word);
    CHECK(lower(row.word) == row.expected);
  }
}

TEST_CASE("fold: no letter folds to a capital") {
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const char32_t folded = fold_case(c);
    if (folded != fold_case(folded) || (folded >= 'A' && folded <= 'Z'))
      FAIL_CHECK("code point " << std::uint32_t(c) << " -> " << std::uint32_t(folded));
  }
}

TEST_CASE("fold: accents") {
  constexpr Row kRows[] = {
      {"", ""},
      {"plain", "plain"},
      {"zürich", "zurich"},
      {"straße", "strasse"},
      {"smørrebrød", "smorrebrod"},
      {"français", "francais"},
      {"œuvre", "oeuvre"},
      {"ærø", "aero"},
      {"ǽ", "ae"},
      {"ǿ", "o"},
      {"þórður", "thordur"},
      {"łódź", "lodz"},
      {"đường", "duong"},
      {"việt", "viet"},
      {"ħaż", "haz"},
      {"kadın", "kadin"},
      {"ŋ", "n"},
      {"ŧ", "t"},
      {"mañana", "manana"},
      {"čeština", "cestina"},
      {"rüṣtü", "rustu"},
      {"x\u0323\u0302y", "xy"},  // marks that no letter is composed with
      {"αθήνασ", "αθηνασ"},
      {"ᾄδω", "αδω"},
      {"ϊός", "ιος"},
      {"أحمد", "احمد"},
      {"مُحَمَّد", "محمد"},
      {"שָׁלוֹם", "שלום"},
      {"ёлка", "елка"},
      {"йод", "йод"},
      {"київ", "київ"},
      {"เกี่ยว", "เกี่ยว"},
      {"हिन्दी", "हिन्दी"},
      {"がぎ", "がぎ"},
      {"서울", "서울"},
      {"東京", "東京"},
      {"10,000", "10,000"},
      {"٢٠٢٤", "2024"},
      {"१०", "10"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.word);
    CHECK(fold_accents(row.word) == row.expected);
  }
}

TEST_CASE("fold: once is enough, and no capital comes of it") {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string word = "a";
    append_utf8(word, fold_case(c));
    const std::string folded = fold_accents(word);
    const bool capital = folded.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
    if (capital || fold_accents(folded) != folded || first_invalid_utf8(folded))
      FAIL_CHECK("code point " << std::uint32_t(c) << " -> " << folded);
  }
}

TEST_CASE("fold: random words") {
  constexpr std::string_view kPieces[] = {"a", "é", "ß", "ø", "\u0301", "\u0323", "ё",  "й",
                                          "ή", "أ", "ُ",  "ी", "ก",      "ี",       "東", "7"};
  RandomValues random(5);
  for (int i = 0; i < 2000; ++i) {
    const std::string word = random.text(kPieces, 10);
    CAPTURE(word);
    const std::string folded = fold_accents(word);
    CHECK(fold_accents(folded) == folded);
    CHECK_FALSE(first_invalid_utf8(folded));
  }
}

}  // namespace
}  // namespace backfile
