// Dates that are numbers alone, and what their numbers mean.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace backfile {

// Empty for no such day, and for years not within 1 to 9999.
std::optional<std::chrono::sys_days> day_of(int year, int month, int day);

// As mail has it: 49 is 2049, 50 is 1950.
int full_year(int two_digits);

// `1700000000`, `1700000000.5`, `1700000000000`, `20241117210400`, `930401`
std::optional<Date> read_digits(std::string_view text);

// `17.11.2024`, `11/17/2024`, `2024-1-7`: the day by three texts of digits with `sign` between. How
// months and days are told apart is said at parse_news_date().
std::optional<std::chrono::sys_days> day_of_numbers(std::string_view first, std::string_view second,
                                                    std::string_view third, char sign,
                                                    std::string_view language);

}  // namespace backfile
