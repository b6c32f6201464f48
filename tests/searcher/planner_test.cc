#include "searcher/query/planner.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/archive.h"
#include "searcher/query/parser.h"
#include "tests/archive_fixture.h"

namespace backfile {
namespace {

constexpr std::chrono::sys_days kToday = std::chrono::year(2024) / 11 / 17;

std::vector<Article> two_languages() {
  Article english = make_article("en-1", "The houses of Zurich",
                                 "Missiles hit a house. COVID-19 missile talks, Zürich.");
  english.url = "https://example.org/houses";
  english.source = "Example Herald";
  english.authors = {"Ann O'Brien"};
  Article german = make_article("de-1", "Die Häuser von Zürich",
                                "Ein Haus, die Häuser. Müller und Mueller.", "de");
  german.source = "Züricher Bote";
  english.published = parse_date("2024-02-10");
  german.published = parse_date("2024-03-05");
  return {english, german};
}

// What the engine is given, without the frame "Query(...)".
std::string description(const Xapian::Query& query) {
  const std::string text = query.get_description();
  return text.substr(6, text.size() - 7);
}

Searched searched(const Archive& archive) {
  return {archive.database(), archive.languages(), archive.is_remote()};
}

std::string planned(std::string_view query, const Searched& searched, const Filters& filters) {
  const auto parsed = parse_query(query, kToday);
  if (const auto* error = std::get_if<QueryError>(&parsed)) return "error: " + error->message;
  const auto plan = plan_query(std::get<QueryNode>(parsed), filters, searched);
  if (const auto* error = std::get_if<QueryError>(&plan)) return "error: " + error->message;
  return description(to_query(std::get<Plan>(plan).match));
}

std::string planned(std::string_view query, const Archive& archive, const Filters& filters = {}) {
  return planned(query, searched(archive), filters);
}

struct Row {
  std::string_view query;
  std::string_view planned;
};

void check_rows(std::span<const Row> rows) {
  const ArchiveFixture fixture(two_languages());
  const Archive archive({fixture.path()});
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(planned(row.query, archive) == row.planned);
  }
}

TEST_CASE("planner: words in every language of the archive, accents aside") {
  constexpr Row kRows[] = {
      {"", "<alldocuments>"},
      {"houses", "Zhous"},
      {"Haus", "Zde:haus"},
      {"Häuser", "Zde:haus"},
      {"zurich", "(Zde:zurich SYNONYM Zzurich)"},
      {"ZÜRICH", "(Zde:zurich SYNONYM Zzurich)"},
      {"unheard", "Zde:unheard"},
      {"title:houses", "ZShous"},
      {"title:missiles", "ZSde:missil"},
      {"source:Zuricher", "FXSRCzuricher"},
      {"author:o'brien", "Ao'brien"},
      {"author:ann", "Aann"},
  };
  check_rows(kRows);
}

TEST_CASE("planner: phrases, exact forms, prefixes") {
  constexpr Row kRows[] = {
      {"\"Missiles hit\"", "(missiles PHRASE 2 hit)"},
      {"\"die Häuser\"", "(die PHRASE 2 Fhauser)"},
      {"\"von Zürich\"", "(von PHRASE 2 (zurich OR Fzurich))"},
      {"\"missiles\"", "missiles"},
      {"\"hit unheard\"", "(hit PHRASE 2 unheard)"},
      {"COVID-19", "(covid PHRASE 2 19)"},
      {"title:\"of Zurich\"", "(Sof PHRASE 2 (Szurich OR FSzurich))"},
      {"author:\"Ann O'Brien\"", "(Aann PHRASE 2 Ao'brien)"},
      {"=Zürich", "zürich"},
      {"=covid-19", "(covid PHRASE 2 19)"},
      {"title:=Häuser", "Shäuser"},
      {"zur*", "(zurich SYNONYM Fzurich)"},
      {"missile*", "(missile SYNONYM missiles)"},
      {"title:hau*", "FShauser"},
      {"source:zü*", "FXSRCzuricher"},
      {"unheard*", ""},
  };
  check_rows(kRows);
}

TEST_CASE("planner: operators, signs, whole values, dates") {
  constexpr Row kRows[] = {
      {"hit talks", "(Zhit OR Ztalk)"},
      {"+hit talks -the", "((Zhit AND_MAYBE Ztalk) AND_NOT Zthe)"},
      {"NOT (+hit talks)", "(<alldocuments> AND_NOT Zhit)"},
      {"the -(+hit talks)", "(Zthe AND_NOT Zhit)"},
      {"+hit +talks", "(Zhit AND Ztalk)"},
      {"-hit -talks", "(<alldocuments> AND_NOT (Zhit OR Ztalk))"},
      {"hit AND talks AND the", "(Zhit AND Ztalk AND Zthe)"},
      {"hit OR talks", "(Zhit OR Ztalk)"},
      {"hit NOT (talks OR the)", "(Zhit AND_NOT (Ztalk OR Zthe))"},
      {"NOT hit", "(<alldocuments> AND_NOT Zhit)"},
      {"unheard AND hit", "(Zde:unheard AND Zhit)"},
      {"id:en-1", "0 * Qen-1"},
      {"lang:(en OR de)", "(0 * Len OR 0 * Lde)"},
      {"date:2024-02", "0 * M202402"},
      {"date:2024-02..2024-03-05", "0 * (M202402 OR D20240305)"},
      {"date:..2010", ""},
      {"date:2020..", "0 * Y2024"},
      {"date:-300d..2024-02-10", "0 * D20240210"},
      {"hit date:2024", "(Zhit AND 0 * Y2024)"},
      {"lang:DE", "0 * Lde"},
  };
  check_rows(kRows);
}

TEST_CASE("planner: proximity is a filter, by positions, of articles that have the words") {
  constexpr Row kRows[] = {
      {"hit NEAR/2 house",
       "((Zhit AND Zhous) FILTER (0 * Len AND 0 * PostingSource(spans of 2 parts)))"},
      {"Haus pre/3 \"die Häuser\"",
       "((Zde:haus AND (die PHRASE 2 Fhauser)) FILTER (0 * Lde AND 0 * PostingSource(spans of 2 "
       "parts)))"},
      {"zurich w/s house*",
       "(((Zde:zurich SYNONYM Zzurich) AND (house SYNONYM houses)) FILTER ((0 * Lde AND 0 * "
       "PostingSource(spans of 2 parts)) OR (0 * Len AND 0 * PostingSource(spans of 2 parts))))"},
      {"title:(houses NEAR/2 zurich)",
       "((ZShous AND (ZSde:zurich SYNONYM ZSzurich)) FILTER (0 * Len AND 0 * PostingSource(spans "
       "of 2 parts)))"},
      {"author:(ann pre/1 o'brien)",
       "((Aann AND Ao'brien) FILTER 0 * PostingSource(spans of 2 parts))"},
      {"talks w/p (hit OR (missile NEAR/2 house))",
       "((Ztalk AND (Zhit OR (Zmissil AND Zhous))) FILTER (0 * Len AND 0 * PostingSource(spans of "
       "2 parts)))"},
      {"hit NEAR/2 unheard", ""},
      {"talks (hit NEAR/2 house)",
       "(Ztalk OR ((Zhit AND Zhous) FILTER (0 * Len AND 0 * PostingSource(spans of 2 parts))))"},
      {"talks NOT (hit NEAR/2 house)",
       "(Ztalk AND_NOT ((Zhit AND Zhous) FILTER (0 * Len AND 0 * PostingSource(spans of 2 "
       "parts))))"},
  };
  check_rows(kRows);
}

TEST_CASE("planner: proximity that a remote server can test, and what it cannot") {
  constexpr std::string_view kAdvice =
      " as it stands cannot be asked of a remote archive at column 5; there, NEAR/5 and pre/5 take "
      "two different words, word* or (a OR b)";
  constexpr Row kRows[] = {
      {"hit NEAR/2 house",
       "((Zhit AND Zhous) FILTER (0 * Len AND 0 * ((Zhit OR hit) NEAR 3 (Zhous OR house OR "
       "houses))))"},
      {"hit pre/2 house",
       "((Zhit AND Zhous) FILTER (0 * Len AND 0 * ((Zhit OR hit) PHRASE 3 (Zhous OR house OR "
       "houses))))"},
      {"hit NEAR/2 (house OR talks)",
       "((Zhit AND (Zhous OR Ztalk)) FILTER (0 * Len AND 0 * ((Zhit OR hit) NEAR 3 (Zhous OR Ztalk "
       "OR house OR houses OR talks))))"},
      {"hit NEAR/2 hous*",
       "((Zhit AND (house SYNONYM houses)) FILTER (0 * Len AND 0 * ((Zhit OR hit) NEAR 3 (house OR "
       "houses))))"},
      {"=hit NEAR/2 =house", "((hit AND house) FILTER 0 * (hit NEAR 3 house))"},
      {"zurich NEAR/2 talks",
       "(((Zde:zurich SYNONYM Zzurich) AND Ztalk) FILTER (0 * Len AND 0 * ((Fzurich OR Zzurich OR "
       "zurich) NEAR 3 (Ztalk OR talks))))"},
      {"author:(ann pre/1 o'brien)", "((Aann AND Ao'brien) FILTER 0 * (Aann PHRASE 2 Ao'brien))"},
      {"hit NEAR/2 unheard", ""},
      {"hit w/s unheard", ""},
      {"Haus NEAR/3 Müller",
       "((Zde:haus AND Zde:mull) FILTER (0 * Lde AND 0 * ((Fhauser OR Zde:haus OR haus) NEAR 4 "
       "(Fmuller OR Zde:mull))))"},
      {"hit NEAR/2 a NEAR/2 house",
       "error: NEAR/2 as it stands cannot be asked of a remote archive at column 14; there, NEAR/5 "
       "and pre/5 take two different words, word* or (a OR b)"},
  };
  constexpr std::string_view kRefused[] = {
      "hit w/s house",
      "hit w/p house",
      "hit NEAR/2 \"a house\"",
      "hit NEAR/2 COVID-19",

      "hit NEAR/2 (house OR \"missile talks\")",
      "hit NEAR/2 hit",
      "hit pre/2 hi*",
      "hit NEAR/2 (house OR hit)",
  };
  const ArchiveFixture fixture(two_languages());
  const Archive archive({fixture.path()});
  const Searched remote{archive.database(), archive.languages(), true};
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(planned(row.query, remote, {}) == row.planned);
  }
  for (const std::string_view query : kRefused) {
    CAPTURE(query);
    const std::string operation(query.substr(4, query.find(' ', 4) - 4));
    CHECK(planned(query, remote, {}) == ("error: " + operation).append(kAdvice));
  }
}

