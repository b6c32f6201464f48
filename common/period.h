// A stretch of days as a user writes one: a year, a month, a day, or a day
// counted back from today.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace backfile {

struct Period {
  std::chrono::sys_days first;
  std::chrono::sys_days last;  // inclusive

  bool operator==(const Period&) const = default;
};

// `2024`, `2024-11`, `2024-11-17`, or `-30d`, `-2w`, `-6m`, `-2y` (the one day that long before
// `today`). Empty for anything else.
std::optional<Period> parse_period(std::string_view text, std::chrono::sys_days today);

// Days, in UTC; a missing end is open.
struct DateRange {
  std::optional<std::chrono::sys_days> from;
  std::optional<std::chrono::sys_days> to;  // inclusive

  bool operator==(const DateRange&) const = default;
};

// A period, or two with `..` between of which one may be missing: `2024-01..2024-06`, `..2010`.
// Empty also when the second lies before the first.
std::optional<DateRange> parse_date_range(std::string_view text, std::chrono::sys_days today);

}  // namespace backfile
