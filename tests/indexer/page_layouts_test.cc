// Whole pages of the kinds that news comes on, each as short as it can be.
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/markup/html_document.h"
#include "indexer/markup/page_text.h"
#include "tests/indexer/storm_texts.h"

namespace backfile {
namespace {

const std::string kRoad =
    "The coast road is closed between the lighthouse and the old cannery; the council expects the "
    "repairs to take until the spring.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

std::string text_of(const std::string& html, const PageHints& hints = {}) {
  return page_text(HtmlDocument(html), hints).text;
}

const std::string kAll = joined({kStorm, kFerry, kRoad});

TEST_CASE("page layouts: blogs and content systems") {
  const std::string teaser =
      "<div class=tumb><a href=/1><img></a><div class=title><a href=/1>"
      "Swimming baths: no vote again</a></div><div class=body>" +
      kOther + "</div></div>";
  struct Row {
    std::string_view what;
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"two <br> part paragraphs",
       "<div class=post-body>" + kStorm + "<br><br>" + kFerry + "<br><br>" + kRoad + "</div>",
       kAll},
      {"lines without full stops",
       "<div class='post-body post-content'>" + kStorm +
           "<br><br>The "
           "harbour master speaks of the worst night in forty years<br><br>" +
           kFerry + "</div>",
       joined({kStorm, "The harbour master speaks of the worst night in forty years", kFerry})},
      {"a text over several containers",
       "<div class=post><div class=post-body>" + p(kStorm) +
           "</div><div class=inline-ad>Ad</div>"
           "<div class=post-body>" +
           p(kFerry) + p(kRoad) + "</div></div>",
       kAll},
      {"unmarked columns, an advertisement between",
       "<div class=inner>" + p(kStorm) + p(kRoad) + p(kRoad) + p(kStorm) + p(kRoad) + p(kRoad) +
           "</div><div class=ad>Ad</div><div class=inner>" + p(kFerry) + "</div>",
       joined({kStorm, kRoad, kRoad, kStorm, kRoad, kRoad, kFerry})},
      {"a box around every paragraph",
       "<div class=elementor-widget>" + p(kStorm) + "</div><div class=elementor-widget>" +
           p(kFerry) + "</div><div class=elementor-widget>" + p(kRoad) + "</div>",
       kAll},
      {"names of states around it",
       "<div class='has-sidebar modal-open ads-enabled'><div "
       "class=content-ad-free>" +
           p(kStorm) + p(kFerry) + p(kRoad) + "</div></div>",
       kAll},
      {"an article named after its tags",
       "<article class='post tag-newsletter category-social'>" + p(kStorm) + p(kFerry) + p(kRoad) +
           "</article>",
       kAll},
      {"the whole page in a form",
       "<form id=aspnetForm><div id=sidebar>" + p(kOther) + "</div><div id=content>" + p(kStorm) +
           p(kFerry) + p(kRoad) + "</div></form>",
       kAll},
      {"a table for a layout",
       "<table><tr><td class=menu><a href=/>Home</a></td></tr><tr><td>" + p(kStorm) + p(kFerry) +
           p(kRoad) + "</td></tr></table>",
       kAll},
      {"cards below",
       "<div id=main><div id=text>" + p(kStorm) + p(kFerry) + p(kRoad) + p(kStorm) + p(kFerry) +
           p(kRoad) + "</div><div id=more><h2>Popular</h2>" + teaser + teaser + "</div></div>",
       joined({kAll, kAll})},
      {"paragraphs of a class, most of them in a box",
       "<div class=body><div class=para>" + kFerry + "</div><div class=rest><div class=para>" +
           kStorm + kRoad + "</div><div class=para>" + kRoad + kStorm + kRoad + kStorm +
           "</div><div class=para>" + kRoad + kStorm + kRoad + kStorm +
           "</div></div><div class=note>" + kOther + "</div></div>",
       joined({kFerry, kStorm + kRoad, kRoad + kStorm + kRoad + kStorm,
               kRoad + kStorm + kRoad + kStorm})},
      {"a link to the comments beside the date",
       "<article><div>" + kOther + "</div><div>Sunday, <a href=#c>3 comments</a></div><div>" +
           p(kStorm) + p(kFerry) + p(kRoad) + "</div></article>",
       joined({kOther, kAll})},
      {"most of the running text under \"Latest news\"",
       "<div><h1>Storm</h1>" + p(kStorm) + p(kFerry) + p(kRoad) + p(kStorm) + p(kFerry) + p(kRoad) +
           "</div><div><h2>Latest news</h2><div>" + kOther + "</div><div>" + kOther +
           "</div><div>" + kOther + "</div><div>" + kOther + "</div><div>" + kOther +
           "</div><div>" + kOther + "</div></div>",
       joined({kAll, kAll})},
      {"several <h1>", "<h1>Storm</h1>" + p(kStorm) + "<h1>At sea</h1>" + p(kFerry) + p(kRoad),
       joined({kStorm, "At sea", kFerry, kRoad})},
      {"other articles in the article",
       "<article class=one>" + p(kStorm) + p(kFerry) + p(kRoad) +
           "<h3>Voc\xC3\xAA pode gostar...</h3><article class=two>" + p(kOther) +
           "</article><article class=three>" + p(kOther) + "</article></article>",
       kAll},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(text_of(row.html) == row.expected);
  }
}

TEST_CASE("page layouts: comments, and what is short") {
  std::string comments;
  for (int i = 0; i < 20; ++i) comments += "<li class=comment-body>" + p(kOther) + "</li>";
  struct Row {
    std::string_view what;
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"more comments than article",
       "<h1>Storm</h1><div>" + p(kStorm) + p(kFerry) + "</div><div id=comments><ol>" + comments +
           "</ol></div>",
       joined({kStorm, kFerry})},
      {"under a heading",
       "<div class=post>" + p(kStorm) + p(kFerry) + "<h3>3 Comments:</h3><ol><li>" + kOther +
           "</li><li>" + kOther + "</li><li>" + kOther + "</li></ol></div>",
       joined({kStorm, kFerry})},
      {"a side column longer than the article",
       "<article>" + p(kStorm) + p(kFerry) + "</article><aside id=sidebar>" + p(kOther) +
           p(kOther) + p(kOther) + p(kOther) + "</aside>",
       joined({kStorm, kFerry})},
      {"a box called a side column around everything",
       "<div id=sidebar-layout><h1>Storm</h1>" + p(kStorm) + p(kFerry) + "</div>",
       joined({kStorm, kFerry})},
      {"one sentence",
       "<article><p>" + kStorm + "</p></article><footer>" + p("About us.") + "</footer>", kStorm},
      {"nothing but comments", "<ol class=comments>" + comments + "</ol>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string text = text_of(row.html);
    if (row.expected.empty())
      CHECK(!text.empty());
    else
      CHECK(text == row.expected);
  }
}

TEST_CASE("page layouts: hostile pages take seconds at most") {
  constexpr std::size_t kBytes = 1 << 20;
  const std::string text = p(kStorm);
  const std::string pieces[] = {
      "<h3>Comments</h3>" + text,
      "Comments<br><br>" + kStorm + "<br><br>",
      "<div><a href=/x>A linked headline of some length</a>" + text + "</div>",
      "<a href=/x>A linked headline of some length</a><br><br>" + kStorm + "<br><br>",
      "<aside>" + text,
      "<div hidden>" + text,
      "<figure>" + text,
      "<div class=post-body>" + text,
      "<b class='related sidebar comment no ad'>" + kStorm + "</b>",
      "<div class=x><div class=x>" + text + "</div>",
      "<h1>",
  };
  const std::string told = kFerry + std::string(kBytes, 'w');
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    std::string html;
    while (html.size() < kBytes) html += piece;
    const auto start = std::chrono::steady_clock::now();
    page_text(HtmlDocument(html), {told, "https://paper.example/"});
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}

}  // namespace
}  // namespace backfile
