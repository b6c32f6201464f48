// HTML inside of other formats -> plain text.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

class HtmlDocument;

// The text of a piece of HTML or XHTML in UTF-8: entities decoded, block elements (and <br> twice)
// parted by an empty line, <br> a line end; scripts, styles and comments left out. White space is
// folded as a browser does. Never fails.
std::string html_to_text(std::string_view html);

// The same of a page that is parsed already.
std::string html_to_text(const HtmlDocument& document);

// Whether `text`, the value of a field that should be plain, is HTML: a closing or void tag that
// text does not hold by chance (</p>, <br>, </a>, ...).
bool looks_like_html(std::string_view text);

}  // namespace backfile
