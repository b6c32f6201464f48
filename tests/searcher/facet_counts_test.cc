#include "searcher/facet_counts.h"

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

std::vector<Article> newsroom() {
  Article one = make_article("1", "", "flood");
  one.source = "Gazette";
  one.tags = {"river", "dam", "Écluse"};
  one.authors = {"Ann"};
  one.published = parse_date("2024-02-29T23:59:59Z");
  Article two = make_article("2", "", "flood", "de");
  two.source = "Bote";
  two.tags = {"river"};
  two.authors = {"Bo", "Ann"};
  two.published = parse_date("2024-02-01");
  Article three = make_article("3", "", "drought");
  three.source = "Gazette";
  three.tags = {"dam", "river, dry", "rive"};
  three.published = parse_date("2023-02-28");
  Article undated = make_article("4", "", "flood", "");
  undated.source = "Äon";
  return {one, two, three, undated};
}

FacetRequest request(std::string_view facet, std::size_t limit = 10) {
  return {facet_by_name(facet), limit};
}

TEST_CASE("facets: by count, then by value; lists value by value; periods cut out of dates") {
  struct Row {
    std::string_view facet;
    std::size_t limit;
    std::string_view counts;
    std::size_t distinct;
    std::uint64_t without;
  };
  constexpr Row kRows[] = {
      {"source", 10, "Gazette 2, Bote 1, Äon 1", 3, 0},
      {"source", 1, "Gazette 2", 3, 0},
      {"tag", 10, "dam 2, river 2, rive 1, river, dry 1, Écluse 1", 5, 1},
      {"tag", FacetRequest::kAll, "dam 2, river 2, rive 1, river, dry 1, Écluse 1", 5, 1},
      {"tag", 3, "dam 2, river 2, rive 1", 5, 1},
      {"author", 10, "Ann 2, Bo 1", 2, 2},
      {"language", 10, "en 2, de 1", 2, 1},
      {"section", 10, "", 0, 4},
      {"person", 10, "", 0, 4},
      {"year", 10, "2024 2, 2023 1", 2, 1},
      {"month", 10, "2024-02 2, 2023-02 1", 2, 1},
      {"day", 10, "2023-02-28 1, 2024-02-01 1, 2024-02-29 1", 3, 1},
      {"day", 2, "2023-02-28 1, 2024-02-01 1", 3, 1},
  };
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  for (const Row& row : kRows) {
    CAPTURE(row.facet);
    SearchRequest all = request_for("");
    all.limit = 0;
    all.facets = {request(row.facet, row.limit)};
    const SearchResult result = answer(all, archive);
    REQUIRE(result.facets.size() == 1);
    CHECK(result.facets[0].facet->name == row.facet);
    CHECK(facet_line(result.facets[0]) == row.counts);
    CHECK(result.facets[0].distinct == row.distinct);
    CHECK(result.facets[0].without == row.without);
  }
}

TEST_CASE("facets: of the matches only, whatever part of them is shown") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  for (const std::size_t limit : {0, 1, 100}) {
    CAPTURE(limit);
    SearchRequest flood = request_for("flood");
    flood.limit = limit;
    flood.offset = limit;
    flood.filters.excluded = {{facet_by_name("language"), "de"}};
    flood.facets = {request("source"), request("year"), request("day"), request("source", 1)};
    const SearchResult result = answer(flood, archive);
    REQUIRE(result.facets.size() == 4);
    CHECK(facet_line(result.facets[0]) == "Gazette 1, Äon 1");
    CHECK(facet_line(result.facets[1]) == "2024 1");
    CHECK(facet_line(result.facets[2]) == "2024-02-29 1");
    CHECK(facet_line(result.facets[3]) == "Gazette 1");
  }
}

