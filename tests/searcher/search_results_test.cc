#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

constexpr Sort kSorts[] = {Sort::kRelevance, Sort::kNewest, Sort::kOldest};

Article dated(std::string id, std::string_view date, std::string body = "news") {
  Article article = make_article(std::move(id), "", std::move(body));
  article.published = parse_date(date);
  return article;
}

// Articles of few words, few dates and few names, so that much is alike.
std::vector<Article> random_articles(std::uint32_t seed, std::size_t count) {
  constexpr std::string_view kWords[] = {"flood ", "dam ",    "river ",
                                         "mayor ", "houses ", "Zürich "};
  constexpr std::string_view kDates[] = {"2023-05-01", "2023-05-01T10:00Z", "2024-02-29",
                                         "2024-11-17"};
  constexpr std::string_view kNames[] = {"Gazette", "Bote", "Écho"};
  RandomValues random(seed);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Article article;
    article.id = "id-" + std::to_string(i);
    article.title = random.text(kWords, 3);
    article.body = random.text(kWords, 12);
    article.language = random.coin() ? "en" : "de";
    if (random.below(5) > 0) article.published = parse_date(kDates[random.below(4)]);
    if (random.below(5) > 0) article.source = kNames[random.below(3)];
    for (const std::string_view name : kNames)
      if (random.coin()) article.tags.emplace_back(name);
    articles.push_back(std::move(article));
  }
  return articles;
}

Filter filter(std::string_view facet, std::string value) {
  return {facet_by_name(facet), std::move(value)};
}

TEST_CASE("search results: newest and oldest first, undated last, ties by id") {
  const ArchiveFixture fixture({dated("b", "2024-02-29"), dated("noon", "2024-02-29T12:00Z"),
                                dated("a", "2024-02-29"), dated("ab", "2024-02-29"), dated("y", ""),
                                dated("x", ""), dated("old", "1999-01-01"),
                                dated("new", "2024-11-17T00:00:01Z", "news news news")});
  Archive archive({fixture.path()});
  SearchRequest request = request_for("news");
  request.sort = Sort::kNewest;
  CHECK(id_line(answer(request, archive)) == "new noon a ab b old x y");
  request.sort = Sort::kOldest;
  CHECK(id_line(answer(request, archive)) == "old a ab b noon new x y");
  request.sort = Sort::kRelevance;
  CHECK(id_line(answer(request, archive)) == "new noon a ab b old x y");
  request.query = "";
  CHECK(id_line(answer(request, archive)) == "new noon a ab b old x y");
}

TEST_CASE("search results: pages in a row are the whole, whatever the order") {
  const ArchiveFixture fixture(random_articles(1, 60));
  Archive archive({fixture.path()});
  for (const std::string query : {"", "flood", "flood river", "+dam mayor -houses", "zurich"}) {
    for (const Sort sort : kSorts) {
      SearchRequest request = request_for(query);
      request.sort = sort;
      const SearchResult whole = answer(request, archive);
      REQUIRE(whole.total == whole.hits.size());
      for (const std::size_t limit : {1, 7, 25}) {
        CAPTURE(query);
        CAPTURE(limit);
        std::vector<std::string> pages;
        request.limit = limit;
        for (request.offset = 0; request.offset < whole.total + limit; request.offset += limit) {
          const SearchResult page = answer(request, archive);
          CHECK(page.total == whole.total);
          for (const Hit& hit : page.hits) {
            pages.push_back(hit.article.id);
            CHECK(hit.rank == pages.size());
          }
        }
        CHECK(pages == ids(whole));
      }
    }
  }
}

TEST_CASE("search results: limits beyond the end and of nothing") {
  const ArchiveFixture fixture({dated("a", "2024"), dated("b", "2024")});
  Archive archive({fixture.path()});
  constexpr std::size_t kHuge = 1'000'000'000'000;
  struct Row {
    std::size_t limit;
    std::size_t offset;
    std::string_view ids;
  };
  constexpr Row kRows[] = {{0, 0, ""},     {1, 1, "b"},        {5, 2, ""},     {kHuge, 0, "a b"},
                           {1, kHuge, ""}, {kHuge, kHuge, ""}, {kHuge, 1, "b"}};
  for (const Row& row : kRows) {
    CAPTURE(row.limit);
    CAPTURE(row.offset);
    SearchRequest request = request_for("");
    request.limit = row.limit;
    request.offset = row.offset;
    const SearchResult result = answer(request, archive);
    CHECK(id_line(result) == row.ids);
    CHECK(result.total == 2);
  }
}

