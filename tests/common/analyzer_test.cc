#include "common/analyzer.h"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"
#include "tests/common/text_terms.h"

namespace backfile {
namespace {

// "form@1 form@2 stem ..."
std::string spelled(std::span<const Term> terms) {
  std::string all;
  for (const Term& term : terms) {
    if (!all.empty()) all += ' ';
    all += term.text;
    if (term.position != kNoPosition) all += "@" + std::to_string(term.position);
  }
  return all;
}

std::string joined(std::span<const std::string> terms) {
  std::string all;
  for (const std::string& term : terms) all += (all.empty() ? "" : " ") + term;
  return all;
}

TEST_CASE("analyzer: an article's terms") {
  struct Row {
    std::string_view text;
    std::string_view language;
    std::string_view prefix;
    std::string_view expected;
  };
  constexpr Row kRows[] = {
      {"", "en", "", ""},
      {"Missiles", "en", "", "missiles@1 Zmissil"},
      {"Missiles", "en", "S", "Smissiles@1 ZSmissil"},
      {"the U.S. missiles", "en", "", "the@1 Zthe us@2 Zus missiles@3 Zmissil"},
      {"Café", "en", "", "café@1 Fcafe@1 Zcafe"},
      {"Häuser", "de", "", "häuser@1 Fhauser@1 Zde:haus"},
      {"Straße", "de", "S", "Sstraße@1 FSstrasse@1 ZSde:strass"},
      {"mangée", "fr", "", "mangée@1 Fmangee@1 Zfr:mang@1 Zfr:mange"},
      {"l’école", "fr", "", "école@1 Fecole@1 Zfr:ecol"},
      {"canción canciones", "es", "", "canción@1 Fcancion@1 Zes:cancion canciones@2 Zes:cancion"},
      {"Gdańsk miasta", "pl", "", "gdańsk@1 Fgdansk@1 Z:gdansk miasta@2 Z:miasta"},
      {"Gdańsk", "", "S", "Sgdańsk@1 FSgdansk@1 ZS:gdansk"},
      {"東京", "ja", "", "東@1 Z:東 京@2 Z:京"},
      {"Boote", "no", "", "boote@1 Zno:boot"},
  };
  Analyzer analyzer;
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CAPTURE(row.language);
    std::vector<Term> terms;
    append_text(analyzer, row.text, row.language, row.prefix, 1, terms);
    CHECK(spelled(terms) == row.expected);
  }
}

TEST_CASE("analyzer: a name has forms and positions, no stems") {
  Analyzer analyzer;
  std::vector<Term> terms;
  CHECK(append_name(analyzer, "Éluard’s Houses", "A", 5, terms) == 7);
  CHECK(spelled(terms) == "Aéluard@5 FAeluard@5 Ahouses@6");
}

TEST_CASE("analyzer: positions go on where they are told to") {
  Analyzer analyzer;
  std::vector<Term> terms;
  CHECK(append_text(analyzer, "one two", "pl", "S", 1, terms) == 3);
  CHECK(append_text(analyzer, "", "pl", "", 3, terms) == 3);
  CHECK(append_text(analyzer, "three, four.", "pl", "", 103, terms) == 105);
  CHECK(spelled(terms) == "Sone@1 ZS:one Stwo@2 ZS:two three@103 Z:three four@104 Z:four");
}

Token first_token(Tokenizer& tokenizer) {
  Token token;
  REQUIRE(tokenizer.next(token));
  return token;
}

TEST_CASE("analyzer: the terms of one word") {
  Analyzer analyzer;
  Tokenizer tokenizer("Häuser");
  const Token token = first_token(tokenizer);
  WordTerms terms = analyzer.word_terms(token, "de", "S", true);
  CHECK(joined(terms.placed) == "Shäuser FShauser");
  CHECK(joined(terms.unplaced) == "ZSde:haus");
  terms = analyzer.word_terms(token, "de", "A", false);
  CHECK(joined(terms.placed) == "Ahäuser FAhauser");
  CHECK(terms.unplaced.empty());
}

TEST_CASE("analyzer: a query's terms") {
  struct Row {
    std::string_view word;
    std::vector<std::string> languages;
    std::string_view stems;
    std::string_view forms;
  };
  const Row rows[] = {
      {"Missiles", {"en"}, "ZSmissil", "Smissiles FSmissiles"},
      {"Missiles", {"de", "en"}, "ZSde:missil ZSmissil", "Smissiles FSmissiles"},
      {"Missiles", {""}, "ZS:missiles", "Smissiles FSmissiles"},
      {"Missiles", {"", "en"}, "ZS:missiles ZSmissil", "Smissiles FSmissiles"},
      {"Missiles", {}, "", "Smissiles FSmissiles"},
      {"mangée", {"fr"}, "ZSfr:mang ZSfr:mange", "Smangee FSmangee"},
      {"Zürich", {"", "de"}, "ZS:zurich ZSde:zurich", "Szurich FSzurich"},
  };
  Analyzer analyzer;
  for (const Row& row : rows) {
    CAPTURE(row.word);
    Tokenizer tokenizer(row.word);
    const Token token = first_token(tokenizer);
    CHECK(joined(analyzer.stem_terms(token, row.languages, "S")) == row.stems);
    CHECK(joined(Analyzer::form_terms(token, "S")) == row.forms);
  }
}

// Each word as it stands, without accents and in capitals.
struct Word {
  std::string_view language;
  std::array<std::string, 3> spellings;
};

// Any of a query word's terms is among those of an article's word.
bool meets(std::span<const std::string> query, std::span<const Term> article) {
  return std::ranges::any_of(query, [article](const std::string& text) {
    return std::ranges::find(article, text, &Term::text) != article.end();
  });
}

// An article with either spelling is found by a query with either.
void check_found(Analyzer& analyzer, const Word& word) {
  CAPTURE(word.language);
  for (const std::string& indexed : word.spellings) {
    std::vector<Term> article;
    append_text(analyzer, indexed, word.language, "S", 1, article);
    for (const std::string& asked : word.spellings) {
      CAPTURE(indexed);
      CAPTURE(asked);
      Tokenizer tokenizer(asked);
      const Token token = first_token(tokenizer);
      const bool known = Stemmer::knows(word.language);
      std::vector<std::string> languages = {known ? std::string(word.language) : ""};
      CHECK(meets(Analyzer::form_terms(token, "S"), article));
      CHECK(meets(analyzer.stem_terms(token, languages, "S"), article));
      languages = {"", "de", "en", "fr"};
      if (known) languages.emplace_back(word.language);
      CHECK(meets(analyzer.stem_terms(token, languages, "S"), article));
    }
  }
}

TEST_CASE("analyzer: a query's word meets the article's, whatever its accents and capitals") {
  const Word words[] = {
      {"en", {"missiles", "missiles", "MISSILES"}},
      {"en", {"naïve", "naive", "NAÏVE"}},
      {"en", {"O’Brien", "O'Brien", "O'BRIEN"}},
      {"en", {"AT&T", "at&t", "At&t"}},
      {"en", {"U.S.", "US", "us"}},
      {"en", {"10,000", "10,000", "10,000"}},
      {"de", {"Häuser", "Hauser", "HÄUSER"}},
      {"de", {"Straße", "Strasse", "STRASSE"}},
      {"de", {"größten", "grossten", "GRÖẞTEN"}},
      {"fr", {"mangée", "mangee", "MANGÉE"}},
      {"fr", {"l’événement", "evenement", "ÉVÉNEMENT"}},
      {"fr", {"cœur", "coeur", "CŒUR"}},
      {"es", {"canciones", "canciones", "CANCIONES"}},
      {"es", {"niñas", "ninas", "NIÑAS"}},
      {"pt", {"eleições", "eleicoes", "ELEIÇÕES"}},
      {"it", {"città", "citta", "CITTÀ"}},
      {"sv", {"Åsas", "Asas", "ÅSAS"}},
      {"da", {"ærøboerne", "aeroboerne", "ÆRØBOERNE"}},
      {"nb", {"smørrebrødet", "smorrebrodet", "SMØRREBRØDET"}},
      {"fi", {"jäätelöä", "jaateloa", "JÄÄTELÖÄ"}},
      {"hu", {"választások", "valasztasok", "VÁLASZTÁSOK"}},
      {"ro", {"alegerilor", "alegerilor", "ALEGERILOR"}},
      {"ro", {"întâlnirii", "intalnirii", "ÎNTÂLNIRII"}},
      {"tr", {"İstanbul’da", "istanbul'da", "ISTANBUL'DA"}},
      {"tr", {"kadınlar", "kadinlar", "KADINLAR"}},
      {"tr", {"ağacı", "agaci", "AĞACI"}},
      {"el", {"Αθήνας", "αθηνας", "ΑΘΗΝΑΣ"}},
      {"ru", {"берёзовый", "березовый", "БЕРЁЗОВЫЙ"}},
      {"ar", {"الأخبار", "الاخبار", "الأخبار"}},
      {"sr", {"izveštaj", "izvestaj", "IZVEŠTAJ"}},
      {"sr", {"извештаји", "извештаји", "ИЗВЕШТАЈИ"}},
      {"hi", {"लड़कियाँ", "लड़कियाँ", "लड़कियाँ"}},
      {"pl", {"wybory", "wybory", "WYBORY"}},
      {"pl", {"łódzkiej", "lodzkiej", "ŁÓDZKIEJ"}},
      {"", {"Þórður", "thordur", "ÞÓRÐUR"}},
      {"uk", {"об’єднання", "об'єднання", "ОБ\u02BCЄДНАННЯ"}},
  };
  Analyzer analyzer;
  for (const Word& word : words) check_found(analyzer, word);
}

struct Letter {
  std::string_view lower;
  std::string_view plain;
  std::string_view upper;
};

constexpr Letter kLatin[] = {
    {"a", "a", "A"},       {"b", "b", "B"},    {"c", "c", "C"},       {"d", "d", "D"},
    {"e", "e", "E"},       {"g", "g", "G"},    {"i", "i", "I"},       {"k", "k", "K"},
    {"l", "l", "L"},       {"n", "n", "N"},    {"r", "r", "R"},       {"s", "s", "S"},
    {"t", "t", "T"},       {"y", "y", "Y"},    {"z", "z", "Z"},       {"á", "a", "Á"},
    {"ä", "a", "Ä"},       {"ã", "a", "Ã"},    {"å", "a", "Å"},       {"ă", "a", "Ă"},
    {"é", "e", "É"},       {"ë", "e", "Ë"},    {"ė", "e", "Ė"},       {"í", "i", "Í"},
    {"î", "i", "Î"},       {"ó", "o", "Ó"},    {"ö", "o", "Ö"},       {"ő", "o", "Ő"},
    {"ø", "o", "Ø"},       {"ú", "u", "Ú"},    {"ü", "u", "Ü"},       {"ů", "u", "Ů"},
    {"ç", "c", "Ç"},       {"č", "c", "Č"},    {"ć", "c", "Ć"},       {"đ", "d", "Đ"},
    {"ğ", "g", "Ğ"},       {"ñ", "n", "Ñ"},    {"ş", "s", "Ş"},       {"š", "s", "Š"},
    {"ț", "t", "Ț"},       {"ž", "z", "Ž"},    {"ß", "ss", "SS"},     {"æ", "ae", "Æ"},
    {"œ", "oe", "Œ"},      {"ı", "i", "I"},    {"er", "er", "ER"},    {"en", "en", "EN"},
    {"és", "es", "ÉS"},    {"ée", "ee", "ÉE"}, {"lar", "lar", "LAR"}, {"ión", "ion", "IÓN"},
    {"ité", "ite", "ITÉ"},
};
constexpr Letter kGreek[] = {{"α", "α", "Α"},    {"ά", "α", "Ά"},   {"σ", "σ", "Σ"},
                             {"ς", "σ", "Σ"},    {"ή", "η", "Ή"},   {"ν", "ν", "Ν"},
                             {"ό", "ο", "Ό"},    {"τ", "τ", "Τ"},   {"ϊ", "ι", "Ϊ"},
                             {"ει", "ει", "ΕΙ"}, {"ού", "ου", "ΟΎ"}};
constexpr Letter kCyrillic[] = {{"а", "а", "А"},    {"ё", "е", "Ё"}, {"й", "й", "Й"},
                                {"ов", "ов", "ОВ"}, {"е", "е", "Е"}, {"и", "и", "И"},
                                {"н", "н", "Н"},    {"т", "т", "Т"}, {"ш", "ш", "Ш"},
                                {"ы", "ы", "Ы"},    {"ь", "ь", "Ь"}, {"ђ", "ђ", "Ђ"}};

TEST_CASE("analyzer: so does any random word") {
  constexpr std::string_view kLatinLanguages[] = {"",   "ca", "da", "de", "en", "es", "eu", "fi",
                                                  "fr", "ga", "hu", "id", "it", "lt", "nb", "nl",
                                                  "no", "pl", "pt", "ro", "sr", "sv", "tr"};
  constexpr std::string_view kCyrillicLanguages[] = {"ru", "sr", "bg"};
  RandomValues random(7);
  Analyzer analyzer;
  const auto check_random = [&](std::string_view language, std::span<const Letter> letters) {
    Word word{language, {}};
    for (std::size_t left = random.below(9) + 1; left > 0; --left) {
      const Letter& letter = letters[random.below(letters.size())];
      word.spellings[0] += letter.lower;
      word.spellings[1] += letter.plain;
      word.spellings[2] += letter.upper;
    }
    check_found(analyzer, word);
  };
  for (int i = 0; i < 300; ++i) {
    for (const std::string_view language : kLatinLanguages) check_random(language, kLatin);
    for (const std::string_view language : kCyrillicLanguages) check_random(language, kCyrillic);
    check_random("el", kGreek);
  }
}

}  // namespace
}  // namespace backfile
