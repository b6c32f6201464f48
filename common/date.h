// Points in time as news gives them: a day, or a second of it, in UTC.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

struct Date {
  std::chrono::sys_seconds time;  // midnight when only the day is known
  bool has_time = false;

  bool operator==(const Date&) const = default;
};

// Reads ISO 8601: `2024-11-17`, `2024-11-17T21:04`, `2024-11-17 21:04:00.123+01:00`, `20241117`,
// with `Z`, `+0100`, `+01` or no zone (then UTC; fractions of seconds are cut). Empty when `text`
// is anything else or no such day, or when the year in UTC is not within 1 to 9999.
std::optional<Date> parse_date(std::string_view text);

// `2024-11-17T21:04:00Z`, or `2024-11-17` when the time is not known.
std::string to_iso(const Date& date);
std::string to_iso(std::chrono::sys_days day);

// `20241117`: sorts as text in order of time.
std::string to_digits(std::chrono::sys_days day);
// `20241117210400`, with zeros for an unknown time.
std::string to_digits(const Date& date);

}  // namespace backfile