TEST_CASE("search results: filters and excludes") {
  Article one = dated("1", "2024-02-29");
  one.source = "Gazette";
  one.tags = {"flood", "river dam"};
  one.language = "en";
  Article two = dated("2", "2024-03-01");
  two.source = "Bote";
  two.tags = {"river dam"};
  two.language = "de";
  Article three = dated("3", "2023-02-28T23:59:59Z");
  three.source = "Gazette";
  three.authors = {"Ann", "Bo"};
  const Article undated = make_article("4", "", "news", "");
  struct Row {
    std::vector<Filter> required;
    std::vector<Filter> excluded;
    std::string_view ids;
  };
  const Row rows[] = {
      {{}, {}, "1 2 3 4"},
      {{filter("source", "Gazette")}, {}, "1 3"},
      {{filter("source", "gazette")}, {}, ""},
      {{filter("source", "Gazette"), filter("source", "Bote")}, {}, "1 2 3"},
      {{filter("source", "Gazette"), filter("tag", "flood")}, {}, "1"},
      {{filter("tag", "flood"), filter("tag", "river dam")}, {}, "1 2"},
      {{filter("tag", "river")}, {}, ""},
      {{filter("author", "Bo")}, {}, "3"},
      {{filter("language", "de")}, {}, "2"},
      {{filter("year", "2024")}, {}, "1 2"},
      {{filter("year", "2024"), filter("year", "2023")}, {}, "1 2 3"},
      {{filter("month", "2024-02")}, {}, "1"},
      {{filter("year", "2024"), filter("month", "2023-02")}, {}, ""},
      {{filter("day", "2023-02-28"), filter("day", "2024-03-01")}, {}, "2 3"},
      {{}, {filter("source", "Gazette")}, "2 4"},
      {{}, {filter("source", "Gazette"), filter("source", "Bote")}, "4"},
      {{}, {filter("source", "Gazette"), filter("language", "")}, "2 4"},
      {{}, {filter("year", "2024")}, "3 4"},
      {{filter("tag", "river dam")}, {filter("day", "2024-03-01")}, "1"},
      {{filter("source", "none")}, {}, ""},
  };
  const ArchiveFixture fixture({one, two, three, undated});
  Archive archive({fixture.path()});
  for (const Row& row : rows) {
    for (const std::string query : {"", "news"}) {
      SearchRequest request = request_for(query);
      request.filters = {row.required, row.excluded, {}, {}};
      CAPTURE(row.ids);
      const SearchResult result = answer(request, archive);
      CHECK(sorted_ids(result) == row.ids);
      CHECK(result.total == result.hits.size());
    }
  }
}

TEST_CASE("search results: filters do not change the scores") {
  const ArchiveFixture fixture(random_articles(2, 20));
  Archive archive({fixture.path()});
  SearchRequest request = request_for("flood river");
  const SearchResult all = answer(request, archive);
  request.filters.required = {filter("source", "Gazette"), filter("year", "2024")};
  const SearchResult some = answer(request, archive);
  REQUIRE_FALSE(some.hits.empty());
  for (const Hit& hit : some.hits) {
    const auto same = std::ranges::find(all.hits, hit.article.id,
                                        [](const Hit& other) { return other.article.id; });
    REQUIRE(same != all.hits.end());
    CHECK(hit.score == doctest::Approx(same->score));
  }
}

TEST_CASE("search results: from and to, inclusive") {
  using std::chrono::year;
  const ArchiveFixture fixture({dated("1", "2023-12-31T23:59:59Z"), dated("2", "2024-01-01"),
                                dated("3", "2024-01-31T23:59:59Z"), dated("4", "2024-02-01"),
                                dated("5", "")});
  Archive archive({fixture.path()});
  struct Row {
    DateRange dates;
    std::string_view ids;
  };
  const Row rows[] = {
      {{}, "1 2 3 4 5"},
      {{year(2024) / 1 / 1, {}}, "2 3 4"},
      {{{}, year(2024) / 1 / 31}, "1 2 3"},
      {{year(2024) / 1 / 1, year(2024) / 1 / 31}, "2 3"},
      {{year(2024) / 1 / 31, year(2024) / 1 / 1}, ""},
  };
  for (const Row& row : rows) {
    SearchRequest request = request_for("");
    request.filters.dates = row.dates;
    CHECK(sorted_ids(answer(request, archive)) == row.ids);
  }
}

TEST_CASE("search results: several archives answer as one") {
  const std::vector<Article> articles = random_articles(3, 90);
  const auto part = [&](std::size_t first, std::size_t count) {
    const auto from = articles.begin() + std::ptrdiff_t(first);
    return std::vector<Article>(from, from + std::ptrdiff_t(count));
  };
  const ArchiveFixture whole(articles);
  const ArchiveFixture first(part(0, 50));
  const ArchiveFixture second(part(50, 39));
  const ArchiveFixture third(part(89, 1));
  const ArchiveFixture empty;
  Archive one({whole.path()});
  Archive many({first.path(), empty.path(), second.path(), third.path()});
  for (const std::string query : {"", "flood", "flood dam zurich", "\"flood dam\" OR house*",
                                  "title:(river OR dam)", "+mayor -flood", "tag:bote"}) {
    for (const Sort sort : kSorts) {
      CAPTURE(query);
      SearchRequest request = request_for(query);
      request.sort = sort;
      for (const std::string_view name : {"source", "tag", "language", "month"})
        request.facets.push_back({facet_by_name(name)});
      const SearchResult expected = answer(request, one);
      const SearchResult result = answer(request, many);
      CHECK(id_line(result) == id_line(expected));
      CHECK(result.total == expected.total);
      for (std::size_t i = 0; i < request.facets.size(); ++i)
        CHECK(facet_line(result.facets[i]) == facet_line(expected.facets[i]));
    }
  }
  CHECK(many.find("id-89")->id == "id-89");
}

TEST_CASE("search results: a writer that commits meanwhile") {
  std::vector<Article> articles = random_articles(4, 40);
  // Enough words that a reader does not hold the whole archive in memory.
  for (Article& article : articles)
    for (int i = 0; i < 100; ++i) article.body += article.id + "-" + std::to_string(i) + " ";
  ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  SearchRequest request = request_for("flood OR news");
  request.facets = {{facet_by_name("source")}};
  const SearchResult before = answer(request, archive);
  for (int commit = 0; commit < 5; ++commit) {
    for (Article& article : articles) article.body += " news";
    fixture.add(articles);
  }
  // What is open goes on answering as of its time; its segments are gone from the folder.
  SearchResult result = answer(request, archive);
  CHECK(result.total == before.total);
  for (const Hit& hit : result.hits) CHECK_FALSE(hit.article.body.ends_with(" news"));
  archive.reopen();
  result = answer(request, archive);
  CHECK(result.total == articles.size());
  for (const Hit& hit : result.hits) CHECK(hit.article.body.ends_with(" news"));
}

}  // namespace
}  // namespace backfile
