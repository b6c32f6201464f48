#include "indexer/markup/page_parts.h"

#include <doctest/doctest.h>

#include "indexer/markup/html_document.h"
#include "indexer/markup/page_text.h"

namespace backfile {
namespace {

TEST_CASE("page parts: by the words of a class or id") {
  struct Row {
    std::string_view names;
    Part expected;
  };
  const Row rows[] = {
      {"share", Part::kSharing},
      {"article-share", Part::kSharing},
      {"socialBar", Part::kSharing},
      {"x related_articles", Part::kRelated},
      {"relatedpoststitle", Part::kRelated},
      {"AdSlot", Part::kAdvertisement},
      {"ad-1", Part::kAdvertisement},
      {"post__newsletter--wide", Part::kAdvertisement},
      {"commentList", Part::kComments},
      {"wp-caption-text", Part::kCaption},
      {"author-box", Part::kAuthor},
      {"about_author_profile", Part::kAuthor},
      {"right sidebarInner", Part::kAside},
      {"widget", Part::kBox},
      {"noticias-relacionadas", Part::kRelated},
      {"listaComentarios", Part::kComments},
      {"artikel kommentar-text", Part::kNone},
      {"", Part::kNone},
      {"article", Part::kNone},
      {"shared-content", Part::kNone},
      {"header", Part::kNone},
      {"adventure", Part::kNone},
      {"load", Part::kNone},
      {"commentary", Part::kNone},
      {"reader", Part::kNone},
      {"author-ida-marsh", Part::kNone},
      // How a page is.
      {"no-sidebar", Part::kNone},
      {"has-comments", Part::kNone},
      {"comments-open", Part::kNone},
      {"modal-open", Part::kNone},
      {"ads-enabled", Part::kNone},
      {"content-ad-free", Part::kNone},
      {"with-sidebar share", Part::kSharing},
      // What it is about.
      {"post tag-newsletter category-social", Part::kNone},
      {"tags", Part::kSharing},
  };
  for (const Row& row : rows) {
    CAPTURE(row.names);
    CHECK(part_named(row.names) == row.expected);
  }
}

TEST_CASE("page parts: names of what holds an article's text") {
  for (const std::string_view names :
       {"entry-content", "articleBody", "story__body", "x post-body", "articlebody", "news_text"})
    CHECK(names_article_text(names));
  for (const std::string_view names :
       {"", "content", "article", "post-header", "body", "article-related-content"})
    CHECK(!names_article_text(names));
}

// What is left out of an article, and by which rule.
std::string rule_for(std::string_view begin, std::string_view end) {
  std::string html;
  for (int i = 0; i < 5; ++i)
    html += "<p>Waves of nine metres broke over the mole of Port Vellum during the night.</p>";
  html += begin;
  html += "The council has put off its vote on the swimming baths because two members were ill.";
  html += end;
  const PageText text = page_text(HtmlDocument(html));
  if (text.text.find("swimming baths") != std::string::npos) return "kept";
  return text.removed.size() == 1 ? std::string(text.removed.front().rule) : "lost";
}

TEST_CASE("page parts: by element, role and attributes") {
  struct Row {
    std::string_view begin;
    std::string_view end;
    std::string_view expected;
  };
  const Row rows[] = {
      {"<p>", "</p>", "kept"},
      {"<nav><p>", "</p></nav>", "page-navigation"},
      {"<aside><h4>Baths</h4>", "</aside>", "page-aside"},
      {"<aside class=newsletter-box>", "</aside>", "page-advertisement"},
      {"<div role=complementary>", "</div>", "page-aside"},
      {"<div role=main>", "</div>", "kept"},
      {"<div hidden>", "</div>", "page-hidden"},
      {"<div style='color:red; DISPLAY : none'>", "</div>", "page-hidden"},
      {"<div style='display:block'>", "</div>", "kept"},
      {"<figure><img><figcaption>", "</figcaption></figure>", "page-caption"},
      {"<figure><table><tr><td>", "</table></figure>", "kept"},
      {"<figure><blockquote>", "</blockquote></figure>", "kept"},
      {"<div id=comments>", "</div>", "page-comments"},
      {"<div class=share-bar>", "</div>", "page-sharing"},
      {"<div class=author-box>", "</div>", "page-author"},
      {"<div class=caption>", "</div>", "page-caption"},
      {"<span class=caption>", "</span>", "page-caption"},
      // A pull quote.
      {"<aside>", "</aside>", "kept"},
      // A box with a text in it.
      {"<div class=widget>", "</div>", "kept"},
      // Words of a sentence.
      {"<p><a class=popup>", "</a></p>", "kept"},
      {"<p><em class=related>", "</em></p>", "kept"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.begin);
    CHECK(rule_for(row.begin, row.end) == row.expected);
  }
}

}  // namespace
}  // namespace backfile
