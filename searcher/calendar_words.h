// Names of months and days of the week: when something was, not what it was.
#pragma once

#include <string_view>

namespace backfile {

// Whether `word`, as written in an article in `language`, is one: in full, in English as commonly
// cut, too, and only with a capital, which parts March from a march.
bool is_calendar_word(std::string_view word, std::string_view language);

}  // namespace backfile
