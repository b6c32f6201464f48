// What of an article's place is the article.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/markup/html_document.h"
#include "indexer/markup/page_text.h"
#include "tests/indexer/storm_texts.h"

namespace backfile {
namespace {

const std::string kUrl = "https://www.paper.example/storm";

// What stays of `html` where it stands between two paragraphs of an article.
std::string between(const std::string& html, const PageHints& hints = {{}, kUrl}) {
  const std::string text = page_text(HtmlDocument("<h1>Storm</h1><div class=text><p>" + kStorm +
                                                  "</p>" + html + "<p>" + kFerry + "</p></div>"),
                                     hints)
                               .text;
  if (!text.starts_with(kStorm) || !text.ends_with(kFerry)) return "paragraphs lost: " + text;
  const std::string rest = text.substr(kStorm.size(), text.size() - kStorm.size() - kFerry.size());
  return rest == "\n\n" ? std::string() : rest.substr(2, rest.size() - 4);
}

TEST_CASE("page judge: blocks by what they are") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"<h2>At sea</h2>", "At sea"},
      {"<blockquote>It was loud.</blockquote>", "It was loud."},
      {"<ul><li>One boat</li><li>Two boats</li></ul>", "One boat\n\nTwo boats"},
      {"<table><tr><td>Mole</td><td>9 m</td></tr></table>", "Mole 9 m"},
      {"<dl><dt>Mole</dt><dd>9 m</dd></dl>", "Mole\n\n9 m"},
      {"<figure><blockquote>It was loud.</blockquote></figure>", "It was loud."},
      {"<div class=widget><p>It was loud.</p></div>", "It was loud."},
      // A sentence without its full stop is a sentence.
      {"<div>" + kOther.substr(0, kOther.size() - 1) + "</div>",
       kOther.substr(0, kOther.size() - 1)},
      {"<div>Photo: The Paper</div>", ""},
      // Links: to other articles, in sentences, to sources, and to where one is to share.
      {"<p><a href=/x>A longer link to another article of the paper</a></p>", ""},
      {"<p>Read also: <a href=/x>A longer link to another article of the paper</a></p>", ""},
      {"<p>The council says: <a href=/x>the mole will be mended before the winter comes</a>, if it "
       "can.</p>",
       "The council says: the mole will be mended before the winter comes, if it can."},
      {"<p><a href=https://vellum.example/mole>vellum.example/mole</a></p>", "vellum.example/mole"},
      {"<p><a href=https://m.paper.example/mole>Our page on the mole</a></p>", ""},
      {"<p><a href=https://twitter.com/paper>@paper</a></p>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(between(row.html) == row.expected);
  }
}

TEST_CASE("page judge: short lines among paragraphs of their kind") {
  const std::string html = "<div class=x><div class=line>" + kStorm + "</div><div class=line>" +
                           "It was loud</div><div class=line>" + kFerry +
                           "</div><div class=info>Page 3</div></div>";
  CHECK(page_text(HtmlDocument(html)).text == kStorm + "\n\nIt was loud\n\n" + kFerry);
}

TEST_CASE("page judge: boxes within an article") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"<aside><span>“" + kOther + "”</span></aside>", "“" + kOther + "”"},
      {"<aside><h3>Baths</h3><p>" + kOther + "</p></aside>", ""},
      {"<aside><p>" + kOther + " <a href=/x>More</a></p></aside>", ""},
      {"<div hidden><p>" + kOther + "</p></div>", ""},
      {"<div style='display: none'><p>" + kOther + "</p><p>" + kStorm + "</p></div>",
       kOther + "\n\n" + kStorm},
      {"<div style='display: none'><form><p>" + kOther + "</p><p>" + kStorm + "</p></form></div>",
       ""},
      {"<form><p>Get the news of the coast in your mail every morning, free.</p></form>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    const std::string more = "<p>" + kStorm + "</p><p>" + kFerry + "</p>";
    CHECK(between(more + row.html) ==
          kStorm + "\n\n" + kFerry + (row.expected.empty() ? "" : "\n\n" + row.expected));
  }
}

