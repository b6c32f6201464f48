// The text of an article out of the page around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_article.h"

namespace backfile {

class HtmlDocument;

struct PageText {
  // The article's paragraphs, cross-heads, quotations, list items and rows of tables, parted by
  // empty lines; <br> is a line end. Empty when the page has no running text.
  std::string text;
  // Running text that stood in the article's place and was left out.
  std::vector<RemovedLine> removed;
};

// What is known of a page's article otherwise; all of it may be empty.
struct PageHints {
  std::string_view told;  // its text in JSON-LD (articleBody): perhaps cut, perhaps one paragraph
  std::string_view url;
};

// Found by where the page's paragraphs are, what elements and their classes are called, and the
// share of links, of each block and of those around it, after Readability, boilerpipe and
// trafilatura. What `told` has is kept.
PageText page_text(const HtmlDocument& page, const PageHints& hints = {});

}  // namespace backfile