Filter filter(std::string_view facet, std::string_view value) {
  return {facet_by_name(facet), std::string(value)};
}

TEST_CASE("planner: filters") {
  using std::chrono::year;
  struct FilterRow {
    Filters filters;
    std::string_view planned;
  };
  const FilterRow rows[] = {
      {{}, "Zhit"},
      {{{filter("source", "Example Herald")}, {}, {}, {}},
       "(Zhit FILTER 0 * VXSRC:Example Herald)"},
      {{{filter("source", "a"), filter("source", "b")}, {}, {}, {}},
       "(Zhit FILTER 0 * (VXSRC:a OR VXSRC:b))"},
      {{{filter("source", "a"), filter("tag", "b")}, {}, {}, {}},
       "((Zhit FILTER 0 * VXSRC:a) FILTER 0 * VK:b)"},
      {{{filter("lang", "en")}, {}, {}, {}}, "(Zhit FILTER 0 * Len)"},
      {{{filter("year", "2024"), filter("year", "2022")}, {}, {}, {}}, "(Zhit FILTER 0 * Y2024)"},
      {{{filter("month", "2024-02"), filter("day", "2024-02-10")}, {}, {}, {}},
       "((Zhit FILTER 0 * D20240210) FILTER 0 * M202402)"},
      {{{}, {filter("author", "Ann O'Brien"), filter("year", "2024")}, {}, {}},
       "(Zhit AND_NOT (VA:Ann O'Brien OR Y2024))"},
      {{{}, {}, {"a", "b"}, {}}, "(Zhit AND_NOT (Qa OR Qb))"},
      {{{}, {}, {}, {year(2024) / 1 / 1, {}}}, "(Zhit FILTER 0 * Y2024)"},
      {{{}, {}, {}, {year(2024) / 1 / 1, year(2023) / 1 / 1}}, ""},
      {{{filter("place", "x")}, {filter("person", "y")}, {}, {{}, year(2024) / 1 / 1}}, ""},
  };
  const ArchiveFixture fixture(two_languages());
  const Archive archive({fixture.path()});
  for (const FilterRow& row : rows) CHECK(planned("hit", archive, row.filters) == row.planned);
  CHECK(planned("", archive, rows[1].filters) ==
        "(<alldocuments> FILTER 0 * VXSRC:Example Herald)");
}

