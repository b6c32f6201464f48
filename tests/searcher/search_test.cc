#include "searcher/search.h"

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

// "1 2 3" in alphabetical order.
std::string found(std::string query, Archive& archive) {
  return sorted_ids(answer(request_for(std::move(query)), archive));
}

struct Row {
  std::string_view query;
  std::string_view ids;
};

void check_rows(std::span<const Row> rows, const std::vector<Article>& articles) {
  const ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const SearchResult result = answer(request_for(std::string(row.query)), archive);
    CHECK(sorted_ids(result) == row.ids);
    CHECK(result.total == result.hits.size());
  }
}

TEST_CASE("search: the more of the words, and the rarer, the better") {
  const ArchiveFixture fixture({
      make_article("both", "", "The ceasefire talks go on in the old harbour hall today."),
      make_article("rare", "", "A ceasefire was called for in the old harbour hall today."),
      make_article("common", "", "The talks of the council go on in the old harbour hall."),
      make_article("other", "", "More talks, about the budget, in the old harbour hall."),
      make_article("none", "", "Nothing of it was in the news of this quiet morning."),
  });
  Archive archive({fixture.path()});
  const SearchResult result = answer(request_for("ceasefire talks"), archive);
  CHECK(id_line(result).starts_with("both rare "));
  CHECK(result.total == 4);
  CHECK(result.query == "ceasefire talks");
  CHECK(result.understood == "ceasefire talks");
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    CHECK(result.hits[i].rank == i + 1);
    CHECK(result.hits[i].score > 0);
    if (i > 0) CHECK(result.hits[i].score <= result.hits[i - 1].score);
  }
}

TEST_CASE("search: the headline outweighs the body, names and tags weigh nothing") {
  Article tagged = make_article("tagged", "Quiet days", "A strike of the harbour crew today.");
  tagged.tags = {"strike"};
  const ArchiveFixture fixture({
      make_article("body", "Quiet days", "A strike of the harbour crew today."),
      make_article("title", "Strike days", "A pause of the harbour crew today."),
      tagged,
  });
  Archive archive({fixture.path()});
  const SearchResult result = answer(request_for("strike"), archive);
  CHECK(id_line(result) == "title body tagged");
  CHECK(result.hits[1].score == doctest::Approx(result.hits[2].score));
}

TEST_CASE("search: words in any form of the articles' own languages") {
  const std::vector<Article> articles = {
      make_article("en", "", "Missiles hit two houses in Zürich."),
      make_article("de", "", "Die Häuser von ZURICH, die Straße.", "de"),
      make_article("fr", "", "L'école mangée de l’Ukraine.", "fr"),
      make_article("ja", "東京のニュース", "", "ja"),
      make_article("xx", "", "houses Straße", ""),
  };
  constexpr Row kRows[] = {
      {"missile", "en"},    {"MISSILES", "en"}, {"house", "en"},     {"houses", "en xx"},
      {"Haus", "de"},       {"hauser", "de"},   {"zürich", "de en"}, {"Zurich", "de en"},
      {"strasse", "de xx"}, {"Strassen", "de"}, {"ecoles", "fr"},    {"manger", "fr"},
      {"mangee", "fr"},     {"ukraine", "fr"},  {"l'Ukraine", "fr"}, {"東京", "ja"},
      {"京東", ""},         {"ニュース", "ja"}, {"unheard", ""},     {"ハウス houses", "en xx"},
  };
  check_rows(kRows, articles);
}

