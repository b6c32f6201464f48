#include "common/date.h"

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

// As ISO 8601; "none" when `text` is no date.
std::string reading(std::string_view text) {
  const auto date = parse_date(text);
  return date ? to_iso(*date) : "none";
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

void check_rows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(reading(row.text) == row.expected);
  }
}

TEST_CASE("date: days and times") {
  constexpr Row kRows[] = {
      {"2024-11-17", "2024-11-17"},
      {"20241117", "2024-11-17"},
      {" 2024-11-17\n", "2024-11-17"},
      {"2024-02-29", "2024-02-29"},
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
      {"1969-07-20T20:17:40Z", "1969-07-20T20:17:40Z"},
      {"2024-11-17T21:04", "2024-11-17T21:04:00Z"},
      {"2024-11-17 21:04", "2024-11-17T21:04:00Z"},
      {"2024-11-17t21:04:05z", "2024-11-17T21:04:05Z"},
      {"20241117T210405", "2024-11-17T21:04:05Z"},
      {"20241117T2104Z", "2024-11-17T21:04:00Z"},
      {"20241117T210405.678+0100", "2024-11-17T20:04:05Z"},
      {"2024-11-17T21:04:05.999999Z", "2024-11-17T21:04:05Z"},
      {"2024-11-17T21:04:05,9", "2024-11-17T21:04:05Z"},
      {"2024-11-17T00:00:00Z", "2024-11-17T00:00:00Z"},
      {"2024-11-17T24:00", "2024-11-18T00:00:00Z"},
      {"2024-12-31T23:59:60Z", "2025-01-01T00:00:00Z"},
  };
  check_rows(kRows);
}

TEST_CASE("date: zones") {
  constexpr Row kRows[] = {
      {"2024-11-17T21:04:00+01:00", "2024-11-17T20:04:00Z"},
      {"2024-11-17T21:04:00-05:00", "2024-11-18T02:04:00Z"},
      {"2024-11-17T21:04+0530", "2024-11-17T15:34:00Z"},
      {"2024-11-17T21:04-03", "2024-11-18T00:04:00Z"},
      {"2024-11-17 21:04:00.123+01:00", "2024-11-17T20:04:00Z"},
      {"2024-11-17 21:04:00 +01:00", "2024-11-17T20:04:00Z"},
      {"2024-11-17 21:04 UTC", "2024-11-17T21:04:00Z"},
      {"2024-11-17T21:04GMT", "2024-11-17T21:04:00Z"},
      {"2024-11-17 21:04 Z", "2024-11-17T21:04:00Z"},
      {"2024-11-17T21:04:00-00:00", "2024-11-17T21:04:00Z"},
      {"2024-01-01T00:30+14:00", "2023-12-31T10:30:00Z"},
      {"2024-02-28T23:30-01:00", "2024-02-29T00:30:00Z"},
  };
  check_rows(kRows);
}

TEST_CASE("date: no dates") {
  constexpr std::string_view kTexts[] = {
      "",
      " ",
      "today",
      "2024",
      "2024-11",
      "2024-11-",
      "2024-11-1",
      "2024-11-177",
      "2024-1-7",
      "24-11-17",
      "2024/11/17",
      "17.11.2024",
      "2024-1117",
      "202411-17",
      "2024-00-10",
      "2024-13-01",
      "2024-11-00",
      "2024-11-31",
      "2023-02-29",
      "0000-01-01",
      "-2024-11-17",
      "+2024-11-17",
      "2024-11-17T",
      "2024-11-17T2",
      "2024-11-17T21",
      "2024-11-17T21:",
      "2024-11-17T21:4",
      "2024-11-17T21:04:",
      "2024-11-17T21:04:5",
      "2024-11-17T25:00",
      "2024-11-17T24:01",
      "2024-11-17T24:00:01",
      "2024-11-17T21:60",
      "2024-11-17T21:04:61",
      "2024-11-17T21:04:05.",
      "2024-11-17T21:04:05.Z",
      "2024-11-17T21:04+",
      "2024-11-17T21:04+1",
      "2024-11-17T21:04+01:",
      "2024-11-17T21:04+01:0",
      "2024-11-17T21:04+01:60",
      "2024-11-17T21:04+16:00",
      "2024-11-17T21:04+01:00x",
      "2024-11-17T21:04 CET",
      "2024-11-17T21:04ZZ",
      "2024-11-17x21:04",
      "2024-11-17  21:04",
      "2024-11-17Z",
      "2024-11-17+01:00",
      "0001-01-01T00:00+01:00",
      "9999-12-31T23:00-02:00",
      "2024-11-17T21:04:00\u00A0Z",
      "２０２４-11-17",
      "99999999999",
  };
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    CHECK(reading(text) == "none");
  }
}

TEST_CASE("date: a time is told from a day") {
  CHECK_FALSE(parse_date("2024-11-17")->has_time);
  CHECK(parse_date("2024-11-17T00:00")->has_time);
  CHECK(parse_date("2024-11-17")->time == parse_date("2024-11-17T00:00")->time);
}

TEST_CASE("date: digits") {
  struct DigitsRow {
    std::string_view text;
    std::string_view day;
    std::string_view second;
  };
  constexpr DigitsRow kRows[] = {
      {"2024-11-17", "20241117", "20241117000000"},
      {"2024-11-17T21:04:05Z", "20241117", "20241117210405"},
      {"0007-01-02T03:04:05Z", "00070102", "00070102030405"},
      {"1969-12-31T23:59:59Z", "19691231", "19691231235959"},
  };
  for (const DigitsRow& row : kRows) {
    CAPTURE(row.text);
    const auto date = parse_date(row.text);
    REQUIRE(date);
    CHECK(to_digits(std::chrono::floor<std::chrono::days>(date->time)) == row.day);
    CHECK(to_digits(*date) == row.second);
  }
}

TEST_CASE("date: what is written is read again") {
  RandomValues random(3);
  for (int i = 0; i < 5000; ++i) {
    const Date date = random.date();
    const std::string text = to_iso(date);
    CAPTURE(text);
    CHECK(parse_date(text) == date);
    const Date other = random.date();
    CHECK((to_digits(date) < to_digits(other)) == (date.time < other.time));
  }
}

TEST_CASE("date: random input is refused or reads as what it is written as") {
  constexpr std::string_view kPieces[] = {"2024", "-", "11", "17", "T", "21",  ":", "04", "0", "9",
                                          "Z",    "+", ".",  " ",  "5", "UTC", ",", "é",  "31"};
  RandomValues random(4);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random.text(kPieces, 14);
    CAPTURE(text);
    if (const auto date = parse_date(text)) CHECK(parse_date(to_iso(*date)) == date);
  }
}

}  // namespace
}  // namespace backfile
