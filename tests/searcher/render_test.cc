#include "searcher/render/render.h"

#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/utf8.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

Article full_article() {
  Article article =
      make_article("dam-1", "Flood: “Zürich” dam broke",
                   "All night, Zürich waited.\n\nThe floods came at noon — über all.");
  article.url = "https://gazette.example/dam-1";
  article.published = parse_date("2024-11-17T21:04:00Z");
  article.updated = parse_date("2024-11-18");
  article.source = "Harbour Gazette";
  article.section = "world";
  article.authors = {"Ann O'Brien", "Bo"};
  article.tags = {"flood"};
  article.places = {"Zürich"};
  article.people = {"Jane Doe"};
  return article;
}

SearchResult result_of(const std::vector<Article>& articles, std::string query) {
  const ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  SearchRequest request = request_for(std::move(query));
  request.snippet_characters = 200;
  request.facets = {{facet_by_name("source")}, {facet_by_name("tag")}, {facet_by_name("month")}};
  return answer(request, archive);
}

template <class Answer>
Json parsed(void (*render)(const Answer&, std::ostream&), const Answer& value) {
  std::ostringstream out;
  render(value, out);
  const std::string text = out.str();
  CHECK(text.find('\n') + 1 == text.size());
  return Json::parse(text);
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> all;
  for (const auto& [key, value] : object.items()) all.push_back(key);
  return all;
}

std::string without_styles(std::string text) {
  for (const std::string_view sequence : {"\x1b[1m", "\x1b[2m", "\x1b[0m"})
    for (auto at = text.find(sequence); at != std::string::npos; at = text.find(sequence))
      text.erase(at, sequence.size());
  return text;
}

TEST_CASE("render: the JSON answer") {
  const SearchResult result =
      result_of({full_article(), make_article("bare", "", "no flood", "")}, "flood Zurich");
  const Json json = parsed<SearchResult>(render_json, result);
  using Keys = std::vector<std::string>;
  CHECK(keys(json) == Keys{"query", "total", "took_ms", "hits", "facets", "facet_totals"});
  CHECK(json["query"] ==
        Json{{"text", "flood Zurich"}, {"understood", "flood Zurich"}, {"did_you_mean", nullptr}});
  CHECK(json["total"] == Json{{"articles", 2}, {"exact", true}});
  CHECK(json["took_ms"].is_number());
  REQUIRE(json["hits"].size() == 2);
  const Json& hit = json["hits"][0];
  CHECK(keys(hit) == Keys{"rank", "id", "score", "title", "url", "source", "section", "published",
                          "authors", "tags", "language", "snippet"});
  CHECK(hit["rank"] == 1);
  CHECK(hit["id"] == "dam-1");
  CHECK(hit["score"].get<double>() == doctest::Approx(result.hits[0].score).epsilon(1e-6));
  CHECK(hit["title"] == full_article().title);
  CHECK(hit["url"] == "https://gazette.example/dam-1");
  CHECK(hit["source"] == "Harbour Gazette");
  CHECK(hit["section"] == "world");
  CHECK(hit["published"] == "2024-11-17T21:04:00Z");
  CHECK(hit["authors"] == Json{"Ann O'Brien", "Bo"});
  CHECK(hit["tags"] == Json::array({"flood"}));
  CHECK(hit["language"] == "en");
  CHECK(json["facets"] == Json{{"source", {{{"value", "Harbour Gazette"}, {"count", 1}}}},
                               {"tag", {{{"value", "flood"}, {"count", 1}}}},
                               {"month", {{{"value", "2024-11"}, {"count", 1}}}}});
  CHECK(json["facet_totals"] == Json{{"source", {{"distinct", 1}, {"without", 1}}},
                                     {"tag", {{"distinct", 1}, {"without", 1}}},
                                     {"month", {{"distinct", 1}, {"without", 1}}}});
  const Json& bare = json["hits"][1];
  CHECK(keys(bare) == keys(hit));
  for (const char* key : {"title", "url", "source", "section", "published", "language"})
    CHECK(bare[key].is_null());
  for (const char* key : {"authors", "tags"}) CHECK(bare[key] == Json::array());
}

