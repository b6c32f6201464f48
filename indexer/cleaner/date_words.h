// The words of dates as news writes them: months, days of the week, zones, labels. Words are looked
// up without case and accents (`März` as `marz`), abbreviations without their full stop.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace backfile {

// 1 to 12, for names full and short in English, German, French and Spanish; 0 for other words.
unsigned month_of_word(std::string_view word);

bool is_weekday_word(std::string_view word);

// What stands before a date: `Published on`, `Aktualisiert am`, `Publié le`, `FT`.
bool is_date_label(std::string_view word);

// What stands between a date and its time: `at`, `um`, `à`, `a las`.
bool is_time_link(std::string_view word);

// The offset from UTC of a zone's name (`est`, `cest`), or of the zone of a country in which
// the clocks go by summer and winter (`et`), at that local time. Names that several zones bear are
// those of the Americas, but `bst` is Britain's and `ist` India's.
std::optional<std::chrono::seconds> zone_offset(std::string_view word,
                                                std::chrono::local_seconds time);

}  // namespace backfile
