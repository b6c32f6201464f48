#include "indexer/cleaner/date_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include "common/utf8.h"

namespace backfile {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

constexpr int kMaxDay = 31;

// Of at most nine digits.
int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool is_time_of_news(std::int64_t since_1970) {
  constexpr std::int64_t k2001 = 978'307'200;
  constexpr std::int64_t k2100 = 4'102'444'800;
  return since_1970 >= k2001 && since_1970 < k2100;
}

// `1700000000`, `1700000000.5`, `1700000000000`
std::optional<Date> read_epoch(std::string_view text) {
  constexpr std::int64_t kMsPerSecond = 1000;
  const std::string_view whole = text.substr(0, text.find('.'));
  const std::string_view fraction = text.substr(std::min(text.size(), whole.size() + 1));
  const auto is_digits = [](std::string_view all) {
    return std::ranges::all_of(all, is_ascii_digit);
  };
  if ((whole.size() != 10 && whole.size() != 13) || !is_digits(whole) || !is_digits(fraction))
    return std::nullopt;
  std::int64_t count = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), count);
  if (whole.size() == 13) count /= kMsPerSecond;
  if (!is_time_of_news(count)) return std::nullopt;
  return Date{std::chrono::sys_seconds(seconds(count)), true};
}

// `20241117210400`, `930401`
std::optional<Date> read_clock_digits(std::string_view text) {
  constexpr std::size_t kDayDigits = 8;
  if (!std::ranges::all_of(text, is_ascii_digit)) return std::nullopt;
  if (text.size() == 14) {
    std::string iso(text);
    return parse_date(iso.insert(kDayDigits, "T"));
  }
  if (text.size() != 6) return std::nullopt;
  const auto part = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  if (part(0) <= kMaxDay) return std::nullopt;
  const auto day = day_of(full_year(part(0)), part(2), part(4));
  if (!day) return std::nullopt;
  return Date{*day, false};
}

// The three numbers of a day, as they stand between two `sign`s.
struct NumericDay {
  std::string_view first;
  std::string_view second;
  std::string_view third;
  char sign;
  std::string_view language;

  std::optional<sys_days> read() const {
    if (second.size() > 2) return std::nullopt;
    if (first.size() == 4 && third.size() <= 2)
      return day_of(number(first), number(second), number(third));
    if (first.size() > 2) return std::nullopt;
    if (third.size() == 4) return with_year(number(third));
    return third.size() == 2 ? of_six_digits() : std::nullopt;
  }

 private:
  std::optional<sys_days> with_year(int year) const {
    constexpr int kMaxMonth = 12;
    const int a = number(first);
    const int b = number(second);
    if (a > kMaxMonth || a == b) return day_of(year, b, a);
    if (b > kMaxMonth) return day_of(year, a, b);
    if (sign == '/' && language.empty()) return std::nullopt;
    const bool month_first = sign == '-' || (sign == '/' && language == "en");
    return month_first ? day_of(year, a, b) : day_of(year, b, a);
  }

  std::optional<sys_days> of_six_digits() const {
    const int last_year = full_year(number(third));
    if (number(third) > kMaxDay || (sign == '.' && language == "de")) return with_year(last_year);
    const std::array readings = {
        day_of(full_year(number(first)), number(second), number(third)),
        day_of(last_year, number(first), number(second)),
        day_of(last_year, number(second), number(first)),
    };
    std::optional<sys_days> only;
    for (const auto& day : readings) {
      if (only && day && *only != *day) return std::nullopt;
      if (day) only = day;
    }
    return only;
  }
};

}  // namespace

std::optional<sys_days> day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                            std::chrono::day(unsigned(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

int full_year(int two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

std::optional<Date> read_digits(std::string_view text) {
  const auto epoch = read_epoch(text);
  return epoch ? epoch : read_clock_digits(text);
}

std::optional<sys_days> day_of_numbers(std::string_view first, std::string_view second,
                                       std::string_view third, char sign,
                                       std::string_view language) {
  return NumericDay{first, second, third, sign, language}.read();
}

}  // namespace backfile
