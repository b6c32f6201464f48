// What holds of the words of any text: an article's and a query's are the same
// words, however they are typed.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/fold.h"
#include "common/tokenizer.h"
#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

constexpr int kTexts = 20000;
constexpr std::size_t kMaxPieces = 12;

// Letters, digits, punctuation and marks of every rule.
constexpr std::string_view kPieces[] = {
    "a",       "B",      "s",      "S",      "l",      "d",      "qu",     "é",        "ß",
    "İ",       "ı",      "ж",      "ё",      "й",      "σ",      "ς",      "ſ",        "Σ",
    "ά",       "'",      "’",      "ʼ",      "＇",     "׳",      "'s",     "’s",       "l'",
    "J.F.",    "U.S.",   "Ph.D.",  ".",      ".",      ",",      "．",     "，",       "&",
    "＆",      "-",      "/",      "#",      "@",      "$",      "%",      "+",        "\"",
    "״",       "”",      " ",      "\n",     "　",     "1",      "20",     "90",       "1990",
    "３",      "٣",      "७",      "₂",      "²",      "½",      "\u0301", "\u0323",   "\u0308",
    "\u0307",  "\u0345", "\u00AD", "\u200D", "\u200C", "\uFE0F", "\u20E3", "—",        "東",
    "京",      "ー",     "か",     "\u3099", "々",     "〇",     "ｶ",      "ﾞ",        "ท",
    "ี",        "ำ",      "म",      "ि",      "़",       "서",     "ᄀ",     "ᅡ",       "أ",
    "ا",       "ُ",       "ـ",      "ﻻ",      "ﷲ",      "צ",      "ה",      "ל",        "ָ",
    "😀",       "؀",     "ﬁ",      "Ａ",     "ｂ",     "Ǆ",      "𝐁",      "Ａ．Ｂ．", "COVID-19",
    "O'Brien", "AT&T",   "10,000", "1.5"};

// Any character but those that articles are rid of, and those that no text in UTF-8 has.
char32_t random_character(RandomValues& random) {
  constexpr std::size_t kEnds[] = {0x80, 0x250, 0x2000, 0x10000, 0x1FFFF};
  while (true) {
    const auto c = char32_t(random.below(kEnds[random.below(std::size(kEnds))]));
    if (u_isdefined(UChar32(c)) != 0 && !U_IS_SURROGATE(c) && !is_unwanted(c)) return c;
  }
}

std::string random_text(RandomValues& random) {
  std::string text;
  for (std::size_t left = random.below(kMaxPieces); left > 0; --left) {
    if (random.below(3) == 0)
      append_utf8(text, random_character(random));
    else
      text += kPieces[random.below(std::size(kPieces))];
  }
  return text;
}

struct Word {
  std::string form;
  std::string folded;
  std::string written;

  bool operator==(const Word&) const = default;
};

std::vector<Word> words(std::string_view text) {
  std::vector<Word> all;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);)
    all.push_back({std::string(token.form), std::string(token.folded),
                   std::string(text.substr(token.begin, token.end - token.begin))});
  return all;
}

// "folded folded ..."
std::string folded_words(std::string_view text) {
  std::string all;
  for (const Word& word : words(text)) all.append(word.folded).append(" ");
  return all;
}

TEST_CASE("tokenizer: tokens are in order, within the text") {
  RandomValues random(6);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = to_nfc(random_text(random));
    CAPTURE(text);
    Tokenizer tokenizer(text);
    std::size_t last_end = 0;
    for (Token token; tokenizer.next(token); last_end = token.end) {
      REQUIRE(token.begin >= last_end);
      REQUIRE(token.begin < token.end);
      REQUIRE(token.end <= text.size());
      CHECK(boundary_before(text, token.begin) == token.begin);
      CHECK(boundary_before(text, token.end) == token.end);
    }
  }
}

TEST_CASE("tokenizer: a word taken from a text is the same word by itself") {
  RandomValues random(16);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = to_nfc(random_text(random));
    CAPTURE(text);
    for (const Word& word : words(text)) {
      CAPTURE(word.written);
      CHECK(words(word.written) == std::vector{word});
    }
  }
}

// Whether a form may have it: nothing that cannot be seen, no capital of ASCII.
bool fits_a_form(char32_t c) {
  const auto type = u_charType(UChar32(c));
  return !is_white_space(c) && type != U_CONTROL_CHAR && type != U_FORMAT_CHAR &&
         !(c >= 'A' && c <= 'Z');
}

void check_form(std::string_view form) {
  CAPTURE(form);
  CHECK_FALSE(form.empty());
  CHECK(form.size() <= Tokenizer::kMaxWordBytes);
  CHECK_FALSE(first_invalid_utf8(form));
  for (std::size_t i = 0; i < form.size(); i += code_point_at(form, i).bytes)
    CHECK(fits_a_form(code_point_at(form, i).value));
}

TEST_CASE("tokenizer: forms are bounded and clean") {
  RandomValues random(26);
  for (int i = 0; i < kTexts; ++i) {
    std::string text = random_text(random);
    if (random.below(10) == 0) text.append(random.below(120), 'x').append(random_text(random));
    text = to_nfc(text);
    CAPTURE(text);
    for (const Word& word : words(text)) {
      check_form(word.form);
      check_form(word.folded);
      CHECK(word.folded == fold_accents(word.form));
      CHECK(word.folded == fold_accents(word.folded));
    }
  }
}

// With all letters and accents apart, as some programs write.
std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto all = icu::UnicodeString::fromUTF8({text.data(), std::int32_t(text.size())});
  std::string utf8;
  return nfd->normalize(all, status).toUTF8String(utf8);
}

TEST_CASE("tokenizer: a text's normal form does not matter") {
  RandomValues random(36);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    CHECK(words(to_nfc(text)) == words(to_nfc(decomposed(text))));
  }
}

// Latin, Greek, Arabic and Hebrew give the same without accents even where nobody made NFC of it.
TEST_CASE("tokenizer: without accents, Latin words need no normal form") {
  constexpr std::string_view kLetters[] = {"a", "É",      "ñ",      "ü", "Ő",  "ệ",  "x",
                                           "Å", "\u0301", "\u0323", "ά", "Ϊ",  "أ",  "ُ",
                                           " ", ".",      "'",      "7", "'s", "＆", "ﬁ"};
  RandomValues random(46);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = random.text(kLetters, kMaxPieces);
    CAPTURE(text);
    CHECK(folded_words(to_nfc(text)) == folded_words(decomposed(text)));
  }
}

// In capitals where these are one to one (not ß, nor ﬁ); marks have no capitals.
std::string upper_cased(std::string_view text) {
  std::string upper;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    icu::UnicodeString capital{UChar32(c.value)};
    capital.toUpper(icu::Locale::getRoot());
    const bool is_one = capital.countChar32() == 1 && u_isalpha(UChar32(c.value)) != 0;
    append_utf8(upper, is_one ? char32_t(capital.char32At(0)) : c.value);
    i += c.bytes;
  }
  return to_nfc(upper);
}

TEST_CASE("tokenizer: case does not matter") {
  RandomValues random(56);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = to_nfc(random_text(random));
    CAPTURE(text);
    CHECK(folded_words(upper_cased(text)) == folded_words(text));
  }
  for (char32_t c = 0x20; c < 0x1FFFF; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    std::string text = "a";
    append_utf8(text, c);
    text = to_nfc(text);
    if (folded_words(upper_cased(text)) != folded_words(text))
      FAIL_CHECK("code point " << std::uint32_t(c) << ": " << text);
  }
}

}  // namespace
}  // namespace backfile
