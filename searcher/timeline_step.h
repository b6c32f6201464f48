// The periods that timelines are made of.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/schema.h"

namespace backfile {

enum class TimelineStep : std::uint8_t { kYear, kMonth, kWeek, kDay };

// "year", "month", "week" or "day".
std::string_view name_of(TimelineStep step);

// What counts articles by these periods, or by their days.
const Facet& facet_of(TimelineStep step);

// The first day of the period that `day` is in, and of the next period. Weeks begin on Mondays.
std::chrono::sys_days begin_of(TimelineStep step, std::chrono::sys_days day);
std::chrono::sys_days next_begin(TimelineStep step, std::chrono::sys_days begin);

// `2024`, `2024-11`, `2024-W47` (ISO 8601), `2024-11-17`.
std::string period_text(TimelineStep step, std::chrono::sys_days begin);

}  // namespace backfile
