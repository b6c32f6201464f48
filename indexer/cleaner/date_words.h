// The words of dates as news writes them, beside months and days of the week
// (common/calendar_words.h): zones, labels. Words are looked up as there.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace backfile {

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