TEST_CASE("search: phrases and exact forms") {
  const std::vector<Article> articles = {
      make_article("1", "A red line", "Crossed by Zürich, said the mayor."),
      make_article("2", "A red", "line crossed by Zurich said the mayors"),
      make_article("3", "Red lines", "A line, red and thin. COVID-19, the U.S. and AT&T."),
      make_article("4", "", "Red. Line two.\n\nCovid; 19 dead, us two, Zuerich."),
  };
  constexpr Row kRows[] = {
      {"\"red line\"", "1 4"},
      {"\"RED, line\"", "1 4"},
      {"\"red lines\"", "3"},
      {"\"line red\"", "3"},
      {"\"by zurich said the\"", "1 2"},
      {"\"by Zürich said the mayor\"", "1"},
      {"\"mayor\"", "1"},
      {"mayor", "1 2"},
      {"=mayors", "2"},
      {"=Zürich", "1"},
      {"=zurich", "2"},
      {"=ZÜRICH", "1"},
      {"COVID-19", "3 4"},
      {"=covid-19", "3 4"},
      {"\"covid 19\"", "3 4"},
      {"\"19 covid\"", ""},
      {"US", "3 4"},
      {"\"the US\"", "3"},
      {"AT&T", "3"},
      {"title:\"red line\"", "1"},
      {"title:\"a red\"", "1 2"},
      {"\"two covid\"", "4"},
  };
  check_rows(kRows, articles);
}

TEST_CASE("search: operators and signs") {
  const std::vector<Article> articles = {
      make_article("a", "", "apple"),
      make_article("ab", "", "apple berry"),
      make_article("abc", "", "apple berry cherry"),
      make_article("b", "", "berry"),
      make_article("c", "", "cherry"),
      make_article("d", "", "date"),
  };
  constexpr Row kRows[] = {
      {"", "a ab abc b c d"},
      {"apple cherry", "a ab abc c"},
      {"apple AND berry", "ab abc"},
      {"apple OR date", "a ab abc d"},
      {"apple NOT berry", "a"},
      {"apple AND NOT berry", "a"},
      {"NOT apple", "b c d"},
      {"NOT apple NOT date", "b c"},
      {"-apple", "b c d"},
      {"-apple -berry", "c d"},
      {"+apple berry", "a ab abc"},
      {"+apple +berry cherry", "ab abc"},
      {"+apple -berry", "a"},
      {"apple cherry -berry", "a c"},
      {"(apple OR cherry) AND berry", "ab abc"},
      {"apple berry AND cherry", "abc"},
      {"NOT apple OR cherry", "abc b c d"},
      {"date (-berry)", "a c d"},
      {"app* NOT ber*", "a"},
      {"unheard OR apple", "a ab abc"},
      {"unheard AND apple", ""},
      {"apple NOT unheard", "a ab abc"},
      {"-unheard", "a ab abc b c d"},
  };
  check_rows(kRows, articles);
}

TEST_CASE("search: a must word ranks, should words add to it") {
  const ArchiveFixture fixture({make_article("a", "", "apple and pears all day"),
                                make_article("ab", "", "apple and berry all day")});
  Archive archive({fixture.path()});
  CHECK(id_line(answer(request_for("+apple berry"), archive)) == "ab a");
  CHECK(id_line(answer(request_for("+apple pears"), archive)) == "a ab");
}

struct FieldSetter {
  Article& article;
  void operator()(std::string Article::*text) const { article.*text = "zebra"; }
  void operator()(std::vector<std::string> Article::*list) const {
    article.*list = {"other", "zebra"};
  }
  void operator()(std::optional<Date> Article::*date) const {
    article.*date = parse_date("2001-02-03");
  }
};

TEST_CASE("search: every field that has a query name is found by it") {
  for (const Field& field : fields()) {
    if (field.query_name.empty()) continue;
    CAPTURE(field.query_name);
    Article with = make_article("with", "", "", "");
    std::visit(FieldSetter{with}, field.member);
    const ArchiveFixture fixture({with, make_article("zebra-less", "tapir", "zebra", "")});
    Archive archive({fixture.path()});
    const std::string value = field.kind == Kind::kDate ? "2001-02" : "zebra";
    const std::string query = std::string(field.query_name) + ":" + value;
    CHECK(found(query, archive) == with.id);
    CHECK(found(std::string(field.query_name) + ":(" + value + ")", archive) == with.id);
    CHECK(found(std::string(field.query_name) + ":\"" + value + "\"", archive) == with.id);
    CHECK(found("NOT " + query, archive) == "zebra-less");
  }
}