TEST_CASE("facets: filtered by, the other values show where that is asked for") {
  const ArchiveFixture fixture(newsroom());
  for (const std::string& path : {fixture.path(), fixture.stub()}) {
    Archive archive({path});
    SearchRequest flood = request_for("flood");
    flood.filters.required = {{facet_by_name("source"), "Bote"}};
    flood.facets = {request("source"), request("author"), request("tag", 1)};
    SearchResult result = answer(flood, archive);
    CHECK(result.total == 1);
    CHECK(facet_line(result.facets[0]) == "Bote 1");
    CHECK_FALSE(result.facets[0].values[0].is_selected);
    flood.facet_mode = FacetMode::kMulti;
    result = answer(flood, archive);
    CHECK(result.total == 1);
    CHECK(facet_line(result.facets[0]) == "Bote 1, Gazette 1, Äon 1");
    CHECK(result.facets[0].values[0].is_selected);
    CHECK_FALSE(result.facets[0].values[1].is_selected);
    // What others filter by holds for a facet as before.
    CHECK(facet_line(result.facets[1]) == "Ann 1, Bo 1");
    // Of lists as well; two filters of one facet go together, exclusions stay.
    flood.filters.required = {{facet_by_name("tag"), "dam"}, {facet_by_name("tag"), "Écluse"}};
    flood.filters.excluded = {{facet_by_name("source"), "Bote"}};
    result = answer(flood, archive);
    CHECK(facet_line(result.facets[0]) == "Gazette 1");
    CHECK(facet_line(result.facets[2]) == "dam 1, Écluse 1");  // more than asked for: selected
    CHECK(result.facets[2].distinct == 3);
    CHECK(result.facets[2].without == 1);
    CHECK(result.facets[2].values[0].is_selected);
  }
}

TEST_CASE("facets: a value counted is a filter that finds as many") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  SearchRequest all = request_for("");
  for (const Facet& facet : facets()) all.facets.push_back({&facet});
  for (const FacetCounts& facet : answer(all, archive).facets) {
    for (const FacetValue& value : facet.values) {
      CAPTURE(value.value);
      SearchRequest one = request_for("");
      one.filters.required = {{facet.facet, value.value}};
      CHECK(answer(one, archive).total == value.count);
      one.filters = {{}, {{facet.facet, value.value}}, {}, {}};
      CHECK(answer(one, archive).total == 4 - value.count);
    }
  }
}

// Of few matches the values are looked at, of many the columns, which are there from then on.
TEST_CASE("facets: few and many matches are counted alike, again and again") {
  std::vector<Article> articles;
  for (int i = 0; i < 200; ++i) {
    Article& article = articles.emplace_back(
        make_article(std::to_string(i), "", i % 50 == 0 ? "flood" : "drought"));
    article.source = i % 100 == 0 ? "Gazette" : "Bote";
    if (i % 3 > 0) article.tags = {"tag " + std::to_string(i % 20), "all"};
    article.published = parse_date(i % 2 == 0 ? "2024-02-29" : "2023-05-01");
  }
  const ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  const auto counts = [&](std::string_view query) {
    SearchRequest asked = request_for(std::string(query));
    asked.facets = {request("source"), request("tag"), request("month")};
    std::string line;
    for (const FacetCounts& facet : answer(asked, archive).facets) line += facet_line(facet) + "; ";
    return line;
  };
  const std::string few = "Bote 2, Gazette 2; all 2, tag 0 1, tag 10 1; 2024-02 4; ";
  CHECK(counts("flood") == few);
  const std::string many = counts("drought");
  CHECK(many.starts_with("Bote 196; all 131"));
  CHECK(counts("flood") == few);
  CHECK(counts("drought") == many);
}

TEST_CASE("facets: long values are told apart") {
  Article one = make_article("1", "", "");
  one.source = std::string(300, 'x') + "1";
  Article two = make_article("2", "", "");
  two.source = std::string(300, 'x') + "2";
  const ArchiveFixture fixture({one, two});
  Archive archive({fixture.path()});
  SearchRequest all = request_for("");
  all.filters.required = {{facet_by_name("source"), two.source}};
  all.facets = {request("source")};
  const SearchResult result = answer(all, archive);
  CHECK(id_line(result) == "2");
  CHECK(facet_line(result.facets[0]) == two.source + " 1");
}

}  // namespace
}  // namespace backfile
