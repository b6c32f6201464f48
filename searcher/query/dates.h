// Ranges of days as few terms: whole years, else months, else days.
//
//   2023-12-30..2025-01  ->  D20231230 D20231231 Y2024 M202501
#pragma once

#include <string>
#include <vector>

#include "common/period.h"

namespace backfile {

// Terms of which every article of these days has one and no other article any. `years` are those
// that the archive has articles of, in order; other years get no terms.
std::vector<std::string> date_terms(const DateRange& range, const std::vector<int>& years);

}  // namespace backfile