TEST_CASE("render: highlights in JSON are byte offsets of the words") {
  const Json json =
      parsed<SearchResult>(render_json, result_of({full_article()}, "flood Zurich uber"));
  const Json& snippet = json["hits"][0]["snippet"];
  CHECK(keys(snippet) == std::vector<std::string>{"text", "highlights"});
  const auto text = snippet["text"].get<std::string>();
  CHECK(text == "All night, Zürich waited. The floods came at noon — über all.");
  std::vector<std::string> words;
  for (const Json& range : snippet["highlights"]) {
    REQUIRE(range.size() == 2);
    const auto begin = range[0].get<std::size_t>();
    words.push_back(text.substr(begin, range[1].get<std::size_t>() - begin));
  }
  CHECK(words == std::vector<std::string>{"Zürich", "floods", "über"});
}

TEST_CASE("render: no hits, no facets, no snippet") {
  SearchResult result;
  result.query = "\"quoted\" \\ ü";
  const Json none = parsed<SearchResult>(render_json, result);
  CHECK(none["query"]["text"] == result.query);
  CHECK(none["total"]["articles"] == 0);
  CHECK(none["hits"] == Json::array());
  CHECK(none["facets"] == Json::object());
  for (const char* key : {"facet_totals", "timeline", "timeline_totals"})
    CHECK_FALSE(none.contains(key));
  result.hits.resize(1);
  CHECK(parsed<SearchResult>(render_json, result)["hits"][0]["snippet"].is_null());
}

TEST_CASE("render: one hit a line, as in the JSON answer; one id a line") {
  const SearchResult result =
      result_of({full_article(), make_article("b", "", "flood", "")}, "flood");
  std::ostringstream lines;
  render_jsonl(result, lines);
  const Json json = parsed<SearchResult>(render_json, result);
  std::istringstream in(lines.str());
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count)
    CHECK(Json::parse(line) == json["hits"].at(count));
  CHECK(count == 2);
  std::ostringstream id_lines;
  render_ids(result, id_lines);
  CHECK(id_lines.str() == result.hits[0].article.id + "\n" + result.hits[1].article.id + "\n");
  std::ostringstream nothing;
  render_jsonl({}, nothing);
  render_ids({}, nothing);
  CHECK(nothing.str().empty());
}

TEST_CASE("render: what was meant, in the whole answer and for people only") {
  SearchResult result;
  result.did_you_mean = "\"harbour strike\"";
  CHECK(parsed<SearchResult>(render_json, result)["query"]["did_you_mean"] == result.did_you_mean);
  std::ostringstream text;
  render_text(result, {}, text);
  CHECK(text.str() == "Did you mean: \"harbour strike\"\n0 articles (0.0 ms)\n");
  std::ostringstream bright;
  render_text(result, {true, 80}, bright);
  CHECK(without_styles(bright.str()) == text.str());
  CHECK(bright.str().starts_with("\x1b[2mDid you mean:\x1b[0m \x1b[1m\"harbour strike\"\x1b[0m\n"));
  std::ostringstream nothing;
  render_jsonl(result, nothing);
  render_ids(result, nothing);
  CHECK(nothing.str().empty());
}

TEST_CASE("render: an article as JSON has its fields and no absent ones") {
  const Json json = parsed<Article>(render_json, full_article());
  CHECK(json["id"] == "dam-1");
  CHECK(json["body"] == full_article().body);
  CHECK(json["updated"] == "2024-11-18");
  CHECK(json["people"] == Json::array({"Jane Doe"}));
  CHECK(keys(parsed<Article>(render_json, make_article("x", "", "y", ""))) ==
        std::vector<std::string>{"id", "body"});
}

