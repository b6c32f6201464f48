// Names of months and days of the week in English, German, French and Spanish.
// Words are looked up without case and accents (`März` as `marz`),
// abbreviations without their full stop.
#pragma once

#include <string_view>

namespace backfile {

// 1 to 12, for names full and short in any of the languages; 0 for other words.
unsigned month_of_word(std::string_view word);
// For the same.
bool is_weekday_word(std::string_view word);

// Whether `word` is a month or a day of the week in full in `language`.
bool is_calendar_name(std::string_view word, std::string_view language);

}  // namespace backfile
