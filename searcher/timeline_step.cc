#include "searcher/timeline_step.h"

#include <array>

#include <fmt/format.h>

#include "common/date.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 4> kNames = {"year", "month", "week", "day"};

// ISO 8601: a week is of the year that its Thursday is in.
std::string week_text(sys_days monday) {
  const auto year = year_month_day(monday + days(3)).year();
  const sys_days first = begin_of(TimelineStep::kWeek, sys_days(year / std::chrono::January / 4));
  return fmt::format("{:04}-W{:02}", int(year), (monday - first).count() / 7 + 1);
}

}  // namespace

std::string_view name_of(TimelineStep step) { return kNames.at(std::size_t(step)); }

const Facet& facet_of(TimelineStep step) {
  const Facet* const facet = facet_by_name(name_of(step));
  return facet ? *facet : *facet_by_name("day");
}

sys_days begin_of(TimelineStep step, sys_days day) {
  const year_month_day date(day);
  switch (step) {
    case TimelineStep::kYear:
      return date.year() / std::chrono::January / 1;
    case TimelineStep::kMonth:
      return date.year() / date.month() / 1;
    case TimelineStep::kWeek:
      return day - (weekday(day) - std::chrono::Monday);
    case TimelineStep::kDay:
      break;
  }
  return day;
}

sys_days next_begin(TimelineStep step, sys_days begin) {
  // Further than to the end of the longest and not beyond the shortest after it.
  constexpr std::array<int, 4> kDays = {366, 31, 7, 1};
  return begin_of(step, begin + days(kDays.at(std::size_t(step))));
}

std::string period_text(TimelineStep step, sys_days begin) {
  switch (step) {
    case TimelineStep::kYear:
      return to_iso(begin).substr(0, 4);
    case TimelineStep::kMonth:
      return to_iso(begin).substr(0, 7);
    case TimelineStep::kWeek:
      return week_text(begin);
    case TimelineStep::kDay:
      break;
  }
  return to_iso(begin);
}

}  // namespace backfile
