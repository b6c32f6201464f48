#include "indexer/markup/page_text.h"

#include <doctest/doctest.h>

#include "indexer/markup/html_document.h"

namespace backfile {
namespace {

const std::string kOne =
    "<p>Waves of nine metres broke over the mole of Port Vellum during the night, the harbour "
    "master "
    "said.</p>";
const std::string kTwo =
    "<p>Fishing boats stayed in the inner basin, and the ferry to Quill was taken off until "
    "Thursday.</p>";
const std::string kText =
    "Waves of nine metres broke over the mole of Port Vellum during the night, the harbour master "
    "said.\n\nFishing boats stayed in the inner basin, and the ferry to Quill was taken off until "
    "Thursday.";

TEST_CASE("page text: the article, not what is around it") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {kOne + kTwo, kText},
      {"<nav><p>Home</p></nav><header><h1>Storm</h1></header><article>" + kOne + kTwo +
           "</article><footer><p>All about us.</p></footer>",
       kText},
      {"<article>" + kOne +
           "<aside><p>Read on.</p></aside><div class=share-bar><p>Share.</p></div>" + kTwo +
           "<div class='relatedStories'><p>Other news.</p></div></article>",
       kText},
      {"<div class='no-sidebar has-comments'>" + kOne + kTwo + "</div>", kText},
      {"<form>" + kOne + kTwo + "</form>", kText},
      {kOne + "<p><a href=/x>A longer link to another article of the paper</a></p>" + kTwo, kText},
      {kOne + "<p hidden>no</p><div role=navigation><p>no</p></div>" + kTwo, kText},
      {kOne + "<figure><img><figcaption>The mole.</figcaption></figure>" + kTwo, kText},
      {kOne + kTwo + "<h3>More news</h3>", kText},
      {"", ""},
      {"<p>", ""},
      {"<script>var x;</script>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(page_text(HtmlDocument(row.html)).text == row.expected);
  }
}

TEST_CASE("page text: paragraphs, cross-heads, lists, tables and line ends") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const std::string one = kText.substr(0, kText.find("\n\n"));
  const std::string two = kText.substr(one.size() + 2);
  const Row rows[] = {
      {kOne + "<h2>At sea</h2>" + kTwo, one + "\n\nAt sea\n\n" + two},
      {kOne + "<ul><li>One boat</li><li>Two boats</li></ul>" + kTwo,
       one + "\n\nOne boat\n\nTwo boats\n\n" + two},
      {kOne + "<table><tr><td>Mole</td><td>9 m</td></tr></table>" + kTwo,
       one + "\n\nMole 9 m\n\n" + two},
      {kOne + "<blockquote>It was loud.</blockquote>" + kTwo, one + "\n\nIt was loud.\n\n" + two},
      {"<div>" + one + "<br><br>" + two + "</div>", kText},
      {"<div>" + one + "<br>" + two + "</div>", one + "\n" + two},
      {"<h1>Storm</h1>" + kOne + kTwo, kText},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(page_text(HtmlDocument(row.html)).text == row.expected);
  }
}

}  // namespace
}  // namespace backfile
