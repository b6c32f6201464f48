#include "searcher/similar.h"

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

// A story and what stands around it.
std::vector<Article> newsroom() {
  std::vector<Article> articles = {
      make_article("strike", "Dockers strike at Port Ellery",
                   "Dockers at Port Ellery began a strike over wages. Cranes stood idle and "
                   "freighters waited outside the harbour, the union said."),
      make_article("copy", "Dockers strike at Port Ellery",
                   "Dockers at Port Ellery began a strike over wages. Cranes stood idle and "
                   "freighters waited outside the harbour, the union said today."),
      make_article("follow-up", "Port Ellery dockers end strike",
                   "The union of the dockers accepted higher wages, and the freighters waiting "
                   "outside the harbour were unloaded by the cranes."),
      make_article("one-word", "Lightning strike burns barn",
                   "A farmer lost hay, a tractor and a barn in the night of Sunday."),
      make_article("other", "Council debates budget",
                   "The mayor spoke about schools, roads and the museum of the town."),
  };
  articles[1].published = parse_date("2024-03-01");
  articles[2].published = parse_date("2024-03-09");
  articles[1].source = "Courier";
  articles[2].source = "Gazette";
  for (int i = 0; i < 20; ++i)
    articles.push_back(make_article("filler-" + std::to_string(i), "Weather",
                                    "Rain and wind, sun and snow, number " + std::to_string(i)));
  return articles;
}

SearchRequest like(std::string id, std::string query = "") {
  SearchRequest request = request_for(std::move(query));
  request.similar = std::move(id);
  return request;
}

TEST_CASE("similar: copies, then follow-ups; neither itself nor what shares a word") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  const SearchResult result = answer(like("strike"), archive);
  CHECK(id_line(result) == "copy follow-up");
  CHECK(result.total == 2);
  CHECK(result.similar == "strike");
  CHECK(result.query.empty());
  CHECK(result.understood.empty());
  CHECK_FALSE(result.did_you_mean);
  CHECK(id_line(answer(like("follow-up"), archive)).find("other") == std::string::npos);
}

TEST_CASE("similar: of few words, one in common is not enough; a copy is") {
  std::vector<Article> articles = newsroom();
  articles.push_back(make_article("few", "Ferry sinks", "Tonight."));
  articles.push_back(make_article("few-copy", "Ferry sinks", "Tonight."));
  articles.push_back(make_article("ferry", "Ferry, ferry, ferry", "A ferry, and a new ferry."));
  articles.push_back(make_article("sinks", "Kitchen sinks", "Sinks are sold, sinks and sinks."));
  articles.push_back(make_article("one", "Lightning", "1987"));
  articles.push_back(make_article("one-copy", "Lightning", "1987"));
  const ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  CHECK(id_line(answer(like("few"), archive)) == "few-copy");
  CHECK(id_line(answer(like("one"), archive)) == "one-copy");
}

TEST_CASE("similar: a query, filters, order, pages and facets apply") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  struct Row {
    std::string_view query;
    std::string_view source;
    Sort sort;
    std::string_view ids;
  };
  constexpr Row kRows[] = {
      {"", "", Sort::kNewest, "follow-up copy"},
      {"", "", Sort::kOldest, "copy follow-up"},
      {"accepted", "", Sort::kRelevance, "follow-up"},
      {"snow", "", Sort::kRelevance, ""},
      {"NOT accepted", "", Sort::kRelevance, "copy"},
      {"", "Gazette", Sort::kRelevance, "follow-up"},
      {"lightning union", "", Sort::kRelevance, "copy follow-up"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    SearchRequest request = like("strike", std::string(row.query));
    request.sort = row.sort;
    if (!row.source.empty())
      request.filters.required = {{facet_by_name("source"), std::string(row.source)}};
    request.facets = {{facet_by_name("source")}};
    const SearchResult result = answer(request, archive);
    CHECK(id_line(result) == row.ids);
    CHECK(result.total == result.hits.size());
    CHECK(result.facets[0].distinct == result.hits.size());
    request.offset = 1;
    request.limit = 1;
    CHECK(answer(request, archive).total == result.total);
  }
}

TEST_CASE("similar: the snippet shows words in common") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  SearchRequest request = like("strike", "accepted");
  request.snippet_characters = 100;
  const SearchResult result = answer(request, archive);
  REQUIRE(result.hits.size() == 1);
  const Hit& hit = result.hits.front();
  CHECK_FALSE(hit.title_highlights.empty());
  std::string words;
  for (const Range& range : hit.snippet.highlights)
    words += hit.snippet.text.substr(range.begin, range.end - range.begin) + " ";
  CHECK(words.find("dockers accepted higher") == std::string::npos);
  CHECK(words.find("dockers accepted wages") != std::string::npos);
}

TEST_CASE("similar: several archives answer as one") {
  const std::vector<Article> articles = newsroom();
  const ArchiveFixture first({articles.begin(), articles.begin() + 2});
  const ArchiveFixture second({articles.begin() + 2, articles.end()});
  Archive archive({first.path(), second.path()});
  CHECK(id_line(answer(like("strike"), archive)) == "copy follow-up");
  CHECK(id_line(answer(like("follow-up"), archive)) == "strike copy");
}

TEST_CASE("similar: an article of no words, and one that is not there") {
  const ArchiveFixture fixture({make_article("empty", "", "1987"), make_article("2", "", "flood")});
  Archive archive({fixture.path()});
  CHECK(answer(like("empty"), archive).total == 0);
  CHECK(answer(like("2"), archive).total == 0);
  const auto message = [&](const SearchRequest& request) {
    return std::get<QueryError>(search(request, archive)).message;
  };
  CHECK(message(like("nowhere")) == "no article has the id: nowhere");
  CHECK(message(like("2", "(flood")) == "unclosed bracket at column 1; add a )");
  SearchRequest request = like("2");
  request.recency = std::chrono::days(30);
  CHECK(message(request) == "recency does not go with likeness; use --from for new articles only");
}

}  // namespace
}  // namespace backfile