TEST_CASE("planner: periods that are none are refused") {
  constexpr std::string_view kAdvice =
      "; write 2024 for a year, 2024-11 for a month, 2024-11-17 for a day";
  struct PeriodRow {
    std::string_view facet;
    std::string_view value;
  };
  constexpr PeriodRow kGood[] = {{"year", "2024"},      {"year", "0001"},  {"month", "2024-12"},
                                 {"day", "2024-02-29"}, {"source", "any"}, {"tag", ""}};
  for (const PeriodRow& row : kGood) CHECK_NOTHROW(check_filter(filter(row.facet, row.value)));
  constexpr PeriodRow kBad[] = {{"year", "20x4"},     {"year", "2024-11"},  {"year", "24"},
                                {"year", "-30d"},     {"year", "0000"},     {"month", "2024"},
                                {"month", "2024-13"}, {"month", "-30days"}, {"day", "2024-02-30"},
                                {"day", "2024-11"},   {"day", "20241117"}};
  for (const PeriodRow& row : kBad) {
    CAPTURE(row.value);
    const std::string message =
        std::string("not a ").append(row.facet).append(": ").append(row.value).append(kAdvice);
    CHECK_THROWS_WITH_AS(check_filter(filter(row.facet, row.value)), message.c_str(), Error);
  }
}

