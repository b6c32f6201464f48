#include "common/stemmer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include <doctest/doctest.h>
#include <libstemmer.h>

#include "common/fold.h"
#include "common/tokenizer.h"
#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

struct Row {
  std::string_view language;
  std::string_view word;
  std::string_view stem;
};

// One for every language.
constexpr Row kRows[] = {
    {"ar", "المهندسون", "مهندس"},
    {"ca", "eleccions", "elec"},
    {"da", "valgene", "valg"},
    {"de", "häuser", "haus"},
    {"el", "εκλογεσ", "εκλογ"},
    {"en", "elections", "elect"},
    {"es", "elecciones", "eleccion"},
    {"eu", "hauteskundeak", "hauteskunde"},
    {"fi", "vaaleissa", "vaale"},
    {"fr", "élections", "élect"},
    {"ga", "toghcháin", "toghcháin"},
    {"hi", "लड़कियों", "लड़क"},
    {"hu", "választások", "választás"},
    {"hy", "ընտրությունների", "ընտր"},
    {"id", "pemilihan", "pilih"},
    {"it", "elezioni", "elezion"},
    {"lt", "rinkimai", "rinkim"},
    {"nb", "valgene", "valg"},
    {"ne", "केटाहरू", "केटा"},
    {"ne", "हरू", "हरू"},  // all of it is a suffix
    {"nl", "verkiezingen", "verkiez"},
    {"no", "valgene", "valg"},
    {"pt", "eleições", "eleiçõ"},
    {"ro", "alegerilor", "aleger"},
    {"ru", "выборами", "выбор"},
    {"sr", "избори", "izbor"},
    {"sv", "valen", "val"},
    {"ta", "தேர்தல்கள்", "தேர்தல்"},
    {"tr", "kitaplar", "kitap"},
    {"yi", "הײַזער", "הײז"},
};

TEST_CASE("stemmer: a stem in every language, the same again") {
  Stemmer stemmer;
  for (int round = 0; round < 2; ++round) {
    for (const Row& row : kRows) {
      CAPTURE(row.language);
      CHECK(Stemmer::knows(row.language));
      CHECK(stemmer.stem(row.language, row.word) == row.stem);
    }
  }
}

// All codes of two letters.
template <class Check>
void for_each_code(Check check) {
  for (char first = 'a'; first <= 'z'; ++first)
    for (char second = 'a'; second <= 'z'; ++second) check(std::string{first, second});
}

// Whether `word`, folded, begins as all words of its stem do.
bool begins_as_its_stem(Stemmer& stemmer, std::string_view language, const std::string& word) {
  const std::string stem = fold_accents(std::string(stemmer.stem(language, word)));
  return fold_accents(word).starts_with(Stemmer::common_beginning(language, stem));
}

TEST_CASE("stemmer: words begin as their stem does, but for its last letters") {
  struct BeginningRow {
    std::string_view language;
    std::string_view stem;
    std::string_view beginning;
  };
  constexpr BeginningRow kBeginnings[] = {
      {"en", "elect", "ele"}, {"en", "lie", "l"},     {"en", "go", "g"}, {"en", "a", "a"},
      {"de", "haus", "ha"},   {"ru", "выбор", "выб"}, {"el", "οσ", "ο"}, {"ar", "مهندس", ""},
      {"id", "pilih", ""},    {"sr", "izbor", ""},    {"en", "", ""},
  };
  for (const BeginningRow& row : kBeginnings)
    CHECK(Stemmer::common_beginning(row.language, row.stem) == row.beginning);
  Stemmer stemmer;
  for (const Row& row : kRows) {
    CAPTURE(row.word);
    CHECK(begins_as_its_stem(stemmer, row.language, std::string(row.word)));
    CHECK(begins_as_its_stem(stemmer, row.language, fold_accents(row.word)));
  }
  // Where all the test's words are taken as words of every language.
  for (const Row& row : kRows)
    for (const Row& other : kRows) {
      CAPTURE(row.language);
      CAPTURE(other.word);
      CHECK(begins_as_its_stem(stemmer, row.language, std::string(other.word)));
    }
}

