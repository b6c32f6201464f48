#include "searcher/recency.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "common/date.h"
#include "common/schema.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr double kShareOfBest = 0.6;
constexpr int kHalfLives = 8;
// About as many days as get a weight of their own at the most.
constexpr days kMaxDays{20'000};

double days_in(char unit) {
  constexpr double kDaysOfYear = 365.25;
  switch (unit) {
    case 'd':
      return 1;
    case 'w':
      return 7;
    case 'm':
      return kDaysOfYear / 12;
    case 'y':
      return kDaysOfYear;
    default:
      return 0;
  }
}

// The day of a value in the day slot.
std::optional<sys_days> day_of(const std::string& value) {
  const auto date = parse_date(value);
  if (!date) return std::nullopt;
  return std::chrono::floor<days>(date->time);
}

}  // namespace

std::optional<days> parse_half_life(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int count = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto [rest, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc() || rest != end) return std::nullopt;
  const double length = std::round(count * days_in(*end));
  if (length < 1 || length * kHalfLives > double(kMaxDays.count())) return std::nullopt;
  return days(int(length));
}

Xapian::Query with_recency(const Xapian::Query& query, const Recency& recency, double best,
                           const Xapian::Database& database) {
  const auto oldest = day_of(database.get_value_lower_bound(kDaySlot));
  const auto newest = day_of(database.get_value_upper_bound(kDaySlot));
  if (!oldest || !newest) return query;
  const sys_days now = std::min(recency.today, *newest);
  const sys_days from = std::max(*oldest, now - recency.half_life * kHalfLives);
  const sys_days to = std::min(*newest, now + kMaxDays);
  const double weight = best > 0 ? kShareOfBest * best : 1;
  Xapian::ValueMapPostingSource bonus(kDaySlot);
  for (sys_days day = from; day <= to; day += days(1)) {
    const double age = double(std::max(now - day, days(0)).count());
    bonus.add_mapping(to_digits(day), weight * std::exp2(-age / double(recency.half_life.count())));
  }
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(&bonus)};
}

}  // namespace backfile
