// Matches by period: how many, and what share of all articles of the period they
// are, so that a growing archive is no trend.
//
// A peak is a period of which so many of the articles match that chance does not
// explain it: its adjusted residual in the table of matches and other articles by
// period (Haberman, "The analysis of residuals in cross-classified tables",
// Biometrics 29, 1973), which is about normal when nothing is the matter, is over
// 3. Archives are large, and in large tables little differences are certain, too;
// so its share must also be half as much again as that of all periods together.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>

#include <xapian.h>

#include "common/period.h"
#include "searcher/facet_counts.h"
#include "searcher/result.h"
#include "searcher/timeline_step.h"

namespace backfile {

using DayCounts = std::map<std::chrono::sys_days, std::uint64_t>;

// Of counts by any facet that is a period, by its first day.
DayCounts by_day(const ValueCounts& counts);

// How many articles the archive has, by the first days of periods or by days of these.
DayCounts articles_by_day(TimelineStep step, const Xapian::Database& database);

// `matches` are counted by facet_of(step), or by days. From the period of the first match to that
// of the last, and on to the ends of `range` as far as the archive has articles.
Timeline make_timeline(TimelineStep step, const ValueCounts& matches, const DayCounts& archive,
                       const DateRange& range);

// Of periods side by side, the highest is the peak; at most the five highest of all are marked.
void mark_peaks(Timeline& timeline);

}  // namespace backfile
