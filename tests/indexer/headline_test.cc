#include "indexer/cleaner/headline.h"

#include <string>

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("headline: the same words, whatever their dress") {
  struct Row {
    std::string_view title;
    std::string_view line;
    bool at_top;
    bool below;
  };
  const std::string_view title = "Storm hits the coast";
  const Row rows[] = {
      {title, "Storm hits the coast", true, true},
      {title, "STORM HITS THE COAST", true, true},
      {title, "“Storm” hits the coast!", true, true},
      {title, "Storm hits the coast.", true, true},
      {title, "* Storm hits the coast *", true, true},
      {"Zürich wächst", "ZURICH WACHST", true, true},
      {"Zurich wachst", "Zürich wächst", true, true},
      {"Biden's plan", "Biden’s plan", true, true},
      // other words, fewer, more
      {title, "Storm hits the hills", false, false},
      {title, "The storm hits the coast", false, false},
      {title, "Storm hits the", false, false},
      {title, "Storm hits the coast again", false, false},
      {title, "Storm hits the coast, killing three", false, false},
      {title, "Storm hits the coast: three dead", false, false},
      {title, "Storm hits the coastal road", false, false},
      {title, "", false, false},
      {title, "...", false, false},
      {"", "", false, false},
      {"", "Storm hits the coast", false, false},
      {"...", "...", false, false},
      {"–", "Storm", false, false},
      // the site's name behind
      {title, "Storm hits the coast - Gazette", true, true},
      {title, "Storm hits the coast – Harbour Gazette", true, true},
      {title, "Storm hits the coast — Harbour Gazette", true, true},
      {title, "Storm hits the coast | News | Harbour Gazette", true, true},
      {title, "Storm hits the coast · Gazette", true, true},
      {title, "Storm hits the coast :: Gazette", true, true},
      {title, "Storm hits the coast » Gazette", true, true},
      {title, "Storm hits the coast • Gazette", true, true},
      {"Will it rain?", "Will it rain? - Gazette", true, true},
      {"He said 'no'", "He said 'no' | Gazette", true, true},
      {title, "Storm hits the coast | one two three four five six", true, true},
      {title, "Storm hits the coast | one two three four five six seven", false, false},
      {title, "Storm hits the coast-Gazette", false, false},
      {title, "Storm hits the coast -Gazette", false, false},
      {title, "Gazette | Storm hits the coast", false, false},
      {"Storm hits the coast | Gazette", "Storm hits the coast", false, false},
      {"Storm hits the coast | Gazette", "Storm hits the coast | Gazette", true, true},
      // one word
      {"Sport", "Sport", true, false},
      {"Sport", "SPORT | Gazette", true, false},
      {"Sport", "Sports", false, false},
      {"2024", "2024", true, false},
      {"U.S.", "US", true, false},
      {"Storm hits", "Storm hits", true, true},
      {"東京", "東京", true, true},  // two words to the tokenizer
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CAPTURE(row.line);
    CHECK(repeats_headline(row.line, row.title, true) == row.at_top);
    CHECK(repeats_headline(row.line, row.title, false) == row.below);
  }
}

TEST_CASE("headline: a line much longer than the title is not read") {
  const std::string title = "Storm hits the coast";
  const std::string far = title + std::string(200, '.');
  CHECK_FALSE(repeats_headline(far, title, true));
  CHECK(repeats_headline(title + std::string(60, '.'), title, true));
}

}  // namespace
}  // namespace backfile
