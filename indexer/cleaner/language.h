// The language of an article, by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// ISO 639-1 in lower case; empty when the text is too short or too mixed to tell.
std::string detect_language(std::string_view title, std::string_view body);

}  // namespace backfile
