#include "common/utf8.h"

#include <vector>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

TEST_CASE("utf8: ASCII and trimming") {
  struct Row {
    std::string_view text;
    bool ascii;
    std::string_view trimmed;
  };
  const Row rows[] = {
      {"", true, ""},
      {" \t\r\n\v\f", true, ""},
      {" a b\n", true, "a b"},
      {"twelve bytes and more", true, "twelve bytes and more"},
      {"é", false, "é"},
      {"twelve bytes and é", false, "twelve bytes and é"},
      {" \u00A0x\u00A0 ", false, "\u00A0x\u00A0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(is_ascii(row.text) == row.ascii);
    CHECK(trimmed(row.text) == row.trimmed);
  }
}

TEST_CASE("utf8: first ill-formed sequence") {
  constexpr std::size_t kNone = std::size_t(-1);
  struct Row {
    std::string_view text;
    std::size_t offset;
  };
  const Row rows[] = {
      {"", kNone},
      {"plain text", kNone},
      {"Zürich 東京 😀", kNone},
      {"a\0b"sv, kNone},
      {"\x80", 0},
      {"abc\xFF", 3},
      {"12345678\xC3", 8},
      {"é\xC3(", 2},
      {"\xC0\xAF", 0},          // overlong
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF0\x9F\x98", 0},      // cut short
      {"12345678901234567é\xE2\x82", 19},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(first_invalid_utf8(row.text).value_or(kNone) == row.offset);
  }
}

TEST_CASE("utf8: code points") {
  struct Row {
    std::string_view text;
    std::size_t offset;
    char32_t value;
    std::size_t bytes;
  };
  const Row rows[] = {
      {"", 0, 0, 0},       {"a", 1, 0, 0},         {"a", 9, 0, 0},
      {"a", 0, U'a', 1},   {"é", 0, U'é', 2},      {"x東", 1, U'東', 3},
      {"😀", 0, U'😀', 4},   {"\xC3", 0, 0xFFFD, 1}, {"\xFF\xFF", 0, 0xFFFD, 1},
      {"é", 1, 0xFFFD, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.offset);
    const CodePoint c = code_point_at(row.text, row.offset);
    CHECK(std::uint32_t(c.value) == std::uint32_t(row.value));
    CHECK(c.bytes == row.bytes);
  }
}

TEST_CASE("utf8: what is appended is read again") {
  RandomValues random(1);
  for (int i = 0; i < 2000; ++i) {
    auto c = char32_t(random.number(1, 0x10FFFF));
    if (c >= 0xD800 && c < 0xE000) c = U'x';
    std::string text = "a";
    append_utf8(text, c);
    CAPTURE(std::uint32_t(c));
    const CodePoint read = code_point_at(text, 1);
    CHECK(std::uint32_t(read.value) == std::uint32_t(c));
    CHECK(read.bytes == text.size() - 1);
    CHECK_FALSE(first_invalid_utf8(text));
  }
}

TEST_CASE("utf8: boundaries") {
  struct Row {
    std::string_view text;
    std::size_t offset;
    std::size_t boundary;
  };
  const Row rows[] = {
      {"", 0, 0},  {"", 5, 0},     {"abc", 2, 2},  {"abc", 3, 3},  {"abc", 9, 3},  {"é", 1, 0},
      {"é", 2, 2}, {"x東y", 1, 1}, {"x東y", 2, 1}, {"x東y", 3, 1}, {"x東y", 4, 4}, {"😀", 3, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.offset);
    CHECK(boundary_before(row.text, row.offset) == row.boundary);
  }
}

TEST_CASE("utf8: normal form C") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"Zu\u0308rich", "Zürich"},
      {"Zürich", "Zürich"},
      {"\u212B", "Å"},               // the sign for ångström
      {"\u1112\u1161\u11AB", "한"},  // a Korean syllable from its parts
      {"o\u0302\u0323", "ộ"},        // marks in either order
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(to_nfc(row.text) == row.expected);
  }
}

TEST_CASE("utf8: unwanted characters") {
  const char32_t unwanted[] = {0,      1,      8,      '\r',   0x1B,   0x1F,   0x7F,    0x80,
                               0x9B,   0x9F,   0xAD,   0x061C, 0x200B, 0x200E, 0x200F,  0x202A,
                               0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xE0001, 0xE007F};
  for (const char32_t c : unwanted) {
    CAPTURE(std::uint32_t(c));
    CHECK(is_unwanted(c));
  }
  const char32_t wanted[] = {' ',    '\n',   '\t',   'a',    '~',    0x85,   0xA0,   U'é',
                             0x0301, 0x200C, 0x200D, 0x2028, 0x2014, 0xFE0F, 0xFFFD, U'😀'};
  for (const char32_t c : wanted) {
    CAPTURE(std::uint32_t(c));
    CHECK_FALSE(is_unwanted(c));
  }
}

TEST_CASE("utf8: a line cleaned") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t ", ""},
      {"a b", "a b"},
      {"  a \r\n\t b  ", "a b"},
      {"a\u00A0\u2003b\u2028c\u0085d", "a b c d"},
      {"a\u00ADb\u200Bc", "abc"},
      {"a \u200B b", "a b"},
      {"\x1B[31mred\x1B[0m", "[31mred[0m"},
      {"a\0b\x1F"sv, "ab"},
      {"\uFEFF\u202Etxt.exe\u202C", "txt.exe"},
      {"Zu\u0308rich", "Zürich"},
      {"می\u200Cخواهم", "می\u200Cخواهم"},
      {"\uFEFF \u200B", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(clean_line(row.text) == row.expected);
  }
}

TEST_CASE("utf8: a cleaned line is clean") {
  constexpr std::string_view kPieces[] = {"a",      "é",      "e\u0301", "東",     " ",  "\n",
                                          "\u00A0", "\u200B", "\u0301",  "\u00AD", "\t", "\x1B",
                                          "\u2028", "\uFEFF", "\u2000",  "😀"};
  RandomValues random(2);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random.text(kPieces, 12);
    CAPTURE(text);
    const std::string line = clean_line(text);
    CHECK(clean_line(line) == line);
    CHECK(to_nfc(line) == line);
    CHECK(trimmed(line) == line);
    CHECK(line.find("  ") == std::string::npos);
    CHECK_FALSE(first_invalid_utf8(line));
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint c = code_point_at(line, at);
      CHECK_FALSE(is_unwanted(c.value));
      at += c.bytes;
    }
  }
}

TEST_CASE("utf8: a plain line is one that cleaning leaves alone") {
  for (const std::string_view text : {"", "a", "a b", "One line, of text."}) {
    CHECK(is_plain_line(text));
    CHECK(clean_line(text) == text);
  }
  for (const std::string_view text :
       {" ", " a", "a ", "a  b", "a\tb", "a\n", "\x7F", "\x1B[m", "ä"})
    CHECK_FALSE(is_plain_line(text));
  // Mostly plain, and over many bytes: one of them makes the difference.
  RandomValues random(23);
  constexpr std::string_view kPieces[] = {"a", "storm ", "~", " ", "!?", "Harbour "};
  for (int round = 0; round < 3000; ++round) {
    std::string text = random.text(kPieces, 40);
    if (random.coin() && !text.empty())
      text[random.below(text.size())] = char(random.number(0, 0xFF));
    CAPTURE(text);
    REQUIRE(is_plain_line(text) == (is_ascii(text) && clean_line(text) == text));
  }
}

}  // namespace
}  // namespace backfile
