#include "common/character.h"

#include <algorithm>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("character: what it is and how it is spelled") {
  using enum Character::Kind;
  struct Row {
    char32_t c;
    unsigned kinds;
    std::string_view lower;
    std::string_view folded;
  };
  constexpr Row kRows[] = {
      {U'a', kLetter | kTakesAccents, "a", "a"},
      {U'Z', kLetter | kTakesAccents, "z", "Z"},
      {U'7', kDigit | kTakesAccents, "7", "7"},
      {U'\'', kTakesAccents | kJoint, "'", "'"},
      {U'É', kLetter | kAccented | kTakesAccents, "é", "E"},
      {U'ß', kLetter | kAccented | kTakesAccents, "ß", "ss"},
      {U'İ', kLetter | kTakesAccents | kCompatibility, "i", "I"},
      {U'α', kLetter | kTakesAccents, "α", "α"},
      {U'ё', kLetter | kAccented, "ё", "е"},
      {U'й', kLetter, "й", "й"},
      {U'३', kDigit | kAccented | kTakesAccents, "३", "3"},
      {U'\u0301', kMark | kAccent | kAccented, "\u0301", "\u0301"},
      {U'ि', kMark, "ि", "ि"},
      {U'東', kLetter | kUnspaced, "東", "東"},
      {U'ー', kLetter | kUnspaced, "ー", "ー"},
      {U'〇', kLetter | kUnspaced, "〇", "〇"},
      {U'\u200D', kIgnorable, "\u200D", "\u200D"},
      {U'\uFE0F', kIgnorable, "\uFE0F", "\uFE0F"},
      {U'ـ', kIgnorable, "ـ", "ـ"},
      {U'Ａ', kLetter | kTakesAccents | kCompatibility, "a", "A"},
      {U'１', kDigit | kTakesAccents | kCompatibility, "1", "1"},
      {U'＆', kTakesAccents | kCompatibility | kJoint, "&", "&"},
      {U'ﬃ', kLetter | kTakesAccents | kCompatibility, "ffi", "ffi"},
      {U'Ǆ', kLetter | kAccented | kTakesAccents | kCompatibility, "dž", "DZ"},
      {U'ｱ', kLetter | kUnspaced | kCompatibility, "ア", "ア"},
      {U'ﾞ', kMark | kAccent | kAccented | kCompatibility, "\u3099", "\u3099"},
      {U'ﷲ', kLetter | kTakesAccents | kCompatibility, "الله", "الله"},
      {U'₂', kDigit | kTakesAccents | kCompatibility, "2", "2"},
      {U'²', 0, "²", "²"},
      {U'ำ', kLetter | kUnspaced, "ำ", "ำ"},
      {U'ʼ', kJoint, "ʼ", "ʼ"},
      {U'’', kJoint, "’", "’"},
      {U'\U0010FFFF', 0, "\U0010FFFF", "\U0010FFFF"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.lower);
    const Character& c = character(row.c);
    CHECK(unsigned(c.kinds) == row.kinds);
    CHECK(c.lower.view() == row.lower);
    CHECK(c.folded.view() == row.folded);
  }
}

TEST_CASE("character: all threads get the same") {
  constexpr std::size_t kThreads = 4;
  constexpr char32_t kFirst = 0xA000;  // Yi, of which no other test makes the pages
  constexpr std::size_t kCount = 0x200;
  std::vector<std::vector<const Character*>> got(kThreads);
  {
    std::vector<std::jthread> threads;
    for (auto& characters : got)
      threads.emplace_back([&characters] {
        for (char32_t c = kFirst; c < kFirst + kCount; ++c) characters.push_back(&character(c));
      });
  }
  for (const auto& characters : got) CHECK(std::ranges::equal(characters, got.front()));
}

}  // namespace
}  // namespace backfile
