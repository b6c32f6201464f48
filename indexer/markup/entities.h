// Character references of HTML and SGML.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `text` (UTF-8) with character references as the characters they mean: "AT&amp;T &#8212;
// caf&eacute;" becomes "AT&T — café". Numbers 128 to 159 mean windows-1252, as browsers have it;
// controls and what is no character are dropped. Unknown names stay as they are written, and so do
// names that lack their semicolon, except for those of Latin-1 ("&nbsp", "&amp").
std::string decode_entities(std::string_view text);

}  // namespace backfile
