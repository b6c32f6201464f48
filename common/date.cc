#include "common/date.h"

#include <algorithm>
#include <string>

#include "common/utf8.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// Reads from the front of a text; every step that does not fit leaves `ok` false.
struct Cursor {
  std::string_view rest;
  bool ok = true;

  int number(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (i >= rest.size() || !is_ascii_digit(rest[i])) {
        ok = false;
        return 0;
      }
      value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(digits);
    return value;
  }

  bool skip(std::string_view any_of) {
    if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }
};

std::optional<sys_days> read_day(Cursor& in) {
  const int year = in.number(4);
  const bool dashed = in.skip("-");
  const int month = in.number(2);
  if (dashed && !in.skip("-")) return std::nullopt;
  const int day = in.number(2);
  const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                            std::chrono::day(unsigned(day))};
  if (!in.ok || !date.ok() || year == 0) return std::nullopt;
  return sys_days(date);
}

std::optional<seconds> read_clock(Cursor& in) {
  const int hour = in.number(2);
  in.skip(":");
  const int minute = in.number(2);
  int second = 0;
  if (in.skip(":") || (!in.rest.empty() && is_ascii_digit(in.rest.front()))) second = in.number(2);
  if (in.skip(".,")) {
    if (in.rest.empty() || !is_ascii_digit(in.rest.front())) return std::nullopt;
    while (in.skip("0123456789")) continue;
  }
  if (!in.ok || hour > 24 || minute > 59 || second > 60) return std::nullopt;
  if (hour == 24 && (minute > 0 || second > 0)) return std::nullopt;
  return hours(hour) + minutes(minute) + seconds(second);
}

// The zone's offset from UTC, zero for none.
std::optional<seconds> read_zone(Cursor& in) {
  in.skip(" ");
  if (in.rest.empty() || in.skip("Zz")) return seconds(0);
  if (in.rest == "UTC" || in.rest == "GMT") {
    in.rest = {};
    return seconds(0);
  }
  const bool west = in.rest.front() == '-';
  if (!in.skip("+-")) return std::nullopt;
  const int hour = in.number(2);
  const bool colon = in.skip(":");
  const int minute = in.rest.empty() && !colon ? 0 : in.number(2);
  if (!in.ok || hour > 15 || minute > 59) return std::nullopt;
  const seconds offset = hours(hour) + minutes(minute);
  return west ? -offset : offset;
}

// With zeros before it, when it has fewer digits.
void append_number(std::string& to, unsigned number, std::size_t digits) {
  const std::string text = std::to_string(number);
  to.append(digits - std::min(digits, text.size()), '0') += text;
}

std::string date_text(sys_days day, std::string_view between) {
  const year_month_day date(day);
  std::string text;
  append_number(text, unsigned(int(date.year())), 4);
  append_number(text += between, unsigned(date.month()), 2);
  append_number(text += between, unsigned(date.day()), 2);
  return text;
}

std::string clock_text(seconds since_midnight, std::string_view between) {
  const std::chrono::hh_mm_ss clock(since_midnight);
  std::string text;
  append_number(text, unsigned(clock.hours().count()), 2);
  append_number(text += between, unsigned(clock.minutes().count()), 2);
  append_number(text += between, unsigned(clock.seconds().count()), 2);
  return text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Cursor in{trimmed(text)};
  const auto day = read_day(in);
  if (!day) return std::nullopt;
  if (in.rest.empty()) return Date{*day, false};
  if (!in.skip("Tt ")) return std::nullopt;
  const auto clock = read_clock(in);
  if (!clock) return std::nullopt;
  const auto zone = read_zone(in);
  if (!zone || !in.rest.empty()) return std::nullopt;
  const auto time = *day + *clock - *zone;
  const int year = int(year_month_day(floor<days>(time)).year());
  if (year < 1 || year > 9999) return std::nullopt;
  return Date{time, true};
}

std::string to_iso(sys_days day) { return date_text(day, "-"); }

std::string to_iso(const Date& date) {
  const auto day = floor<days>(date.time);
  return date.has_time ? to_iso(day) + 'T' + clock_text(date.time - day, ":") + 'Z' : to_iso(day);
}

std::string to_digits(sys_days day) { return date_text(day, {}); }

std::string to_digits(const Date& date) {
  const auto day = floor<days>(date.time);
  return to_digits(day) + clock_text(date.time - day, {});
}

}  // namespace backfile
