#include "indexer/markup/page.h"

#include <doctest/doctest.h>

#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::string read(std::string html, std::string url = {}) {
  return described(parse_page({{"p.html", {}}, std::move(html), std::move(url), {}}));
}

TEST_CASE("page: all that it shows, when that is asked for") {
  const RawPage page{{"p.html", {}},
                     "<meta charset=iso-8859-1><title>Storm</title><script>x()</script>"
                     "<nav><a href=/>Home</a></nav><article><h1>Storm</h1>"
                     "<p>The caf\xe9 is dry again, said the owner on Monday.</p></article>"
                     "<footer>All rights reserved</footer>",
                     {},
                     {}};
  auto shown = std::get<RawArticle>(parse_page(page, {.keeps_text = true}));
  CHECK(shown.page_text ==
        "Home\n\nStorm\n\nThe café is dry again, said the owner on Monday.\n\nAll rights reserved");
  CHECK(text_as_it_came(shown) == shown.page_text);
  auto plain = std::get<RawArticle>(parse_page(page));
  CHECK(plain.page_text.empty());
  CHECK(plain["body"] == shown["body"]);
  CHECK(text_as_it_came(plain) == plain["body"].at(0));
  CHECK(text_as_it_came(RawArticle{}).empty());
}

TEST_CASE("page: each field by the best evidence") {
  const std::string json =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"By JSON",)"
      R"("datePublished":"2024-11-17","author":{"name":"Ida Marsh"}}</script>)";
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      // title
      {json + "<meta property=og:title content='By graph'><title>By title</title>",
       "title=By JSON|published=2024-11-17|authors=Ida Marsh"},
      {"<meta property=og:title content='By graph'><title>By title</title>", "title=By graph"},
      {"<title>Storm hits coast - The Paper</title><h1>Storm hits coast</h1>",
       "title=Storm hits coast"},
      {"<title>Storm hits coast | The Paper</title><meta property=og:site_name content='The "
       "Paper'>",
       "title=Storm hits coast|source=The Paper"},
      {"<title>Storm - The Paper</title>", "title=Storm - The Paper"},
      {"<title>The Paper</title><meta property=og:site_name content='The Paper'><h1>Storm</h1>",
       "title=Storm|source=The Paper"},
      {"<h1>Storm</h1>", "title=Storm"},
      {"<title>Tom &amp;amp; Ida</title>", "title=Tom & Ida"},
      {"<h1 itemprop=headline>Storm</h1><title>Other</title>", "title=Storm"},
      // dates
      {"<meta property=article:published_time content=2024-11-17T08:00:00Z>"
       "<meta property=article:modified_time content=2024-11-18><time pubdate datetime=2024-11-16>",
       "published=2024-11-17T08:00:00Z|updated=2024-11-18"},
      {"<meta itemprop=datePublished content=2024-11-17>", "published=2024-11-17"},
      {"<meta name=DC.date.issued content=2024-11-17>", "published=2024-11-17"},
      {"<time datetime=2024-11-15></time><article><time "
       "datetime=2024-11-17>Sunday</time></article>",
       "published=2024-11-17"},
      {"<time datetime=2024-11-15></time><time pubdate datetime=2024-11-17>Sunday</time>",
       "published=2024-11-17"},
      {"<footer><time datetime=2024-11-15></time></footer>", ""},
      {"<meta property=article:modified_time content=2024-11-18>", "updated=2024-11-18"},
      {"<meta property=article:published_time content=0001-01-01T00:00:00Z>"
       "<meta name=date content=2024-11-17>",
       "published=2024-11-17"},
      {"<meta property=article:published_time content=whenever>", "published=whenever"},
      // authors
      {"<meta property=article:author content=https://social.example/ida>"
       "<meta name=author content='Ida Marsh'>",
       "authors=Ida Marsh"},
      {"<meta property=article:author content='Ida Marsh'><meta property=article:author "
       "content='Tom Reed'>",
       "authors=Ida Marsh,Tom Reed"},
      {"<span itemprop=author>By <b itemprop=name>Ida Marsh</b>, Port Vellum</span>",
       "authors=Ida Marsh"},
      {"<a rel=author href=/ida>Ida Marsh</a>", "authors=Ida Marsh"},
      {"<meta name=author content='The Paper'><meta property=og:site_name content='The Paper'>",
       "source=The Paper"},
      // source
      {"<meta property=og:site_name content='paper.example'><script type=application/ld+json>"
       "{\"@type\":\"Article\",\"publisher\":{\"name\":\"The Paper\"}}</script>",
       "source=The Paper"},
      {"<meta property=og:site_name content='The Paper'><script type=application/ld+json>"
       "{\"@type\":\"Article\",\"publisher\":{\"name\":\"An Agency\"}}</script>",
       "source=The Paper"},
      // section, tags, language, places
      {"<meta property=article:section content=Coast><meta property=article:tag content='storm'>"
       "<meta property=article:tag content='sea, port'><meta name=keywords content=other>",
       "section=Coast|tags=storm,sea,port"},
      {"<meta name=news_keywords content='storm; PG&amp;amp;E'>", "tags=storm,PG&E"},
      {"<meta name=keywords content='" + std::string(150, 'x') + ", sea'>", "tags=sea"},
      {"<html lang=de><meta http-equiv=content-language content=en>", "language=de"},
      {"<html xml:lang=de><p>", "language=de"},
      {"<meta property=og:locale content=pt_BR>", "language=pt_BR"},
      {"<meta name=geo.placename content='Port Vellum'>", "places=Port Vellum"},
      // what is no page of an article
      {"", ""},
      {"<html><body></body></html>", ""},
      {"\x01\x02\xFF", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(read(row.html) == row.expected);
  }
}

TEST_CASE("page: its address") {
  const std::string url = "https://paper.example/a/storm?from=feed";
  struct Row {
    std::string html;
    std::string_view expected;
  };
  const Row rows[] = {
      {"<link rel=canonical href=https://paper.example/storm>", "url=https://paper.example/storm"},
      {"<link rel='x Canonical' href=/storm>", "url=https://paper.example/storm"},
      {"<meta property=og:url content=https://paper.example/storm>",
       "url=https://paper.example/storm"},
      {"<link rel=canonical href=https://paper.example/>",
       "url=https://paper.example/a/storm?from=feed"},
      {"<link rel=canonical href=''>", "url=https://paper.example/a/storm?from=feed"},
      {"", "url=https://paper.example/a/storm?from=feed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(read(row.html, url) == row.expected);
  }
  CHECK(
      read(
          "<script type=application/ld+json>{\"@type\":\"Article\",\"url\":\"https://p.example/s\"}"
          "</script>") == "url=https://p.example/s");
}

TEST_CASE("page: a body that only JSON-LD has, or has more of") {
  const std::string long_text(200, 'w');
  CHECK(read("<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"" +
             long_text + ".\"}</script><p>Waves broke over the mole all night. Read on.") ==
        "body=" + long_text + ".");
  CHECK(read("<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"Waves.\"}"
             "</script>") == "body=Waves.");
  CHECK(read("<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"Waves.\"}"
             "</script><p>Waves broke over the mole all night.") ==
        "body=Waves broke over the mole all night.");
}

}  // namespace
}  // namespace backfile
