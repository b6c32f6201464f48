// Dates as news dumps write them.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace backfile {

// Reads what parse_date() reads, and
//   Sun, 17 Nov 2024 21:04:00 +0100      mail and feeds; years of two digits, zones by name
//   26-FEB-1987 15:01:01.79              17 November 2024; 17. November 2024, 21:04 Uhr
//   Nov. 17, 2024 at 9:04 p.m. ET        le 17 novembre 2024 à 21h04; 17 de noviembre de 2024
//   17.11.2024, 21:04   2024/11/17       Published: Sunday, November 17, 2024, Home Edition
//   1700000000   1700000000000           seconds and milliseconds since 1970, from 2001 to 2099
//   20241117210400   930401              all digits; a year of two only where it can be no day
//   11-17-2024                           between hyphens the month is first
//   11/17/2024   17/11/2024              what is over 12 is the day
// In `03/04/2024` the month is first when `language` is English (`en`), the day when it is another;
// without a language it is no date. Months and days have English, German, French and Spanish
// names. To UTC, which is also the zone of times that name none.
//
// Empty for what does not fit as a whole, for days without a year or with a doubtful one, and for
// texts of more than 200 bytes.
std::optional<Date> parse_news_date(std::string_view text, std::string_view language);

}  // namespace backfile
