// The text of an article out of the page around it.
#pragma once

#include <string>

namespace backfile {

class HtmlDocument;

// The article's paragraphs, cross-heads and list items, parted by empty lines; <br> is a line end.
// Empty when the page has no running text. Found by where the page's paragraphs are, what elements
// and their classes are called, and the share of links; other languages than HTML's play no part.
std::string page_text(const HtmlDocument& page);

}  // namespace backfile
