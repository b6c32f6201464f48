// Names of months and days of the week: when something was, not what it was.
#pragma once

#include <string_view>

namespace backfile {

// Whether `word`, as written in an article in `language`, is one: in full or as commonly cut, in
// English, where only capitals part March from a march, in German, French and Spanish.
bool is_calendar_word(std::string_view word, std::string_view language);

}  // namespace backfile