TEST_CASE("render: hits and facets as text") {
  SearchResult result = result_of({full_article()}, "flood zurich");
  result.took_ms = 1.25;
  std::ostringstream out;
  render_text(result, {false, 60}, out);
  CHECK(out.str() ==
        " 1. Flood: “Zürich” dam broke\n"
        "    Harbour Gazette · 2024-11-17 21:04 · world · en\n"
        "    dam-1\n"
        "    All night, Zürich waited. The floods came at noon — über\n"
        "    all.\n"
        "\n"
        "source\n"
        "  Harbour Gazette  1  ██████████████████████████████\n"
        "\n"
        "tag\n"
        "  flood  1  ██████████████████████████████\n"
        "\n"
        "month\n"
        "  2024-11  1  ██████████████████████████████\n"
        "\n"
        "1 article (1.2 ms)\n");
}

TEST_CASE("render: an article as text") {
  std::ostringstream out;
  render_text(full_article(), {false, 60}, out);
  CHECK(out.str() ==
        "Flood: “Zürich” dam broke\n"
        "\n"
        "Harbour Gazette · 2024-11-17 21:04 · world · en\n"
        "authors Ann O'Brien, Bo\n"
        "tags flood\n"
        "places Zürich\n"
        "people Jane Doe\n"
        "updated 2024-11-18\n"
        "url https://gazette.example/dam-1\n"
        "id dam-1\n"
        "\n"
        "All night, Zürich waited.\n"
        "\n"
        "The floods came at noon — über all.\n");
}

TEST_CASE("render: a text as it came, line by line") {
  struct Row {
    std::string_view raw;
    std::string_view text;
  };
  constexpr Row kRows[] = {
      {"", ""},
      {"One", "One\n"},
      {"  One\ttwo \n\nThree\n", "  One\ttwo \n\nThree\n"},
      {"One\r\n\r\nTwo\rThree\n\rFour\r", "One\n\nTwo\nThree\n\nFour\n"},
      {"a\x1b[2Jb\u009B5m\u202Ec\x7F\u0085d", "a[2Jb5mc d\n"},
  };
  for (const Row& row : kRows) {
    std::ostringstream out;
    render_raw_text(row.raw, out);
    CHECK(out.str() == row.text);
  }
}

TEST_CASE("render: a text as it came as JSON, with controls escaped") {
  std::ostringstream out;
  const std::string raw = "One \"two\"\r\n\x1b[2J\u009B5m\u202E";
  render_raw_json("a \"b\"", raw, out);
  CHECK(out.str() == R"({"id":"a \"b\"","raw":"One \"two\"\r\n\u001b[2J\u009b5m\u202e"})"
                     "\n");
  CHECK(Json::parse(out.str()) == Json{{"id", "a \"b\""}, {"raw", raw}});
}

// An article whose every field tries to take over the terminal.
Article hostile_article() {
  const std::string attack =
      "x\x1b[31m\x1b]0;owned\x07\r\x08\u009B5m\u0085\u202Etxt\u2066\x7F\u2069\u202C\u200B y";
  Article article = make_article(attack, attack, attack + "\n\n" + attack, attack);
  article.url = article.source = article.section = attack;
  article.authors = article.tags = article.places = article.people = {attack, attack};
  return article;
}

void check_harmless(const std::string& text) {
  CHECK_FALSE(first_invalid_utf8(text));
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool controls = is_unwanted(c.value) || c.value == '\t' || c.value == 0x85;
    CHECK_FALSE(controls);
    i += c.bytes;
  }
}

TEST_CASE("render: text from articles does not control the terminal") {
  SearchResult result;
  Hit hit;
  hit.rank = 1;
  hit.article = hostile_article();
  hit.title_highlights = {{0, 1}, {2, hit.article.title.size()}};
  hit.snippet = {hit.article.title, {{0, hit.article.title.size()}}};
  result.hits = {hit};
  result.did_you_mean = hit.article.title;
  result.facets = {{facet_by_name("source"), {{hit.article.source, 3}, {"\x1b", 1}}, 2}};
  for (const Style style : {Style{true, 40}, Style{false, 80}}) {
    std::ostringstream out;
    render_text(result, style, out);
    render_text(hit.article, style, out);
    check_harmless(style.colors ? without_styles(out.str()) : out.str());
  }
}

}  // namespace
}  // namespace backfile