TEST_CASE("search: in fields") {
  Article one = make_article("1", "Flood at the dam", "River news, of flood and Boßlet.");
  one.url = "https://gazette.example/news/dam-1?x=1";
  one.source = "Harbour Gazette";
  one.authors = {"Ann O'Brien", "Jürg Müller"};
  one.tags = {"river flood", "dams"};
  Article two = make_article("2", "Floods", "A dam. Harbour Gazette, Ann O'Brien.", "de");
  two.url = "https://bote.example/dam";
  two.source = "Gazette";
  two.authors = {"O'Brien Ann"};
  two.tags = {"flood", "river"};
  constexpr Row kRows[] = {
      {"title:flood", "1 2"},
      {"title:=flood", "1"},
      {"title:(flood AND dam)", "1"},
      {"title:river", ""},
      {"title:flo*", "1 2"},
      {"author:\"Ann O'Brien\"", "1"},
      {"author:ann", "1 2"},
      {"author:muller", "1"},
      {"author:=muller", ""},
      {"author:=müller", "1"},
      {"author:\"Brien Jürg\"", ""},
      {"author:\"O'Brien Jürg\"", ""},
      {"author:mül*", "1"},
      {"source:gazette", "1 2"},
      {"source:\"harbour gazette\"", "1"},
      {"tag:flood", "1 2"},
      {"tag:floods", ""},
      {"tag:\"flood dams\"", ""},
      {"tag:dams", "1"},
      {"url:example", "1 2"},
      {"url:gazette.example", "1"},
      {"url:https://gazette.example/news/dam-1?x=1", "1"},
      {"url:gaz*", "1"},
      {"id:1", "1"},
      {"id:(1 OR 2)", "1 2"},
      {"lang:de", "2"},
      {"lang:DE", "2"},
      {"dam source:gazette lang:en", "1"},
      {"harbour", "2"},
      {"muller", ""},
  };
  check_rows(kRows, {one, two});
}

TEST_CASE("search: dates") {
  std::vector<Article> articles;
  for (const char* date : {"2009-12-31T23:59:59Z", "2010-01-01", "2010-12-31T23:59:59Z",
                           "2011-01-01", "2024-11-16", "2024-11-17T21:04Z"}) {
    articles.push_back(make_article(std::string(date, 10), "", "news"));
    articles.back().published = parse_date(date);
  }
  articles.push_back(make_article("undated", "", "news"));
  articles.back().updated = parse_date("2010-01-01");
  constexpr Row kRows[] = {
      {"date:2010", "2010-01-01 2010-12-31"},
      {"date:..2010", "2009-12-31 2010-01-01 2010-12-31"},
      {"date:2010-12..2011", "2010-12-31 2011-01-01"},
      {"date:2010-01-01", "2010-01-01"},
      {"date:2011..", "2011-01-01 2024-11-16 2024-11-17"},
      {"date:-1d..", "2024-11-16 2024-11-17"},
      {"date:-0d", "2024-11-17"},
      {"date:1999", ""},
      {"news AND date:2010", "2010-01-01 2010-12-31"},
      {"news NOT date:..2023", "2024-11-16 2024-11-17 undated"},
      {"NOT date:0001..9999", "undated"},
  };
  check_rows(kRows, articles);
}

TEST_CASE("search: a bad query is an answer, not an exception") {
  const ArchiveFixture fixture({make_article("1", "", "red line")});
  Archive archive({fixture.path()});
  const auto found = search(request_for("red line\""), archive);
  REQUIRE(std::holds_alternative<QueryError>(found));
  CHECK(std::get<QueryError>(found).column == 9);
  CHECK(std::get<QueryError>(found).message.starts_with("unclosed quote at column 9"));
}

TEST_CASE("search: the empty archive") {
  const ArchiveFixture fixture;
  Archive archive({fixture.path()});
  for (const std::string query :
       {"", "word", "\"a phrase\"", "pre*", "NOT x", "date:2024", "id:1"}) {
    CAPTURE(query);
    SearchRequest request = request_for(query);
    request.facets = {{facet_by_name("source")}, {facet_by_name("year")}};
    const SearchResult result = answer(request, archive);
    CHECK(result.total == 0);
    CHECK(result.hits.empty());
    REQUIRE(result.facets.size() == 2);
    CHECK(result.facets[0].values.empty());
  }
  CHECK_FALSE(archive.find("1"));
}

}  // namespace
}  // namespace backfile
