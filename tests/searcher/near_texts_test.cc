#include "searcher/spelling/near_texts.h"

#include <algorithm>
#include <array>
#include <set>

#include <doctest/doctest.h>

#include "searcher/spelling/near_words.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("near texts: edits") {
  struct Row {
    std::u32string_view text;
    std::optional<unsigned> edits;
  };
  constexpr Row kRows[] = {
      {U"harbour", 0},  {U"harbor", 1},      {U"harbuor", 1}, {U"harbouur", 1}, {U"habrour", 1},
      {U"arbour", 1},   {U"aharbour", 1},    {U"hrabor", 2},  {U"barbuor", 2},  {U"harb", {}},
      {U"harbours", 1}, {U"harbouring", {}}, {U"hrabuor", 2}, {U"", {}},        {U"härbour", 1},
  };
  NearTexts near(U"harbour", 2);
  for (const Row& row : kRows) {
    CAPTURE(to_utf8(row.text));
    CHECK(near.edits(row.text) == row.edits);
  }
  // No part is edited twice: `ca` to `abc` would be two, a letter put between two swapped.
  CHECK_FALSE(NearTexts(U"ca", 2).edits(U"abc"));
  CHECK(NearTexts(U"", 1).edits(U"a") == 1U);
  CHECK_FALSE(NearTexts(U"a", 0).edits(U"b"));
}

std::u32string random_word(RandomValues& random, std::size_t least) {
  constexpr std::u32string_view kLetters = U"abcdй";
  std::u32string word;
  for (std::size_t left = least + random.below(6); left > 0; --left)
    word += kLetters[random.below(kLetters.size())];
  return word;
}

// Optimal string alignment as it is defined.
unsigned distance(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return unsigned(a.size() + b.size());
  const auto tail = [](std::u32string_view text) { return text.substr(1); };
  unsigned least = distance(tail(a), tail(b)) + (a[0] == b[0] ? 0 : 1);
  if (a[0] == b[0]) return least;  // never worse
  least = std::min({least, distance(tail(a), b) + 1, distance(a, tail(b)) + 1});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, distance(a.substr(2), b.substr(2)) + 1);
  return least;
}

TEST_CASE("near texts: a walk by next() meets all that are near") {
  RandomValues random(7);
  for (int round = 0; round < 60; ++round) {
    std::set<std::u32string> vocabulary;
    for (int i = 0; i < 300; ++i) vocabulary.insert(random_word(random, 1));
    const std::u32string word = random_word(random, 2);
    const auto max_edits = unsigned(random.below(3));
    std::set<std::u32string> expected;
    for (const std::u32string& text : vocabulary)
      if (distance(word, text) <= max_edits) expected.insert(text);

    std::set<std::u32string> met;
    std::size_t steps = 0;
    NearTexts near(word, max_edits);
    for (auto text = vocabulary.begin(); text != vocabulary.end(); ++steps) {
      if (const auto edits = near.edits(*text)) {
        met.insert(*text);
        CHECK(edits == distance(word, *text));
      }
      const auto next = near.next();
      if (!next) break;
      CHECK(*next > *text);
      text = vocabulary.lower_bound(*next);
    }
    CAPTURE(to_utf8(word));
    CHECK(met == expected);
    CHECK(steps <= vocabulary.size());
  }
}

}  // namespace
}  // namespace backfile
