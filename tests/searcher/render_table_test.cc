#include <random>

#include <doctest/doctest.h>

#include "common/schema.h"
#include "common/utf8.h"
#include "searcher/render/table.h"
#include "tests/searcher/exported.h"

namespace backfile {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string csv_of(const SearchResult& result, const SearchRequest& request) {
  return printed(render_csv, result, request);
}

std::string tsv_of(const SearchResult& result, const SearchRequest& request) {
  return printed(render_tsv, result, request);
}

// RFC 4180 by the letter: anything else fails.
Rows parsed_csv(std::string_view text) {
  Rows rows;
  while (!text.empty()) {
    std::vector<std::string> row;
    for (bool goes_on = true; goes_on;) {
      std::string cell;
      if (text.starts_with('"')) {
        text.remove_prefix(1);
        while (!text.starts_with('"') || text.starts_with("\"\"")) {
          REQUIRE_FALSE(text.empty());
          if (text.front() == '"') text.remove_prefix(1);
          cell += text.front();
          text.remove_prefix(1);
        }
        text.remove_prefix(1);
      } else {
        const std::size_t end = text.find_first_of(",\r\n");
        REQUIRE(end != std::string_view::npos);
        cell = text.substr(0, end);
        REQUIRE(cell.find('"') == std::string::npos);
        text.remove_prefix(end);
      }
      row.push_back(cell);
      goes_on = text.starts_with(',');
      if (goes_on) text.remove_prefix(1);
    }
    REQUIRE(text.starts_with("\r\n"));
    text.remove_prefix(2);
    rows.push_back(row);
  }
  for (const auto& row : rows) REQUIRE(row.size() == rows.front().size());
  return rows;
}

// The cell of a title.
std::string cell_of(const std::string& title) {
  const Rows rows = parsed_csv(csv_of(hits_of({article_with("x", title)}), exported_request()));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][4] == "title");
  return rows[1][4];
}

TEST_CASE("table: hits as csv") {
  CHECK(csv_of(hits_of({exported_article(), article_with("b", "")}), exported_request()) ==
        "rank,score,id,url,title,published,updated,source,section,authors,tags,places,people,"
        "language,snippet\r\n"
        "1,1.500000,harbour-17,https://gazette.example/17,Strike at “Quay 4”,2024-11-17T21:04:00Z,"
        ",Harbour Gazette,business,\"Ann Bo; Cy Dee\",docks,Port Ellery,Jo Fay,en,"
        "One. Two & three.\r\n"
        "2,1.500000,b,,,,,,,,,,,,One. Two & three.\r\n");
}

TEST_CASE("table: hits as tsv, without snippets") {
  SearchRequest request = exported_request();
  request.snippet_characters = 0;
  CHECK(tsv_of(hits_of({article_with("b", "A \"b\", c; d")}), request) ==
        "rank\tscore\tid\turl\ttitle\tpublished\tupdated\tsource\tsection\tauthors\ttags\tplaces\t"
        "people\tlanguage\n"
        "1\t1.500000\tb\t\tA \"b\", c; d\t\t\t\t\t\t\t\t\t\n");
}

TEST_CASE("table: a header also when nothing was found") {
  const Rows rows = parsed_csv(csv_of({}, exported_request()));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].size() == fields().size() + 2);
}

TEST_CASE("table: pages are one table") {
  const SearchResult all = hits_of({exported_article(), article_with("b", "")});
  const SearchRequest request = exported_request();
  const Asked asked = {kExportedArchives, request};
  std::ostringstream out;
  render_csv({}, pages_of(all.hits), asked, out);
  CHECK(out.str() == csv_of(all, request));
}

TEST_CASE("table: cells") {
  struct Row {
    std::string title;
    std::string cell;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"one, \"two\"; three", "one, \"two\"; three"},
      {"\"", "\""},
      {"line\r\nend\ttab", "line end tab"},
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"＝1", "'＝1"},
      {"\t=1", "'=1"},
      {"\x1b=1", "'=1"},
      {"'=1", "'=1"},
      {"1-1=0", "1-1=0"},
      {"🗞️ 新聞 — ünïcode", "🗞️ 新聞 — ünïcode"},
      {"a\x1b[31mb\u202Ec\u0007", "a[31mbc"},
      {std::string(100'000, 'x') + "\"", std::string(100'000, 'x') + "\""},
  };
  for (const Row& row : rows) CHECK(cell_of(row.title) == row.cell);
}

