#include "common/period.h"

#include <string>

#include <doctest/doctest.h>

#include "common/date.h"

namespace backfile {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

constexpr sys_days kToday = year(2024) / 3 / 31;

// "FIRST LAST", or "none".
std::string reading(std::string_view text, sys_days today = kToday) {
  const auto period = parse_period(text, today);
  return period ? to_iso(period->first) + " " + to_iso(period->last) : "none";
}

std::string range_reading(std::string_view text) {
  const auto range = parse_date_range(text, kToday);
  if (!range) return "none";
  return (range->from ? to_iso(*range->from) : "open") + " " +
         (range->to ? to_iso(*range->to) : "open");
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST_CASE("period: years, months, days") {
  constexpr Row kRows[] = {
      {"2024", "2024-01-01 2024-12-31"},    {"0001", "0001-01-01 0001-12-31"},
      {"9999", "9999-01-01 9999-12-31"},    {"2024-11", "2024-11-01 2024-11-30"},
      {"2024-02", "2024-02-01 2024-02-29"}, {"2023-02", "2023-02-01 2023-02-28"},
      {"2024-12", "2024-12-01 2024-12-31"}, {"2024-11-17", "2024-11-17 2024-11-17"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(reading(row.text) == row.expected);
  }
}

TEST_CASE("period: counted back from today") {
  constexpr Row kRows[] = {
      {"-0d", "2024-03-31"},     {"-1d", "2024-03-30"},    {"-30d", "2024-03-01"},
      {"-31d", "2024-02-29"},    {"-2w", "2024-03-17"},    {"-1m", "2024-02-29"},
      {"-2m", "2024-01-31"},     {"-4m", "2023-11-30"},    {"-12m", "2023-03-31"},
      {"-13m", "2023-02-28"},    {"-1y", "2023-03-31"},    {"-100y", "1924-03-31"},
      {"-36525d", "1924-03-31"}, {"-2023y", "0001-03-31"}, {"-007d", "2024-03-24"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const std::string day(row.expected);
    CHECK(reading(row.text) == day + " " + day);
  }
  CHECK(reading("-1y", year(2024) / 2 / 29) == "2023-02-28 2023-02-28");
  CHECK(reading("-4y", year(2024) / 2 / 29) == "2020-02-29 2020-02-29");
}

TEST_CASE("period: none") {
  constexpr std::string_view kTexts[] = {
      "",
      "-",
      "--",
      "-d",
      "-30",
      "30d",
      "-30h",
      "-30D",
      "--30d",
      "-+3d",
      "-3.5d",
      "- 3d",
      "-3 d",
      "-30dd",
      "-2024y",
      "-24300m",
      "-32767y",
      "-65000y",
      "-65536y",
      "-100000y",
      "-100001d",
      "-99999999999d",
      "0000",
      "0000-01",
      "202",
      "20245",
      "2024-",
      "2024-1",
      "2024-00",
      "2024-13",
      "2024-1x",
      "2024-+1",
      "2024/11",
      "2024-11-",
      "2024-11-1",
      "2024-11-31",
      "2024-11-177",
      "20241117",
      "20241117  ",
      " 2024",
      "2024 ",
      " 2024-11-17",
      "2024-11-17T21:04",
      "+2024",
      "today",
      "2O24",
      "２０２４",
  };
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    CHECK(reading(text) == "none");
  }
}

TEST_CASE("period: ranges") {
  constexpr Row kRows[] = {
      {"2024", "2024-01-01 2024-12-31"},
      {"2024-11", "2024-11-01 2024-11-30"},
      {"2024-01..2024-06", "2024-01-01 2024-06-30"},
      {"2023..2024-02-03", "2023-01-01 2024-02-03"},
      {"..2010", "open 2010-12-31"},
      {"2010..", "2010-01-01 open"},
      {"-30d", "2024-03-01 2024-03-01"},
      {"-30d..", "2024-03-01 open"},
      {"-30d..-1d", "2024-03-01 2024-03-30"},
      {"..-1w", "open 2024-03-24"},
      {"", "none"},
      {"..", "none"},
      {"...", "none"},
      {"2024...", "none"},
      {"2024...2025", "none"},
      {"2024..2025..2026", "none"},
      {"2024 .. 2025", "none"},
      {"2024..x", "none"},
      {"x..2024", "none"},
      {"2024-01-2024-06", "none"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(range_reading(row.text) == row.expected);
  }
}

}  // namespace
}  // namespace backfile
