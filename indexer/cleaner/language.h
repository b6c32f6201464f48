// The language of an article: as its dump names it, or by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// ISO 639-1 in lower case; empty when the text is too short or too mixed to tell.
std::string detect_language(std::string_view title, std::string_view body);

// The code of what language_code() reads, and of names in English and in the language itself
// ("english", "German", "Français"), in any case; empty for others.
std::string language_of_name(std::string_view name);

}  // namespace backfile