TEST_CASE("stemmer: knows what libstemmer knows") {
  for_each_code([](const std::string& code) {
    CAPTURE(code);
    sb_stemmer* stemmer = sb_stemmer_new(code.c_str(), "UTF_8");
    CHECK(Stemmer::knows(code) == (stemmer != nullptr || code == "nb"));
    sb_stemmer_delete(stemmer);
    CHECK(Stemmer::knows(code) ==
          (std::ranges::find(kRows, code, &Row::language) != std::end(kRows)));
  });
}

TEST_CASE("stemmer: an unknown language gives the word back") {
  Stemmer stemmer;
  for (const std::string_view language : {"", "pl", "zh", "EN", "english", "porter", "en-GB"}) {
    CAPTURE(language);
    CHECK_FALSE(Stemmer::knows(language));
    CHECK(stemmer.stem(language, "elections") == "elections");
  }
}

TEST_CASE("stemmer: languages do not mix") {
  Stemmer stemmer;
  CHECK(stemmer.stem("en", "nation") == "nation");
  CHECK(stemmer.stem("fr", "nation") == "nation");
  CHECK(stemmer.stem("fr", "nationale") == "national");
  CHECK(stemmer.stem("en", "nationale") == "national");
  CHECK(stemmer.stem("en", "general") == "general");
  CHECK(stemmer.stem("de", "general") == "general");
  Stemmer moved = std::move(stemmer);
  CHECK(moved.stem("en", "general") == "general");
}

TEST_CASE("stemmer: a stem is the same, however many words came before") {
  Stemmer stemmer;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 70'000; ++i) {
      const std::string root = "word" + std::to_string(i);
      REQUIRE(stemmer.stem("en", root + "s") == root);
    }
  }
  const std::string long_root = std::string(60, 'o') + "n";  // too long to be kept
  for (int round = 0; round < 2; ++round) CHECK(stemmer.stem("en", long_root + "s") == long_root);
}

TEST_CASE("stemmer: no stem is empty or ill-formed, and beginnings stay where it says so") {
  constexpr std::string_view kPieces[] = {
      "a", "e",  "i", "o", "u",  "y",  "b",  "d",   "h",      "l",  "m",   "n",  "r",   "s",
      "t", "k",  "g", "é", "ä",  "ü",  "ç",  "ß",   "ğ",      "ı",  "ing", "er", "ung", "lar",
      "'", "1",  "α", "ά", "σ",  "ο",  "υ",  "в",   "о",      "и",  "ё",   "ы",  "ј",   "љ",
      "ا", "ل",  "و", "ن", "ـ",  "ُ",   "א",  "ײ",   "ן",      "क",  "ा",   "हरू", "ें",    "த",
      "ல்", "கள்", "ի", "ն", "եր", "'s", "ge", "ber", "memper", "kan"};
  Stemmer stemmer;
  RandomValues random(8);
  for (int i = 0; i < 8000; ++i) {
    // One script more often than a mixture.
    const std::size_t first = random.below(std::size(kPieces));
    const std::size_t count = std::min(random.below(20) + 1, std::size(kPieces) - first);
    const std::string text = random.text(std::span(kPieces).subspan(first, count), 8);
    Tokenizer tokenizer(text);
    Token token;
    if (!tokenizer.next(token)) continue;
    const std::string word(token.form);
    for (const Row& row : kRows) {
      const std::string stem(stemmer.stem(row.language, word));
      CAPTURE(row.language);
      CAPTURE(word);
      CAPTURE(stem);
      CHECK_FALSE(stem.empty());
      CHECK_FALSE(first_invalid_utf8(stem));
      CHECK(stem == stemmer.stem(row.language, word));
      if (Stemmer::keeps_beginning(row.language)) {
        const char32_t letter = code_point_at(token.folded, 0).value;
        CHECK(std::uint32_t(code_point_at(fold_accents(stem), 0).value) == std::uint32_t(letter));
      }
    }
  }
}

}  // namespace
}  // namespace backfile
