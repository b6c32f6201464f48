#include "common/schema.h"

#include <set>

#include <doctest/doctest.h>

#include "common/terms.h"

namespace backfile {
namespace {

TEST_CASE("schema: names are unique") {
  std::set<std::string_view> names;
  std::set<std::string_view> query_names;
  std::set<std::string_view> facet_names_seen;
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    CHECK_FALSE(field.name.empty());
    CHECK(names.insert(field.name).second);
    if (!field.query_name.empty()) CHECK(query_names.insert(field.query_name).second);
    if (!field.facet_name.empty()) CHECK(facet_names_seen.insert(field.facet_name).second);
    CHECK(field_by_name(field.name) == &field);
    if (!field.query_name.empty()) CHECK(field_by_query_name(field.query_name) == &field);
  }
  CHECK_FALSE(field_by_name(""));
  CHECK_FALSE(field_by_name("Title"));
  CHECK_FALSE(field_by_query_name(""));
  CHECK_FALSE(field_by_query_name("body"));
}

TEST_CASE("schema: the names of the contract") {
  CHECK(field_names() ==
        "id url title body published updated source section authors tags places people language");
  CHECK(query_field_names() ==
        "id url title date source section author tag place person lang group");
  CHECK(facet_names() == "source section author tag place person language year month day");
}

TEST_CASE("schema: slots are unique") {
  std::set<unsigned> slots = {kNewestSlot, kOldestSlot, kDaySlot, kDigestSlot, kSignatureSlot};
  CHECK(slots.size() == 5);
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    if (field.slot != kNoSlot) CHECK(slots.insert(field.slot).second);
    CHECK((field.slot != kNoSlot) == !field.facet_name.empty());
  }
}

// A form, folded form or stem begins with a lower-case letter or digit, or a byte over 0x7F; a
// whole value with anything.
TEST_CASE("schema: prefixes keep terms apart") {
  std::set<std::string_view> prefixes;
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    if (field.kind == Kind::kDate || field.weight == 1) {
      CHECK(field.prefix.empty());
      continue;
    }
    CHECK(prefixes.insert(field.prefix).second);
    // Capitals only: else a word's first letters could be taken for a part of the prefix.
    REQUIRE_FALSE(field.prefix.empty());
    for (const char c : field.prefix) CHECK((c >= 'A' && c <= 'Z'));
    // F, Z and V tell what follows, D, M, Y and N are no fields' (terms.h); Xapian's own convention
    // is one letter, or X and more.
    CHECK(std::string_view("FZVDMYN").find(field.prefix.front()) == std::string_view::npos);
    CHECK((field.prefix.size() == 1) == (field.prefix.front() != 'X'));
    // The value behind a key may begin with the rest of any longer prefix.
    if (field.kind != Kind::kKey) continue;
    for (const Field& other : fields())
      CHECK((&other == &field || !other.prefix.starts_with(field.prefix)));
  }
}

TEST_CASE("schema: no two terms of different fields or kinds are alike") {
  constexpr std::string_view kWords[] = {"a",  "q", "srca",  "xsrc", "1",     "é",
                                         "de", "z", "fsrca", "va",   "dehaus"};
  constexpr std::string_view kValues[] = {"a",     "A",    "Sa", "SRCa", "XSRC:a", ":a",
                                          "Zde:a", "de:a", "Fa", "en",   "XSRCa",  "VXSRC:a"};
  std::set<std::string> seen;
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    if (has_words(field)) {
      for (const std::string_view word : kWords) {
        CAPTURE(word);
        CHECK(seen.insert(form_term(field.prefix, word)).second);
        CHECK(seen.insert(folded_term(field.prefix, word)).second);
        CHECK(seen.insert(stem_term(field.prefix, "en", word)).second);
        CHECK(seen.insert(stem_term(field.prefix, "de", word)).second);
      }
    }
    if (has_value_terms(field)) {
      for (const std::string_view value : kValues) {
        CAPTURE(value);
        CHECK(seen.insert(value_term(field, value)).second);
      }
    }
  }
}

TEST_CASE("schema: facets by any of their names") {
  struct Row {
    std::string_view name;
    std::string_view facet;
  };
  constexpr Row kRows[] = {
      {"source", "source"}, {"section", "section"}, {"author", "author"}, {"authors", "author"},
      {"tag", "tag"},       {"tags", "tag"},        {"place", "place"},   {"places", "place"},
      {"person", "person"}, {"people", "person"},   {"lang", "language"}, {"language", "language"},
      {"year", "year"},     {"month", "month"},     {"day", "day"},       {"", ""},
      {"title", ""},        {"published", ""},      {"date", ""},         {"week", ""},
      {"id", ""},           {"Source", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const Facet* facet = facet_by_name(row.name);
    CHECK((facet ? facet->name : "") == row.facet);
  }
}

TEST_CASE("schema: periods are cuts of the day") {
  struct Row {
    std::string_view name;
    unsigned width;
  };
  constexpr Row kRows[] = {{"year", 4}, {"month", 6}, {"day", 8}};
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const Facet* facet = facet_by_name(row.name);
    REQUIRE(facet);
    CHECK(facet->slot == kDaySlot);
    CHECK(facet->width == row.width);
    CHECK_FALSE(facet->field);
  }
  for (const Facet& facet : facets()) {
    CAPTURE(facet.name);
    if (!facet.field) continue;
    CHECK(facet.slot == facet.field->slot);
    CHECK(facet.width == 0);
  }
}

TEST_CASE("schema: values of a field") {
  Article article;
  article.id = "1";
  article.published = parse_date("2024-11-17T21:04Z");
  article.authors = {"A. One", "B. Two"};
  struct Row {
    std::string_view field;
    std::vector<std::string> values;
  };
  const Row rows[] = {
      {"id", {"1"}},
      {"authors", {"A. One", "B. Two"}},
      {"published", {"2024-11-17T21:04:00Z"}},
      {"title", {}},
      {"tags", {}},
      {"updated", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.field);
    CHECK(field_values(article, *field_by_name(row.field)) == row.values);
  }
}

}  // namespace
}  // namespace backfile
