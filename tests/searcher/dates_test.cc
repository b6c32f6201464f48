#include "searcher/query/dates.h"

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "common/terms.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

constexpr sys_days kToday = year(2024) / 11 / 17;

// "Y2023 M202401".
std::string terms(std::string_view range, const std::vector<int>& years) {
  std::string line;
  for (const std::string& term : date_terms(*parse_date_range(range, kToday), years))
    line.append(line.empty() ? "" : " ").append(term);
  return line;
}

TEST_CASE("dates: whole years, else months, else days") {
  struct Row {
    std::string_view range;
    std::vector<int> years;
    std::string_view terms;
  };
  const std::vector<int> some = {2022, 2023, 2024, 2025};
  const Row rows[] = {
      {"2024", some, "Y2024"},
      {"2024-11", some, "M202411"},
      {"2024-11-17", some, "D20241117"},
      {"2023..2024", some, "Y2023 Y2024"},
      {"2023-12-30..2025-01", some, "D20231230 D20231231 Y2024 M202501"},
      {"2024-02-28..2024-03-01", some, "D20240228 D20240229 D20240301"},
      {"2023-02-01..2023-02-28", some, "M202302"},
      {"2024-02-01..2024-02-28", some,
       "D20240201 D20240202 D20240203 D20240204 D20240205 D20240206 D20240207 D20240208 D20240209 "
       "D20240210 D20240211 D20240212 D20240213 D20240214 D20240215 D20240216 D20240217 D20240218 "
       "D20240219 D20240220 D20240221 D20240222 D20240223 D20240224 D20240225 D20240226 D20240227 "
       "D20240228"},
      {"2024-01-01..2024-12-31", some, "Y2024"},
      {"2024-11-30..2024-12", some, "D20241130 M202412"},
      {"..2023", some, "Y2022 Y2023"},
      {"..2022-01-01", some, "D20220101"},
      {"2025-12-31..", some, "D20251231"},
      {"2024..", some, "Y2024 Y2025"},
      {"1999", some, ""},
      {"2000..2010", {1999, 2011}, ""},
      {"2000..2010", {1999, 2000, 2007, 2011}, "Y2000 Y2007"},
      {"..9999", {1, 9999}, "Y0001 Y9999"},
      {"2024", {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.range);
    CHECK(terms(row.range, row.years) == row.terms);
  }
  CHECK(date_terms({}, some).size() == some.size());
}

TEST_CASE("dates: the terms are those of the range's days, each once, and as few as can be") {
  RandomValues random(4);
  for (int round = 0; round < 300; ++round) {
    std::set<int> chosen;
    const int first_year = int(random.number(1996, 2020));
    while (chosen.size() < 4) chosen.insert(first_year + int(random.below(6)));
    const std::vector<int> years(chosen.begin(), chosen.end());
    const sys_days begin = year(first_year) / 1 / 1;
    DateRange range;
    if (random.below(5) > 0) range.from = begin + days(random.number(-30, 1500));
    if (random.below(5) > 0)
      range.to = range.from.value_or(begin) + days(random.below(random.coin() ? 40 : 1500));
    const std::vector<std::string> made = date_terms(range, years);
    const std::set<std::string> terms(made.begin(), made.end());
    REQUIRE(terms.size() == made.size());

    std::set<std::string> used;
    for (const int number : years) {
      const sys_days last = year(number) / 12 / 31;
      bool is_all_in = true;
      std::map<std::string, bool> is_month_in;
      for (sys_days day = year(number) / 1 / 1; day <= last; day += days(1)) {
        const bool is_in = (!range.from || *range.from <= day) && (!range.to || day <= *range.to);
        is_all_in &= is_in;
        is_month_in.emplace(month_term(day), true).first->second &= is_in;
        std::size_t found = 0;
        for (const std::string& term : {year_term(day), month_term(day), day_term(day)}) {
          if (!terms.contains(term)) continue;
          ++found;
          used.insert(term);
        }
        REQUIRE(found == (is_in ? 1 : 0));
      }
      REQUIRE(terms.contains(year_term(last)) == is_all_in);
      for (const auto& [month, is_in] : is_month_in)
        REQUIRE(terms.contains(month) == (is_in && !is_all_in));
    }
    REQUIRE(used == terms);
  }
}

}  // namespace
}  // namespace backfile