TEST_CASE("table: a tsv cell begins neither a formula nor a quoted cell") {
  SearchRequest request = exported_request();
  request.snippet_characters = 0;
  const auto title = [&](const std::string& text) {
    const std::string table = tsv_of(hits_of({article_with("x", text)}), request);
    const std::size_t begin = table.find("\tx\t\t") + 4;
    return table.substr(begin, table.find('\t', begin) - begin);
  };
  CHECK(title("\"=1+1\" she said") == "'\"=1+1\" she said");
  CHECK(title("=1+1") == "'=1+1");
  CHECK(title("a\t=b\n=c") == "a =b =c");
}

TEST_CASE("table: random cells come back") {
  std::mt19937 random(7);
  const std::string_view kParts[] = {"a",  "\"", ",", ";", "'",    "é",
                                     "文", " b", "=", "-", "🙂", "\\"};
  for (int i = 0; i < 500; ++i) {
    Article article;
    const auto text = [&] {
      std::string made = "x";
      for (auto n = random() % 12; n > 0; --n) made += kParts[random() % std::size(kParts)];
      return made;
    };
    article.id = text();
    article.title = text();
    article.body = text() + "\n\n" + text();
    article.authors = {text(), text()};
    std::ostringstream out;
    render_csv(article, out);
    const Rows rows = parsed_csv(out.str());
    REQUIRE(rows.size() == 2);
    std::vector<std::string> expected;
    for (const Field& field : fields()) {
      const auto values = field_values(article, field);
      std::string joined;
      for (const std::string& value : values) joined += (joined.empty() ? "" : "; ") + value;
      expected.push_back(joined);
    }
    CHECK(rows[1] == expected);
  }
}

TEST_CASE("table: one article, with its body") {
  std::ostringstream csv;
  render_csv(exported_article(), csv);
  CHECK(csv.str() ==
        "id,url,title,body,published,updated,source,section,authors,tags,places,people,language\r\n"
        "harbour-17,https://gazette.example/17,Strike at “Quay 4”,\"One.\n\nTwo & three.\","
        "2024-11-17T21:04:00Z,,Harbour Gazette,business,\"Ann Bo; Cy Dee\",docks,Port Ellery,"
        "Jo Fay,en\r\n");
  Article article = article_with("x", "");
  article.body = "-\tOne.\n\nTwo.";
  std::ostringstream tsv;
  render_tsv(article, tsv);
  CHECK(tsv.str().find("\nx\t\t\t'- One.  Two.\t") != std::string::npos);
}

TEST_CASE("table: groups have columns when asked for") {
  SearchResult result = hits_of({exported_article()});
  result.hits[0].group = "wire-7";
  result.hits[0].copies = 3;
  result.hits[0].sources = 2;
  SearchRequest request = exported_request();
  CHECK(parsed_csv(csv_of(result, request))[0].back() == "snippet");
  request.group = true;
  const Rows rows = parsed_csv(csv_of(result, request));
  using Row = std::vector<std::string>;
  CHECK(Row(rows[0].end() - 3, rows[0].end()) == Row{"group", "copies", "sources"});
  CHECK(Row(rows[1].end() - 3, rows[1].end()) == Row{"wire-7", "3", "2"});
}

TEST_CASE("table: what was counted") {
  SearchRequest request = exported_request();
  request.limit = 0;
  SearchResult result;
  result.facets = {{facet_by_name("source"), {{"=A, b", 3}, {"C", 1}}, 2},
                   {facet_by_name("year"), {{"2024", 4}}, 1}};
  // Counted beside, as facets that are filtered by are, but not asked for.
  CHECK(csv_of(result, request).starts_with("rank,"));
  request.facets = {{facet_by_name("source")}, {facet_by_name("year")}};
  CHECK(csv_of(result, request) ==
        "field,value,count\r\nsource,\"'=A, b\",3\r\nsource,C,1\r\nyear,2024,4\r\n");
  result.words = {{"docks", 2, 5}};
  request.words = 10;
  CHECK(tsv_of(result, request) ==
        "field\tvalue\tcount\tarticles\nsource\t'=A, b\t3\t\nsource\tC\t1\t\nyear\t2024\t4\t\n"
        "words\tdocks\t2\t5\n");
  request.facets.clear();
  request.words.reset();
  request.timeline = TimelineStep::kMonth;
  result.timeline.emplace();
  result.timeline->periods = {
      {{}, "2024-10", 1, 8, false},
      {{}, "2024-11", 3, 4, true, {{"docks", 2, 5}, {"Port Ellery", 1, 1}}}};
  CHECK(csv_of(result, request) ==
        "period,count,share,articles,peak,words\r\n"
        "2024-10,1,0.125000,8,false,\r\n"
        "2024-11,3,0.750000,4,true,\"docks; Port Ellery\"\r\n");
}

}  // namespace
}  // namespace backfile
