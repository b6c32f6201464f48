#include "common/terms.h"

#include <set>

#include <doctest/doctest.h>

#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

const Field& field(std::string_view name) {
  const Field* found = field_by_name(name);
  REQUIRE(found);
  return *found;
}

TEST_CASE("terms: spelling of words") {
  CHECK(form_term("", "missiles") == "missiles");
  CHECK(form_term("S", "missiles") == "Smissiles");
  CHECK(form_term("", "zürich") == "zürich");
  CHECK(folded_term("", "zurich") == "Fzurich");
  CHECK(folded_term("S", "zurich") == "FSzurich");
  CHECK(stem_term("", "en", "missil") == "Zmissil");
  CHECK(stem_term("S", "en", "missil") == "ZSmissil");
  CHECK(stem_term("", "de", "haus") == "Zde:haus");
  CHECK(stem_term("S", "de", "haus") == "ZSde:haus");
}

TEST_CASE("terms: parts of sketches") {
  CHECK(sketch_term(0) == "N00000");
  CHECK(sketch_term(63) == "N0000~");
  CHECK(sketch_term(64) == "N00010");
  CHECK(sketch_term((1 << 30) - 1) == "N~~~~~");
  RandomValues random(2);
  for (int i = 0; i < 1000; ++i) {
    const auto one = std::uint32_t(random.number(0, (1 << 30) - 1));
    const auto other = std::uint32_t(random.number(0, (1 << 30) - 1));
    CHECK((sketch_term(one) < sketch_term(other)) == (one < other));
  }
}

TEST_CASE("terms: spelling of values") {
  struct Row {
    std::string_view field;
    std::string_view value;
    std::string_view expected;
  };
  constexpr Row kRows[] = {
      {"id", "reuters-1", "Qreuters-1"},
      {"language", "en", "Len"},
      {"source", "Reuters", "VXSRC:Reuters"},
      {"url", "https://example.org/a", "VU:https://example.org/a"},
      {"authors", "Zoë O’Brien", "VA:Zoë O’Brien"},
      {"tags", "", "VK:"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.field);
    CHECK(value_term(field(row.field), row.value) == row.expected);
  }
}

TEST_CASE("terms: a value is cut only where it must be") {
  const Field& id = field("id");
  const std::string longest(kMaxTermBytes - 1, 'x');
  CHECK(value_term(id, longest) == "Q" + longest);
  const std::string cut = value_term(id, longest + "x");
  CHECK(cut.size() <= kMaxTermBytes);
  CHECK(cut.starts_with("Q" + std::string(199, 'x') + "~"));
  CHECK(cut == value_term(id, longest + "x"));
}

TEST_CASE("terms: long values stay short, apart and well-formed") {
  constexpr std::string_view kPieces[] = {"https://example.org/", "é", "東", "😀", "a", " ", "~"};
  RandomValues random(9);
  for (const Field& row : fields()) {
    if (!has_value_terms(row)) continue;
    CAPTURE(row.name);
    std::set<std::string> values;
    std::set<std::string> terms;
    const std::string start(std::size_t(random.number(180, 230)), 'x');
    for (int i = 0; i < 500; ++i) {
      const std::string value = start + random.text(kPieces, 40);
      const std::string term = value_term(row, value);
      CAPTURE(value);
      CHECK(term.size() <= kMaxTermBytes);
      CHECK_FALSE(first_invalid_utf8(term));
      values.insert(value);
      terms.insert(term);
    }
    CHECK(terms.size() == values.size());
  }
}

}  // namespace
}  // namespace backfile
