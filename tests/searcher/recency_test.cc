#include "searcher/recency.h"

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

using std::chrono::days;

TEST_CASE("recency: half-lives") {
  struct Row {
    std::string_view text;
    int days;  // 0: none
  };
  constexpr Row kRows[] = {
      {"1d", 1},        {"30d", 30},  {"2w", 14},         {"6m", 183},  {"1y", 365},
      {"2y", 731},      {"6y", 2192}, {"2500d", 2500},    {"2501d", 0}, {"7y", 0},
      {"99999999y", 0}, {"0d", 0},    {"-30d", 0},        {"+30d", 0},  {"30", 0},
      {"d", 0},         {"", 0},      {"30 d", 0},        {"1.5y", 0},  {"30D", 0},
      {"30d ", 0},      {"soon", 0},  {"4000000000d", 0},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const auto half_life = parse_half_life(row.text);
    CHECK(half_life.value_or(days(0)).count() == row.days);
  }
}

// Days before kToday; negative ones after.
Article aged(std::string id, std::string body, int age) {
  Article article = make_article(std::move(id), "", std::move(body));
  article.published = parse_date(to_iso(kToday - days(age)));
  return article;
}

SearchRequest recent(std::string query, int half_life) {
  SearchRequest request = request_for(std::move(query));
  request.recency = days(half_life);
  return request;
}

double score_of(const SearchResult& result, std::string_view id) {
  for (const Hit& hit : result.hits)
    if (hit.article.id == id) return hit.score;
  return -1;
}

TEST_CASE("recency: the bonus halves with every half-life, and ends") {
  const ArchiveFixture fixture({
      aged("0", "flood", 0),
      aged("30", "flood", 30),
      aged("45", "flood", 45),
      aged("60", "flood", 60),
      aged("240", "flood", 240),
      aged("241", "flood", 241),
      aged("9999", "flood", 9999),
      aged("later", "flood", -400),
      make_article("undated", "", "flood"),
      aged("other", "drought", 0),
  });
  Archive archive({fixture.path()});
  const SearchResult result = answer(recent("flood", 30), archive);
  const double plain = score_of(result, "undated");
  CHECK(id_line(result) == "later 0 30 45 60 240 241 9999 undated");
  CHECK(result.total == 9);
  struct Row {
    std::string_view id;
    double bonus;  // of the best hit's score
  };
  constexpr Row kRows[] = {
      {"0", 0.6},           {"later", 0.6}, {"30", 0.3}, {"45", 0.212132}, {"60", 0.15},
      {"240", 0.6 / 256.0}, {"241", 0},     {"9999", 0}, {"undated", 0},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.id);
    CHECK(score_of(result, row.id) - plain == doctest::Approx(row.bonus * plain).epsilon(1e-4));
  }
}

// Articles as long as each other, so that `words` alone tells their relevance to "a b c d".
Article of_relevance(std::string id, std::string_view words, int age) {
  constexpr std::size_t kLength = 20;
  std::string body(words);
  for (std::size_t count = words.size() / 2 + 1; count < kLength; ++count) body += " x";
  return aged(std::move(id), body, age);
}

TEST_CASE("recency: a new article of half the relevance before an old one of all, not of a third") {
  const ArchiveFixture fixture({
      of_relevance("old-all", "a b c d e f", 2000),
      of_relevance("new-half", "a b c", 0),
      of_relevance("new-third", "d e", 0),
      make_article("undated-sixth", "", "f x x x x x x x x x x x x x x x x x x x"),
  });
  Archive archive({fixture.path()});
  CHECK(id_line(answer(request_for("a b c d e f"), archive)) ==
        "old-all new-half new-third undated-sixth");
  for (const int half_life : {1, 30, 150})
    CHECK(id_line(answer(recent("a b c d e f", half_life), archive)) ==
          "new-half old-all new-third undated-sixth");
}

TEST_CASE("recency: an archive that ended long ago has newer articles, too") {
  const ArchiveFixture fixture({aged("older", "flood", 9030), aged("newer", "flood dam", 9000),
                                aged("best", "flood flood", 9365)});
  Archive archive({fixture.path()});
  CHECK(id_line(answer(request_for("flood"), archive)) == "best older newer");
  CHECK(id_line(answer(recent("flood", 30), archive)) == "newer older best");
}

TEST_CASE("recency: without words, the newest first; without dates, as ever") {
  const ArchiveFixture fixture(
      {aged("b", "x", 5), make_article("none", "", "x"), aged("a", "x", 1), aged("c", "x", 900)});
  Archive archive({fixture.path()});
  CHECK(id_line(answer(recent("", 30), archive)) == "a b c none");
  const ArchiveFixture undated({make_article("1", "", "x"), make_article("2", "", "x x")});
  Archive no_dates({undated.path()});
  CHECK(id_line(answer(recent("x", 30), no_dates)) == "2 1");
  const ArchiveFixture empty;
  Archive nothing({empty.path()});
  CHECK(answer(recent("x", 30), nothing).total == 0);
}

TEST_CASE("recency: filters, and how articles are spread, change no order") {
  std::vector<Article> articles;
  constexpr std::string_view kBodies[] = {"flood", "flood dam", "dam dam river", "flood river dam"};
  for (int i = 0; i < 60; ++i) {
    std::string body(kBodies[i % 4]);
    for (int k = 0; k < i % 7; ++k) body += " filler";
    articles.push_back(aged("id-" + std::to_string(i), body, i * 37 % 400));
    articles.back().source = i % 3 == 0 ? "A" : "B";
  }
  const ArchiveFixture whole(articles);
  const ArchiveFixture first({articles.begin(), articles.begin() + 45});
  const ArchiveFixture second({articles.begin() + 45, articles.end()});
  Archive one({whole.path()});
  Archive two({first.path(), second.path()});
  SearchRequest request = recent("flood dam", 60);
  const SearchResult all = answer(request, one);
  CHECK(ids(answer(request, two)) == ids(all));
  std::vector<std::string> expected;
  for (const Hit& hit : all.hits)
    if (hit.article.source == "A") expected.push_back(hit.article.id);
  request.filters.required = {{facet_by_name("source"), "A"}};
  CHECK(ids(answer(request, one)) == expected);
  CHECK(ids(answer(request, two)) == expected);
}

TEST_CASE("recency: with operators, and what it does not go with") {
  const ArchiveFixture fixture({aged("old", "flood dam", 500), aged("new", "flood dam", 1),
                                aged("not", "flood dam river", 1), aged("dam", "dam", 1)});
  Archive archive({fixture.path()});
  CHECK(id_line(answer(recent("+flood dam -river", 30), archive)) == "new old");
  CHECK(id_line(answer(recent("flood AND dam NOT (river NOT x)", 30), archive)) == "new old");
  SearchRequest request = recent("flood", 30);
  request.sort = Sort::kNewest;
  CHECK(std::get<QueryError>(search(request, archive)).message ==
        "recency is a matter of relevance; leave out the order by date");
}

}  // namespace
}  // namespace backfile
