// What programs that write XML get wrong, put right before it is parsed.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// A tag may have so many: parsers compare each with every other.
inline constexpr std::size_t kMaxXmlAttributes = 256;

struct RepairedXml {
  std::string text;
  bool has_too_many_attributes = false;  // some tag has more than kMaxXmlAttributes
};

// `xml` (valid UTF-8) with its line ends, and
// - HTML's named entities as characters (&nbsp; &eacute;), what no one knows as text (&amp;foo;);
// - characters and references that XML forbids left out (&#5;), those of windows-1252 as the
//   characters that were meant (&#146;);
// - "&" and "<" that begin nothing as &amp; and &lt;
// - comments, instructions and DOCTYPE left out, and so every entity that a document declares.
// Longer by at most a factor of five.
RepairedXml repaired_xml(std::string_view xml);

}  // namespace backfile
