#include "indexer/markup/json_ld.h"

#include <doctest/doctest.h>

#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::string read(const std::vector<std::string>& blocks,
                 const std::vector<std::string>& urls = {}) {
  const auto raw = article_of_json_ld(blocks, urls);
  return raw ? described(ParsedItem(*raw)) : "none";
}

TEST_CASE("json-ld: an article's fields") {
  struct Row {
    std::string json;
    std::string expected;
  };
  const Row rows[] = {
      {R"({"@type":"NewsArticle","headline":"Storm","datePublished":"2024-11-17",
           "dateModified":"2024-11-18","author":"Ida Marsh","publisher":{"name":"The Paper"},
           "articleSection":"Coast","keywords":"storm, sea ,","inLanguage":"en",
           "url":"https://paper.example/storm","articleBody":"Waves."})",
       "url=https://paper.example/storm|title=Storm|body=Waves.|published=2024-11-17|"
       "updated=2024-11-18|source=The Paper|section=Coast|authors=Ida Marsh|tags=storm,sea|"
       "language=en"},
      // authors
      {R"({"@type":"Article","author":{"name":"Ida Marsh"}})", "authors=Ida Marsh"},
      {R"({"@type":"Article","author":[{"name":"Ida Marsh"},"Tom Reed"]})",
       "authors=Ida Marsh,Tom Reed"},
      {R"({"@type":"Article","author":{"name":["Ida Marsh","Tom Reed"]}})", "authors=Ida Marsh"},
      {R"({"@type":"Article","author":"https://paper.example/ida"})", ""},
      {R"({"@type":"Article","creator":"Ida Marsh"})", "authors=Ida Marsh"},
      // lists, places, people
      {R"({"@type":"Article","keywords":["storm","sea"],"articleSection":["Coast","News"]})",
       "section=Coast,News|tags=storm,sea"},
      {R"({"@type":"Article","contentLocation":{"name":"Port Vellum"},
           "about":[{"@type":"Person","name":"Ida Marsh"},{"@type":"Thing","name":"x"}],
           "mentions":{"@type":"City","name":"Quill"}})",
       "places=Port Vellum,Quill|people=Ida Marsh"},
      {R"({"@type":"Article","inLanguage":{"@type":"Language","name":"German","alternateName":"de"}})",
       "language=de"},
      // types and where they are found
      {R"({"@type":["Thing","http://schema.org/ReportageNewsArticle"],"headline":"Storm"})",
       "title=Storm"},
      {R"([{"@type":"WebSite","name":"x"},{"@type":"BlogPosting","headline":"Storm"}])",
       "title=Storm"},
      {R"({"@graph":[{"@type":"WebPage"},{"@type":"LiveBlogPosting","headline":"Storm"}]})",
       "title=Storm"},
      {R"({"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"Storm"}})",
       "title=Storm"},
      {R"({"@type":"WebPage","headline":"Storm","datePublished":"2024-11-17"})",
       "title=Storm|published=2024-11-17"},
      {R"({"@type":"ClaimReview","datePublished":"2024-11-17"})", "published=2024-11-17"},
      {R"({"@type":"WebPage","headline":"Storm"})", "none"},
      {R"({"@type":"Recipe","name":"Soup"})", "none"},
      {R"({"@graph":[{"@type":"Organization","@id":"#org","name":"The Paper"},
           {"@type":"Article","publisher":{"@id":"#org"},"author":{"@id":"#none"}}]})",
       "source=The Paper"},
      // texts within
      {R"({"@type":"Article","headline":"Tom &amp; Ida&#8217;s","articleBody":"<p>One</p><p>Two</p>"})",
       "title=Tom & Ida’s|body=One\n\nTwo"},
      {R"({"@type":"Article","headline":null,"datePublished":20241117,"author":[null,[],{}]})", ""},
      // written badly
      {"<!-- {\"@type\":\"Article\",\"headline\":\"Storm\"} -->", "title=Storm"},
      {"//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Storm\"}\n//]]>", "title=Storm"},
      {"{\"@type\":\"Article\",\"headline\":\"Storm\nat\tsea\"};", "title=Storm at sea"},
      {"{\"@type\":\"Article\",\"headline\":", "none"},
      {"", "none"},
      {"]", "none"},
      {"<![CDATA[", "none"},
      {"\"Article\"", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(read({row.json}) == row.expected);
  }
}

TEST_CASE("json-ld: the page's own article among several") {
  const std::string one =
      R"({"@type":"Article","headline":"One","url":"https://paper.example/one"})";
  const std::string two =
      R"({"@type":"Article","headline":"Two","mainEntityOfPage":{"@id":"https://paper.example/two"}})";
  const std::string three =
      R"({"@type":"Article","headline":"Three","mainEntityOfPage":"https://paper.example/three"})";
  const std::vector<std::string> blocks = {"{broken", one, "[" + two + "," + three + "]"};
  CHECK(read(blocks).starts_with("url=https://paper.example/one"));
  CHECK(read(blocks, {"https://paper.example/two"}) == "title=Two");
  CHECK(read(blocks, {"", "https://paper.example/three"}) == "title=Three");
  CHECK(read(blocks, {"https://paper.example/four"}).starts_with("url="));
}

TEST_CASE("json-ld: hostile blocks") {
  std::string deep;
  for (int i = 0; i < 900; ++i) deep += "{\"mainEntity\":";
  deep += "{}" + std::string(900, '}');
  CHECK(read({deep}) == "none");
  CHECK(read({std::string(100'000, '[')}) == "none");
  std::string many = "[{}";
  for (int i = 0; i < 50'000; ++i) many += ",{\"@type\":\"Article\"}";
  CHECK(read({many + "]"}).empty());
  CHECK(read(std::vector<std::string>(5000, "{}")) == "none");
}

}  // namespace
}  // namespace backfile
