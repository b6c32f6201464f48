#include "indexer/cleaner/page_line.h"

#include <deque>
#include <string>

#include <doctest/doctest.h>

#include "indexer/cleaner/page_features.h"

namespace backfile {
namespace {

struct Shapes {
  std::deque<std::string> cleaned;
  std::vector<PageLine> lines;
};

Shapes shapes_of(std::string_view text) {
  static const LineMatcher strict;
  static const PageMatchers cues;
  Shapes shapes;
  shapes.lines = page_lines(split_lines(text, shapes.cleaned), strict, cues);
  return shapes;
}

TEST_CASE("page lines: what is told of a line by itself") {
  struct Row {
    std::string text;
    double words;
    double small_share;
    bool ends_sentence;
    bool has_clauses;
  };
  const Row rows[] = {
      {"The ferry ran late.", 4, 0.75, true, false},
      {"Storm, Rain And Wind", 4, 0, false, true},
      {"“It was late, too,” he said.", 6, 5.0 / 6, true, true},
      {"The ferry ran late...", 4, 0.75, false, false},
      {"The ferry (see below.)", 4, 0.75, true, false},
      {"Паром опоздал на час.", 4, 0.75, true, false},
      {"渡轮周一早上迟到了。", 4.5, 1, true, true},
      {"เรือข้ามฟากมาสาย", 7, 1, false, false},
      {"تأخرت العبارة ساعة؟", 3, 1, true, false},
      {"12 : 30", 2, 0, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Shapes shapes = shapes_of(row.text);
    REQUIRE(shapes.lines.size() == 1);
    const PageLine& line = shapes.lines[0];
    CHECK(line.words == doctest::Approx(row.words));
    CHECK(line.small_share == doctest::Approx(row.small_share));
    CHECK(line.ends_sentence == row.ends_sentence);
    CHECK(line.has_clauses == row.has_clauses);
  }
}

TEST_CASE("page lines: bullets, separators, dates, cues, repeats") {
  const Shapes shapes = shapes_of(
      "* Sport\n* *\nNews | Sport\nMay 3, 2019\n9:30 am\nRoom 9301\nRelated stories\n"
      "© 2019 Example Gazette\nSport\n");
  REQUIRE(shapes.lines.size() == 8);  // but for the one without words
  CHECK(shapes.lines[0].has_bullet);
  CHECK(shapes.lines[0].text == "Sport");
  CHECK(shapes.lines[0].is_repeated);
  CHECK(shapes.lines[1].number == 2);
  CHECK(shapes.lines[1].has_separator);
  CHECK(shapes.lines[2].is_dated);
  CHECK(shapes.lines[3].is_dated);
  CHECK_FALSE(shapes.lines[4].is_dated);
  CHECK(shapes.lines[5].label == "related");
  CHECK(shapes.lines[6].strict == "legal");
  CHECK_FALSE(shapes.lines[7].has_bullet);
}

TEST_CASE("page features: one for every name, none out of bounds") {
  const Shapes shapes = shapes_of(
      "Menu\n  Search\n    The ferry to the island ran late on Monday, and nobody was told why.\n"
      "    The company said that the engine had failed twice before.\n  3 Comments\n  Good to "
      "know.");
  const auto features = page_features(shapes.lines);
  REQUIRE(features.size() == shapes.lines.size());
  for (const PageFeatures& line : features)
    for (std::size_t i = 0; i < line.size(); ++i) {
      CAPTURE(std::string(kPageFeatures[i]));
      CHECK(line[i] >= 0);
      CHECK(line[i] <= 1);
    }
  CHECK(page_features({}).empty());
}

}  // namespace
}  // namespace backfile
