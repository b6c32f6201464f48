// HTML of strangers -> HTML that libxml2 takes well. Its parser knows HTML 4: it reads tags by
// other rules than browsers do, and needs quadratic time where attributes pile up, which no option
// ends. So tags are told from text here, as the HTML standard has it, and written anew: libxml2 is
// left with the tree, that is with the end tags that authors leave out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct TameHtml {
  // Valid UTF-8, one <body>; text and the attributes that somebody here asks for; a style
  // that hides an element is hidden="". Without comments, scripts, styles,
  // pictures, and controls.
  std::string html;
  std::string language;              // of <html lang>
  std::vector<std::string> json_ld;  // what <script type="application/ld+json"> hold, as written
};

// Linear in time; never fails. What is no UTF-8 becomes U+FFFD. Beyond half a million tags and
// attributes only text is taken, so the tree's memory is bounded.
TameHtml tame_html(std::string_view html);

}  // namespace backfile
