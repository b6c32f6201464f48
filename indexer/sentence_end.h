// How sentences end, in any script.
#pragma once

#include <string_view>

namespace backfile {

// `text` without the quotation marks and brackets at its end.
std::string_view without_closing_marks(std::string_view text);

// Whether `text` ends as a sentence does: with a stop, a colon or an ellipsis, perhaps within
// closing marks.
bool ends_sentence(std::string_view text);

}  // namespace backfile
