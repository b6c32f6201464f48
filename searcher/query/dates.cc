#include "searcher/query/dates.h"

#include <algorithm>

#include "common/terms.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// Days of one year, not all of it.
void append_part_of_year(sys_days from, sys_days to, std::vector<std::string>& terms) {
  while (from <= to) {
    const year_month_day day = from;
    const sys_days month_end = day.year() / day.month() / last;
    const bool is_whole = from == sys_days(day.year() / day.month() / 1) && month_end <= to;
    terms.push_back(is_whole ? month_term(from) : day_term(from));
    from = (is_whole ? month_end : from) + days(1);
  }
}

}  // namespace

std::vector<std::string> date_terms(const DateRange& range, const std::vector<int>& years) {
  std::vector<std::string> terms;
  for (const int number : years) {
    const std::chrono::year year(number);
    const sys_days first = year / std::chrono::January / 1;
    const sys_days final = year / std::chrono::December / 31;
    const sys_days from = std::max(first, range.from.value_or(first));
    const sys_days to = std::min(final, range.to.value_or(final));
    if (from == first && to == final)
      terms.push_back(year_term(first));
    else
      append_part_of_year(from, to, terms);
  }
  return terms;
}

}  // namespace backfile
