#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

std::vector<Article> newsroom() {
  std::vector<Article> all;
  for (int i = 0; i < 20; ++i) {
    Article article =
        make_article("id-" + std::to_string(i), i % 3 == 0 ? "Harbour strike" : "Rates",
                     i % 2 == 0 ? "The harbour strike goes on; dockers want pay."
                                : "Pay talks about the strike at the port of oil.");
    article.published = parse_date("2024-11-0" + std::to_string(1 + i % 9));
    article.source = i % 4 == 0 ? "Gazette" : "Courier";
    all.push_back(std::move(article));
  }
  all.push_back(make_article("de-1", "Der Hafen", "Ein Streik im Hafen von Zürich", "de"));
  return all;
}

double sum_of(const Hit& hit) {
  double sum = 0;
  for (const ScorePart& part : hit.parts) sum += part.weight;
  return sum;
}

TEST_CASE("explain: the parts add up to the score") {
  constexpr std::string_view kQueries[] = {
      "harbour strike",
      "harbour strike dockers pay talks",
      "strike strike harbour",
      "+harbour strike -oil",
      "(harbour AND pay) OR talks",
      "\"harbour strike\" pay",
      "harbour NEAR/5 pay talks",
      "strike w/s pay",
      "title:harbour str*",
      "strike date:2024-11 source:gazette",
      "zurich OR harbour",
      "",
  };
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  for (const std::string_view query : kQueries)
    for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
      CAPTURE(query);
      SearchRequest request = request_for(std::string(query));
      request.sort = sort;
      const SearchResult plain = answer(request, archive);
      request.explain = true;
      const SearchResult result = answer(request, archive);
      CHECK(id_line(result) == id_line(plain));
      CHECK(result.hits.size() == result.total);
      for (const Hit& hit : result.hits) CHECK(sum_of(hit) == doctest::Approx(hit.score));
    }
}

TEST_CASE("explain: with recency and with likeness they add up, too") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  SearchRequest request = request_for("harbour strike");
  request.explain = true;
  request.recency = std::chrono::days(30);
  for (const Hit& hit : answer(request, archive).hits)
    CHECK(sum_of(hit) == doctest::Approx(hit.score));
  request.recency.reset();
  request.similar = "id-0";
  const SearchResult similar = answer(request, archive);
  CHECK_FALSE(similar.hits.empty());
  for (const Hit& hit : similar.hits) CHECK(sum_of(hit) == doctest::Approx(hit.score));
}

TEST_CASE("explain: parts are named by terms, and by what ranking added") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  SearchRequest request = request_for("harbour dockers");
  request.explain = true;
  const SearchResult result = answer(request, archive);
  std::string names;
  for (const ScorePart& part : result.hits.front().parts) names.append(part.name).append("; ");
  CHECK(names == "Zharbour; Zdocker; early in the text; all words close together; ");
  CHECK(answer(request_for("harbour"), archive).hits.front().parts.empty());
}

}  // namespace
}  // namespace backfile
