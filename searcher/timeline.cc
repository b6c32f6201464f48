#include "searcher/timeline.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "common/terms.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::optional<sys_days> day_of(std::string_view text) {
  const auto period = parse_period(text, {});
  if (!period) return std::nullopt;
  return period->first;
}

// The days that a timeline is about, when there are any.
std::optional<Period> span_of(const DayCounts& matches, const DayCounts& archive,
                              const DateRange& range) {
  if (matches.empty()) return std::nullopt;
  Period span{matches.begin()->first, matches.rbegin()->first};
  if (archive.empty()) return span;
  if (range.from) span.first = std::min(span.first, std::max(*range.from, archive.begin()->first));
  if (range.to) span.last = std::max(span.last, std::min(*range.to, archive.rbegin()->first));
  return span;
}

std::uint64_t sum_of(const DayCounts& counts, const Period& period) {
  std::uint64_t sum = 0;
  const auto end = counts.upper_bound(period.last);
  for (auto day = counts.lower_bound(period.first); day != end; ++day) sum += day->second;
  return sum;
}

// Of the matches of a period, in the table of matches and others by period.
double adjusted_residual(const TimelinePeriod& period, double matches, double articles) {
  const double of_period = double(period.articles) / articles;
  const double variance = matches * of_period * (1 - of_period) * (1 - matches / articles);
  if (variance <= 0) return 0;
  return (double(period.count) - matches * of_period) / std::sqrt(variance);
}

// By period; 0 for those that are no peak whatever their neighbours are.
std::vector<double> heights_of(const std::vector<TimelinePeriod>& periods) {
  constexpr double kLeastResidual = 3;
  constexpr std::uint64_t kLeastCount = 5;
  constexpr double kLeastLift = 1.5;
  double matches = 0;
  double articles = 0;
  for (const TimelinePeriod& period : periods) {
    matches += double(period.count);
    articles += double(period.articles);
  }
  std::vector<double> heights(periods.size());
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const double residual = adjusted_residual(periods[i], matches, articles);
    if (residual > kLeastResidual && periods[i].count >= kLeastCount &&
        periods[i].share() >= kLeastLift * matches / articles)
      heights[i] = residual;
  }
  return heights;
}

}  // namespace

DayCounts by_day(const ValueCounts& counts) {
  DayCounts found;
  for (const auto& [value, count] : counts.by_value)
    if (const auto day = day_of(value)) found[*day] += count;
  return found;
}

DayCounts articles_by_day(TimelineStep step, const Xapian::Database& database) {
  DayCounts counts;
  const std::string prefix = term_prefix(facet_of(step));
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    if (const auto day = day_of(date_with_dashes((*term).substr(prefix.size()))))
      counts[*day] += term.get_termfreq();
  return counts;
}

Timeline make_timeline(TimelineStep step, const ValueCounts& matches, const DayCounts& archive,
                       const DateRange& range) {
  Timeline timeline{step, {}, 0};
  const DayCounts found = by_day(matches);
  const auto span = span_of(found, archive, range);
  if (!span) return timeline;
  for (sys_days begin = begin_of(step, span->first); begin <= span->last;) {
    const sys_days next = next_begin(step, begin);
    const Period whole{begin, next - days(1)};
    timeline.periods.push_back(
        {whole, period_text(step, begin), sum_of(found, whole), sum_of(archive, whole)});
    begin = next;
  }
  return timeline;
}

void mark_peaks(Timeline& timeline) {
  constexpr std::size_t kMost = 5;
  std::vector<TimelinePeriod>& periods = timeline.periods;
  const std::vector<double> heights = heights_of(periods);
  std::vector<std::size_t> peaks;
  for (std::size_t i = 0; i < periods.size();) {
    std::size_t end = i;
    while (end < periods.size() && heights[end] > 0) ++end;
    if (end > i)
      peaks.push_back(std::size_t(std::max_element(heights.begin() + std::ptrdiff_t(i),
                                                   heights.begin() + std::ptrdiff_t(end)) -
                                  heights.begin()));
    i = end + 1;
  }
  std::ranges::stable_sort(peaks,
                           [&](std::size_t a, std::size_t b) { return heights[a] > heights[b]; });
  peaks.resize(std::min(peaks.size(), kMost));
  for (const std::size_t peak : peaks) periods[peak].is_peak = true;
}

}  // namespace backfile
