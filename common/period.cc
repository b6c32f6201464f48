#include "common/period.h"

#include <charconv>

#include "common/date.h"
#include "common/utf8.h"

namespace backfile {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

std::optional<int> whole_number(std::string_view text) {
  if (text.empty() || !is_ascii_digit(text.front())) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The same day of another month, or that month's last day.
sys_days in_month(year_month month_of, day wanted) {
  const year_month_day date = month_of / wanted;
  return date.ok() ? sys_days(date) : sys_days(month_of / last);
}

std::optional<Period> parse_relative(std::string_view text, sys_days today) {
  // Keep the calendar, which counts years in 16 bits, within its range.
  constexpr int kMaxCount = 100'000;
  constexpr int kMaxYears = 9'999;
  if (text.size() < 3) return std::nullopt;
  const auto count = whole_number(text.substr(1, text.size() - 2));
  if (!count || *count > (text.back() == 'y' ? kMaxYears : kMaxCount)) return std::nullopt;
  const year_month_day now(today);
  const year_month this_month = now.year() / now.month();
  sys_days back;
  switch (text.back()) {
    case 'd':
      back = today - std::chrono::days(*count);
      break;
    case 'w':
      back = today - std::chrono::weeks(*count);
      break;
    case 'm':
      back = in_month(this_month - months(*count), now.day());
      break;
    case 'y':
      back = in_month(this_month - years(*count), now.day());
      break;
    default:
      return std::nullopt;
  }
  if (year_month_day(back).year() < year(1)) return std::nullopt;
  return Period{back, back};
}

}  // namespace

std::optional<Period> parse_period(std::string_view text, sys_days today) {
  if (text.starts_with('-')) return parse_relative(text, today);
  const auto year_number = whole_number(text.substr(0, 4));
  if (text.size() < 4 || !year_number || *year_number < 1) return std::nullopt;
  const year in_year(*year_number);
  if (text.size() == 4) return Period{in_year / 1 / 1, in_year / 12 / 31};
  if (text.size() == 7 && text[4] == '-') {
    const auto month_number = whole_number(text.substr(5));
    if (!month_number || *month_number < 1 || *month_number > 12) return std::nullopt;
    const year_month of = in_year / month(unsigned(*month_number));
    return Period{of / 1, of / last};
  }
  const auto date = text.size() == 10 && text[4] == '-' ? parse_date(text) : std::nullopt;
  if (!date || date->has_time) return std::nullopt;
  const auto only = std::chrono::floor<std::chrono::days>(date->time);
  return Period{only, only};
}

std::optional<DateRange> parse_date_range(std::string_view text, sys_days today) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto period = parse_period(text, today);
    if (!period) return std::nullopt;
    return DateRange{period->first, period->last};
  }
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  DateRange range;
  if (from.empty() && to.empty()) return std::nullopt;
  if (!from.empty()) {
    const auto period = parse_period(from, today);
    if (!period) return std::nullopt;
    range.from = period->first;
  }
  if (!to.empty()) {
    const auto period = parse_period(to, today);
    if (!period) return std::nullopt;
    range.to = period->last;
  }
  if (range.from && range.to && *range.from > *range.to) return std::nullopt;
  return range;
}

}  // namespace backfile