TEST_CASE("planner: words of articles without a stemmer are their own stems") {
  std::vector<Article> articles = two_languages();
  articles.push_back(make_article("xx-1", "Häuser houses", "", "xx"));
  const ArchiveFixture fixture(articles);
  const Archive archive({fixture.path()});
  CHECK(archive.languages() == std::vector<std::string>{"", "de", "en"});
  CHECK(planned("Häuser", archive) == "(Z:hauser SYNONYM Zde:haus)");
  CHECK(planned("houses", archive) == "(Z:houses SYNONYM Zhous)");
}

TEST_CASE("planner: a prefix stands for so many words and no more") {
  Article article = make_article("many", "", "other");
  for (std::size_t i = 0; i < kMaxExpansion; ++i) article.body += " zx" + std::to_string(i);
  ArchiveFixture fixture({article});
  const auto outcome = [&](std::string_view query) {
    return planned(query, Archive({fixture.path()})).substr(0, 25);
  };
  CHECK(outcome("zx*") == "(zx0 SYNONYM zx1 SYNONYM ");
  article.body += " zxa";
  fixture.add({article});
  CHECK(planned("other OR zx*", Archive({fixture.path()})) ==
        "error: zx* stands for more than 1000 words at column 10; write more of it");
  CHECK(outcome("zx1*") == "(zx1 SYNONYM zx10 SYNONYM");
}

TEST_CASE("planner: what is wanted of a text is what was searched in it, without what was not") {
  const ArchiveFixture fixture(two_languages());
  const Archive archive({fixture.path()});
  const auto parsed = parse_query(
      "Häuser title:\"Red LINE\" =Café -no (zür* NOT (not \"not not\" =no nö*)) "
      "author:Ann source:bb* lang:en",
      kToday);
  const auto plan = plan_query(std::get<QueryNode>(parsed), {}, searched(archive));
  const Wanted& wanted = std::get<Plan>(plan).wanted;
  using Words = std::set<std::string>;
  CHECK(wanted.stems == Words{"Zde:haus", "Zhauser"});
  CHECK(wanted.first_letters == "h");
  CHECK(wanted.exact == Words{"café"});
  CHECK(wanted.prefixes == std::vector<std::string>{"zur"});
  CHECK(wanted.phrases == std::vector<std::vector<std::string>>{{"red", "line"}});
}

}  // namespace
}  // namespace backfile
