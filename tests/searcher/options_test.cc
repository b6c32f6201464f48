#include "searcher/options.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/captured_output.h"

namespace backfile {
namespace {

using std::chrono::year;
using Words = std::vector<std::string>;

constexpr std::chrono::sys_days kToday = year(2024) / 11 / 17;

std::optional<SearchOptions> parsed(const Words& words) {
  std::vector<const char*> argv = {"backfile-search"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse_search_options(int(argv.size()), argv.data(), kToday);
}

std::string failure(const Words& words) {
  try {
    parsed(words);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

// "facet=value facet=value"
std::string filter_line(const std::vector<Filter>& filters) {
  std::string line;
  for (const Filter& filter : filters)
    line.append(line.empty() ? "" : " ").append(filter.facet->name).append("=" + filter.value);
  return line;
}

TEST_CASE("search options: what holds when nothing is said") {
  const auto options = parsed({"news", "harbour strike"});
  REQUIRE(options);
  CHECK(options->archives == Words{"news"});
  CHECK(options->request.query == "harbour strike");
  CHECK(options->request.limit == 10);
  CHECK(options->request.offset == 0);
  CHECK(options->request.snippet_characters == 200);
  CHECK(options->request.sort == Sort::kRelevance);
  CHECK(options->request.filters.required.empty());
  CHECK(options->request.filters.excluded.empty());
  CHECK(options->request.filters.dates == DateRange{});
  CHECK(options->request.facets.empty());
  CHECK(options->request.today == kToday);
  CHECK(options->format->name == "text");
  CHECK_FALSE(options->show);
  CHECK_FALSE(options->raw);
}

TEST_CASE("search options: every option") {
  const auto options = parsed({"--limit",
                               "5",
                               "--offset=20",
                               "--sort",
                               "newest",
                               "--from",
                               "2023-02",
                               "--to",
                               "2024-02",
                               "news",
                               "--filter",
                               "source=A",
                               "--filter=lang=en",
                               "--filter",
                               "tags=a=b",
                               "--exclude",
                               "year=2023",
                               "--exclude",
                               "day=2024-02-29",
                               "--facet",
                               "source",
                               "--facet",
                               "tag:5",
                               "--snippet",
                               "80",
                               "--format",
                               "jsonl",
                               "query"});
  REQUIRE(options);
  const SearchRequest& request = options->request;
  CHECK(options->archives == Words{"news"});
  CHECK(request.query == "query");
  CHECK(request.limit == 5);
  CHECK(request.offset == 20);
  CHECK(request.sort == Sort::kNewest);
  CHECK(request.filters.dates == DateRange{year(2023) / 2 / 1, year(2024) / 2 / 29});
  CHECK(filter_line(request.filters.required) == "source=A language=en tag=a=b");
  CHECK(filter_line(request.filters.excluded) == "year=2023 day=2024-02-29");
  REQUIRE(request.facets.size() == 2);
  CHECK(request.facets[0].facet == facet_by_name("source"));
  CHECK(request.facets[0].limit == 10);
  CHECK(request.facets[1].facet == facet_by_name("tag"));
  CHECK(request.facets[1].limit == 5);
  CHECK(request.snippet_characters == 80);
  CHECK(options->format->name == "jsonl");
}

TEST_CASE("search options: choices") {
  CHECK(parsed({"a", "q", "--sort", "relevance"})->request.sort == Sort::kRelevance);
  CHECK(parsed({"a", "q", "--sort", "oldest"})->request.sort == Sort::kOldest);
  CHECK(parsed({"a", "q", "--format", "text"})->format->name == "text");
  CHECK(parsed({"a", "q", "--format", "json"})->format->name == "json");
  CHECK(parsed({"a", "q", "--format", "ids"})->format->name == "ids");
  for (const std::string name : {"csv", "tsv", "ris", "bibtex", "atom"}) {
    const auto options = parsed({"a", "q", "--format", name, "--all"});
    CHECK(options->format->name == name);
    CHECK(options->request.snippet_characters == 200);
  }
  CHECK(parsed({"a", "q", "--format", "ids"})->request.snippet_characters == 0);
  CHECK(parsed({"a", "--facet", "tag", "--facet", "words", "--limit", "0", "--format", "csv"}));
  CHECK(parsed({"a", "q", "--limit", "0"})->request.limit == 0);
  CHECK(parsed({"a", "q", "--snippet", "0"})->request.snippet_characters == 0);
}

TEST_CASE("search options: a facet twice is counted once") {
  const auto options = parsed({"a", "q", "--facet", "tag:3", "--facet", "year", "--facet", "tags"});
  REQUIRE(options->request.facets.size() == 2);
  CHECK(options->request.facets[0].limit == 3);
  CHECK(options->request.facets[1].facet->name == "year");
}

TEST_CASE("search options: what of all matches is counted, and how") {
  const SearchRequest none = parsed({"a", "q"})->request;
  CHECK_FALSE(none.words);
  CHECK_FALSE(none.timeline);
  CHECK(none.facet_mode == FacetMode::kAnd);
  const SearchRequest all = parsed({"a", "q", "--facet", "tag:all", "--facet", "words",
                                    "--facet-mode", "multi", "--timeline", "week"})
                                ->request;
  REQUIRE(all.facets.size() == 1);
  CHECK(all.facets[0].limit == FacetRequest::kAll);
  CHECK(all.words == 10);
  CHECK(all.timeline == TimelineStep::kWeek);
  CHECK(all.facet_mode == FacetMode::kMulti);
  CHECK(parsed({"a", "q", "--facet", "words:3", "--facet", "words"})->request.words == 3);
  CHECK(parsed({"a", "q", "--facet-mode", "and"})->request.facet_mode == FacetMode::kAnd);
  constexpr std::pair<std::string_view, TimelineStep> kSteps[] = {
      {"year", TimelineStep::kYear}, {"month", TimelineStep::kMonth}, {"day", TimelineStep::kDay}};
  for (const auto& [name, step] : kSteps)
    CHECK(parsed({"a", "q", "--timeline", std::string(name)})->request.timeline == step);
}

TEST_CASE("search options: dates, also back from today") {
  struct Row {
    std::string_view text;
    std::chrono::sys_days from;
    std::chrono::sys_days to;
  };
  constexpr Row kRows[] = {
      {"2024", year(2024) / 1 / 1, year(2024) / 12 / 31},
      {"2024-02", year(2024) / 2 / 1, year(2024) / 2 / 29},
      {"2024-02-03", year(2024) / 2 / 3, year(2024) / 2 / 3},
      {"-30d", year(2024) / 10 / 18, year(2024) / 10 / 18},
      {"-6m", year(2024) / 5 / 17, year(2024) / 5 / 17},
      {"-2y", year(2022) / 11 / 17, year(2022) / 11 / 17},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const std::string text(row.text);
    CHECK(parsed({"a", "q", "--from", text})->request.filters.dates == DateRange{row.from, {}});
    CHECK(parsed({"a", "q", "--to=" + text})->request.filters.dates == DateRange{{}, row.to});
  }
}

TEST_CASE("search options: all matches, recency and likeness") {
  const auto plain = parsed({"a", "q"});
  CHECK_FALSE(plain->all);
  CHECK_FALSE(plain->request.recency);
  CHECK_FALSE(plain->request.similar);
  const auto all = parsed({"a", "q", "--all", "--offset", "5"});
  CHECK(all->all);
  CHECK(all->request.limit == std::numeric_limits<std::size_t>::max());
  CHECK(all->request.offset == 5);
  CHECK(parsed({"a", "q", "--recency", "2w"})->request.recency == std::chrono::days(14));
  const auto similar = parsed({"a", "--similar", "id-1"});
  CHECK(similar->request.similar == "id-1");
  CHECK(similar->archives == Words{"a"});
  CHECK(similar->request.query.empty());
  CHECK(parsed({"a", "q", "--similar=x"})->request.query == "q");
}

TEST_CASE("search options: archives and the query") {
  struct Row {
    Words words;
    Words archives;
    std::string query;
  };
  const Row rows[] = {
      {{"a", "q"}, {"a"}, "q"},
      {{"a", "b", "tcp://host:1", "q"}, {"a", "b", "tcp://host:1"}, "q"},
      {{"a", ""}, {"a"}, ""},
      {{"a", "--filter", "tag=x"}, {"a"}, ""},
      {{"a", "--exclude", "tag=x"}, {"a"}, ""},
      {{"a", "--from", "2024"}, {"a"}, ""},
      {{"a", "--to", "-30d"}, {"a"}, ""},
      {{"a", "--facet", "tag"}, {"a"}, ""},
      {{"a", "--facet", "words"}, {"a"}, ""},
      {{"a", "--timeline", "year"}, {"a"}, ""},
      {{"--filter", "tag=x", "a", "q"}, {"a"}, "q"},
      {{"a", "--", "-sport"}, {"a"}, "-sport"},
      {{"a", "-sport"}, {"a"}, "-sport"},
      {{"--", "a", "--limit"}, {"a"}, "--limit"},
      {{"a", "--limit", "3", "--", "--help"}, {"a"}, "--help"},
  };
  for (const Row& row : rows) {
    const auto options = parsed(row.words);
    REQUIRE(options);
    CHECK(options->archives == row.archives);
    CHECK(options->request.query == row.query);
  }
}

TEST_CASE("search options: with --show all words are archives") {
  const auto one = parsed({"a", "--show", "id-1"});
  CHECK(one->show == "id-1");
  CHECK(one->archives == Words{"a"});
  CHECK(one->request.query.empty());
  CHECK(parsed({"--show", "x", "a", "b"})->archives == Words{"a", "b"});
  CHECK(parsed({"a", "--show=-1"})->show == "-1");
  CHECK_FALSE(one->raw);
  const auto raw = parsed({"a", "--show", "x", "--raw", "--format", "json"});
  CHECK(raw->raw);
  CHECK(raw->show == "x");
  CHECK(failure({"--show", "x"}) == "no archive given; usage: backfile-search ARCHIVE QUERY");
}

TEST_CASE("search options: errors") {
  constexpr std::string_view kFields =
      "; fields are source section author tag place person language year month day";
  const std::string facets = std::string(kFields) + ", and words";
  constexpr std::string_view kDates = "; use 2024, 2024-11, 2024-11-17, -30d, -6m or -2y";
  const auto with = [](std::string_view text, std::string_view advice) {
    return std::string(text).append(advice);
  };
  struct Row {
    Words words;
    std::string message;
  };
  const Row rows[] = {
      {{}, "no archive given; usage: backfile-search ARCHIVE QUERY"},
      {{"a"}, "no query given; usage: backfile-search ARCHIVE QUERY ('' for all articles)"},
      {{"a", "--limit", "5"},
       "no query given; usage: backfile-search ARCHIVE QUERY ('' for all articles)"},
      {{"a", "q", "--limit", "many"},
       "not a number: --limit many; write a whole number such as 20"},
      {{"a", "q", "--limit", "-1"}, "not a number: --limit -1; write a whole number such as 20"},
      {{"a", "q", "--limit="},
       "the argument for option '--limit' should follow immediately after "
       "the equal sign; see backfile-search --help"},
      {{"a", "q", "--offset", "1.5"},
       "not a number: --offset 1.5; write a whole number such as 20"},
      {{"a", "q", "--all", "--limit", "10"}, "--all has no limit; leave out --all or --limit"},
      {{"a", "q", "--recency", "soon"},
       "not a half-life: --recency soon; write 30d, 2w, 6m or 2y, of 1d to 6y"},
      {{"a", "q", "--recency", "7y"},
       "not a half-life: --recency 7y; write 30d, 2w, 6m or 2y, of 1d to 6y"},
      {{"a", "q", "--raw"}, "--raw without --show; name an article: --show ID --raw"},
      {{"a", "--show", "x", "--raw", "--format", "ids"},
       "--raw with --format ids; use text, json or jsonl"},
      {{"a", "--show", "x", "--raw=y"},
       "option '--raw' does not take any arguments; see backfile-search --help"},
      {{"a", "--all"},
       "no query given; usage: backfile-search ARCHIVE QUERY ('' for all articles)"},
      {{"a", "q", "--snippet", "9999999999"},
       "not a number: --snippet 9999999999; write a whole number such as 20"},
      {{"a", "q", "--sort", "best"},
       "not a choice of this version: --sort best; use relevance, newest, oldest"},
      {{"a", "q", "--format", "klingon"},
       "not a choice of this version: --format klingon; use text, json, jsonl, csv, tsv, ris, "
       "bibtex, atom, ids"},
      {{"a", "q", "--format", "ris", "--facet", "tag"},
       "--format ris has no place for counts: --facet; use text, json, csv or tsv"},
      {{"a", "q", "--format", "bibtex", "--facet", "words"},
       "--format bibtex has no place for counts: --facet; use text, json, csv or tsv"},
      {{"a", "q", "--format", "atom", "--timeline", "day", "--limit", "0"},
       "--format atom has no place for counts: --timeline; use text, json, csv or tsv"},
      {{"a", "q", "--format", "csv", "--timeline", "day"},
       "--format csv is one table, of hits or of counts: --timeline; add --limit 0 for the counts"},
      {{"a", "q", "--format", "tsv", "--timeline", "day", "--facet", "tag", "--limit", "0"},
       "--format tsv is one table, of a timeline or of facets: --timeline; ask for one of them"},
      {{"a", "q", "--format", "csv", "--explain"},
       "--format csv has no place for explanations: --explain; use text, json or jsonl"},
      {{"a", "--show", "x", "--raw", "--format", "atom"},
       "--raw with --format atom; use text, json or jsonl"},
      {{"--list", "--format", "csv"}, "--list with --format csv; use text or json"},
      {{"a", "q", "--from", "tomorrow"}, with("not a date: --from tomorrow", kDates)},
      {{"a", "q", "--to", "2024-02-30"}, with("not a date: --to 2024-02-30", kDates)},
      {{"a", "q", "--filter", "source"}, "expected NAME=VALUE: --filter source"},
      {{"a", "q", "--exclude", "=x"}, "expected NAME=VALUE: --exclude =x"},
      {{"a", "q", "--filter", "title=x"}, with("no such field: --filter title", kFields)},
      {{"a", "q", "--exclude", "x=y"}, with("no such field: --exclude x", kFields)},
      {{"a", "q", "--facet", "body"}, with("no such field: --facet body", facets)},
      {{"a", "q", "--facet", ""}, with("no such field: --facet ", facets)},
      {{"a", "q", "--filter", "words=x"},
       "words are counted, not filtered by: --filter words; put the word into the query"},
      {{"a", "q", "--exclude", "words=x"},
       "words are counted, not filtered by: --exclude words; put the word into the query"},
      {{"a", "q", "--facet-mode", "or"},
       "not a choice of this version: --facet-mode or; use and, multi"},
      {{"a", "q", "--timeline", "hour"},
       "not a choice of this version: --timeline hour; use year, month, week, day"},
      {{"a", "q", "--filter", "year=20x4"},
       "not a year: 20x4; write 2024 for a year, 2024-11 for a month, 2024-11-17 for a day"},
      {{"a", "q", "--exclude", "month=2024"},
       "not a month: 2024; write 2024 for a year, 2024-11 for a month, 2024-11-17 for a day"},
      {{"a", "q", "--facet", "tag:"},
       "not a number of values: --facet tag:; write as in source:20 or source:all"},
      {{"a", "q", "--facet", "tag:x"},
       "not a number of values: --facet tag:x; write as in source:20 or source:all"},
      {{"a", "q", "--facet", "tag:0"},
       "not a number of values: --facet tag:0; write as in source:20 or source:all"},
      {{"a", "q", "--facet", "words:none"},
       "not a number of values: --facet words:none; write as in source:20 or source:all"},
      {{"a", "q", "--facet", "tag:5x"},
       "not a number of values: --facet tag:5x; write as in source:20 or source:all"},
      {{"a", "q", "--limit"},
       "the required argument for option '--limit' is missing; see backfile-search --help"},
      {{"a", "q", "--lim", "5"}, "unrecognised option '--lim'; see backfile-search --help"},
      {{"a", "q", "--limit", "5", "--limit", "6"},
       "option '--limit' cannot be specified more than once; see backfile-search --help"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(failure(row.words) == row.message);
  }
}

TEST_CASE("search options: help names every option and field, version the version") {
  std::string help;
  {
    const CapturedOutput output;
    CHECK_FALSE(parsed({"--help"}));
    help = output.text();
  }
  for (const std::string_view option :
       {"limit", "offset", "all", "sort", "recency", "similar", "from", "to", "filter", "exclude",
        "facet", "facet-mode", "timeline", "snippet", "show", "format", "help", "version"})
    CHECK(help.find("  --" + std::string(option)) != std::string::npos);
  for (const Field& field : fields())
    if (!field.query_name.empty())
      CHECK(help.find(std::string(field.query_name) + ":") != std::string::npos);
  for (const Facet& facet : facets()) CHECK(help.find(facet.name) != std::string::npos);
  const CapturedOutput output;
  CHECK_FALSE(parsed({"--version", "a", "q"}));
  CHECK(output.text().starts_with("backfile-search "));
}

}  // namespace
}  // namespace backfile
