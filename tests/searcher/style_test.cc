#include "searcher/render/style.h"

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

constexpr Style kPlain{false, 80};
constexpr Style kColored{true, 80};

TEST_CASE("style: printable text controls nothing") {
  struct Row {
    std::string_view text;
    std::string_view printable;
  };
  constexpr Row kRows[] = {
      {"plain text", "plain text"},
      {"Zürich, 東京 😀", "Zürich, 東京 😀"},
      {"two\nlines\tand\r\nmore", "two lines and more"},
      {" trimmed  inside ", "trimmed inside"},
      {"red \x1b[31mred\x1b[0m", "red [31mred[0m"},
      {"bell\x07 back\x08space\x7F", "bell backspace"},
      {"title \x1b]0;x\x07 set", "title ]0;x set"},
      {"C1 \u009B31m csi", "C1 31m csi"},
      {"next\u0085line", "next line"},
      {"right\u202Eleft\u202C \u2066isolate\u2069 \u200Fmark", "rightleft isolate mark"},
      {"zero\u200Bwidth\uFEFF", "zerowidth"},
      {"bad \xFF byte", "bad \uFFFD byte"},
      {"\x1b", ""},
      {"", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.printable);
    CHECK(printable(row.text) == row.printable);
  }
}

TEST_CASE("style: columns that a text takes") {
  struct Row {
    std::string_view text;
    std::size_t columns;
  };
  constexpr Row kRows[] = {
      {"", 0},     {"plain", 5},    {"Zürich", 6},   {"Zu\u0308rich", 6},
      {"東京", 4}, {"ニュース", 8}, {"서울", 4},     {"Ａ", 2},
      {"ｱ", 1},    {"😀", 2},        {"a\u200Db", 2}, {"ที่", 1},
      {"مُحَمَّد", 4}, {"…", 1},        {"█", 1},        {"e\u0301\u0323", 1},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.columns);
  }
}

TEST_CASE("style: bold and dim only with colors, and not of nothing") {
  CHECK(bold("x", kPlain) == "x");
  CHECK(dim("x", kPlain) == "x");
  CHECK(bold("x", kColored) == "\x1b[1mx\x1b[0m");
  CHECK(dim("x", kColored) == "\x1b[2mx\x1b[0m");
  CHECK(bold("", kColored).empty());
  CHECK(dim("", kColored).empty());
}

TEST_CASE("style: wrapped text") {
  struct Row {
    std::string_view text;
    std::size_t indent;
    std::size_t columns;
    std::string_view wrapped;
  };
  constexpr Row kRows[] = {
      {"", 2, 10, ""},
      {" \n ", 2, 10, ""},
      {"one", 0, 10, "one\n"},
      {"one", 3, 10, "   one\n"},
      {"one two three", 0, 7, "one two\nthree\n"},
      {"one two three", 0, 8, "one two\nthree\n"},
      {"one two three", 0, 6, "one\ntwo\nthree\n"},
      {"one two three", 2, 9, "  one two\n  three\n"},
      {"one\n\ntwo\tthree  four", 0, 80, "one two three four\n"},
      {"東京 大阪 名古屋", 0, 9, "東京 大阪\n名古屋\n"},
      {"abcdefghijkl", 0, 5, "abcde\nfghij\nkl\n"},
      {"東京都知事", 2, 6, "  東京\n  都知\n  事\n"},
      {"\x1b[1mbold\x1b[0m", 0, 80, "[1mbold[0m\n"},
      {"\u202Eabc\u202C\u0085", 0, 80, "abc \n"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(wrapped(row.text, {}, row.indent, {false, row.columns}) == row.wrapped);
  }
}

TEST_CASE("style: highlights in wrapped text are bold, each part of a broken one") {
  const std::vector<Range> highlights = {{4, 7}, {8, 13}};
  CHECK(wrapped("one two three four", highlights, 0, kPlain) == "one two three four\n");
  CHECK(wrapped("one two three four", highlights, 0, kColored) ==
        "one \x1b[1mtwo\x1b[0m \x1b[1mthree\x1b[0m four\n");
  CHECK(wrapped("one two three four", highlights, 1, {true, 8}) ==
        " one \x1b[1mtwo\x1b[0m\n \x1b[1mthree\x1b[0m\n four\n");
  CHECK(wrapped("one two", {{0, 7}}, 0, kColored) == "\x1b[1mone\x1b[0m \x1b[1mtwo\x1b[0m\n");
  CHECK(wrapped("l'école", {{2, 8}}, 0, kColored) == "l'\x1b[1mécole\x1b[0m\n");
  CHECK(wrapped("a\x1b[5mb", {{0, 6}}, 0, kColored) == "\x1b[1ma[5mb\x1b[0m\n");
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string without_bold(std::string text) {
  for (const std::string_view sequence : {"\x1b[1m", "\x1b[0m"})
    for (auto at = text.find(sequence); at != std::string::npos; at = text.find(sequence))
      text.erase(at, sequence.size());
  return text;
}

TEST_CASE("style: wrapped lines keep to the width and keep all words") {
  constexpr std::string_view kPieces[] = {"one ", "two\n",  "three,",  "Zürich ", "東京 ", " ",
                                          "ニ",   "é",      "e\u0301", "long-",   "😀",     "\t",
                                          "ลาว",  "fünf. ", "(six)",   "\n\n"};
  RandomValues random(1);
  for (int left = 3000; left > 0; --left) {
    const std::string text = random.text(kPieces, 40);
    const std::size_t indent = random.below(8);
    const Style style{random.coin(), 40 + random.below(20)};
    std::vector<Range> highlights;
    for (std::size_t at = random.below(10); at < text.size(); at += 1 + random.below(20)) {
      const std::size_t begin = boundary_before(text, at);
      at = begin + code_point_at(text, begin).bytes;
      if (highlights.empty() || highlights.back().end <= begin) highlights.push_back({begin, at});
    }
    CAPTURE(text);
    CAPTURE(style.columns);
    const std::string lines = without_bold(wrapped(text, highlights, indent, style));
    CHECK(lines == wrapped(text, {}, indent, {false, style.columns}));
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
      CHECK(display_width(line) <= style.columns);
      CHECK(line.find_first_not_of(' ') == indent);
    }
    const std::vector<std::string> words = words_of(text);
    const auto is_short = [&](const std::string& word) {
      return display_width(word) <= style.columns - indent;
    };
    if (std::ranges::all_of(words, is_short)) CHECK(words_of(lines) == words);
  }
}

}  // namespace
}  // namespace backfile