TEST_CASE("page judge: sections that something else heads") {
  const std::string links =
      "<ul><li><a href=/x>Swimming baths: no vote again</a></li><li>" + kOther + "</li></ul>";
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"<div><h3>Related stories</h3>" + links + "</div>", ""},
      {"<h3>Mehr zum Thema:</h3>" + links, ""},
      {"<div>À lire aussi</div>" + links, ""},
      {"<h3 class=related-title>Baths</h3>" + links, ""},
      {"<h3>Vote on the baths</h3><p>" + kOther + "</p>", "Vote on the baths\n\n" + kOther},
      {"<h3>Related stories</h3>" + links + "<h3>Vote</h3><p>" + kOther + "</p>",
       "Vote\n\n" + kOther},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(between("<p>" + kStorm + "</p>" + row.html) ==
          kStorm + (row.expected.empty() ? "" : "\n\n" + row.expected));
  }
}

TEST_CASE("page judge: teasers in a row, and lists of things with links") {
  const auto card = [](const std::string& href, const std::string& text) {
    return "<div class=item><h4><a href=" + href + ">The ten best moles of the coast</a></h4><p>" +
           text + "</p></div>";
  };
  const auto page = [](const std::string& cards, int paragraphs) {
    std::string html = "<div class=page>";
    for (int i = 0; i < paragraphs; ++i) html += "<p>" + kStorm + "</p>";
    return html + "<div class=row>" + cards + "</div></div>";
  };
  const PageHints hints = {{}, kUrl};
  const auto has = [&](const std::string& html, const std::string& text) {
    return page_text(HtmlDocument(html), hints).text.find(text) != std::string::npos;
  };
  const std::string own = card("/1", kFerry) + card("https://paper.example/2", kOther);
  const std::string other = card("//shop.example/1", kFerry) + card("//shop.example/2", kOther);
  CHECK(!has(page(own, 8), kOther));
  CHECK(has(page(other, 4), kOther));                            // sources
  CHECK(has(page("<p>x</p>" + card("/1", kOther), 4), kOther));  // one alone
  CHECK(has(page(own + own, 2), kOther));                        // the article is such a list
}

TEST_CASE("page judge: what JSON-LD tells stays") {
  const std::string label = "The worst night in forty years, and no end in sight";
  CHECK(between("<div class=note>" + label + "</div>") == "");
  CHECK(between("<div class=note>" + label + "</div>",
                {kStorm + " " + label + "  " + kFerry, {}}) == label);
  CHECK(between("<div class=note>" + label + "</div>", {kStorm, {}}) == "");
}

TEST_CASE("page judge: what was left out is told with its rule") {
  const std::string html = "<article><h1>Storm</h1><p>" + kStorm + "</p><p>" + kFerry +
                           "</p><figure><figcaption>" + kOther +
                           "</figcaption></figure><div class=share>Share this</div></article>"
                           "<footer><p>" +
                           kOther + "</p></footer>";
  const PageText text = page_text(HtmlDocument(html));
  REQUIRE(text.removed.size() == 1);
  CHECK(text.removed[0].rule == "page-caption");
  CHECK(text.removed[0].text == kOther);
}

TEST_CASE("page judge: a gallery is its captions") {
  std::string html = "<p>" + kStorm + "</p>";
  for (int i = 0; i < 4; ++i)
    html +=
        "<figure><img><figcaption>" + std::to_string(i) + ": " + kOther + "</figcaption></figure>";
  const std::string text = page_text(HtmlDocument(html)).text;
  for (int i = 0; i < 4; ++i) CHECK(text.find(std::to_string(i) + ": ") != std::string::npos);
}

}  // namespace
}  // namespace backfile
