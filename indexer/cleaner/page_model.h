// The weights by which page_judge scores lines, learnt by scripts/tune-page-text, which says how
// well they do on pages that they were not learnt from.
#pragma once

#include <array>

#include "indexer/cleaner/page_features.h"

namespace backfile {

// One for every row of kPageFeatures: logarithms of odds that the line is the article's.
extern const std::array<double, kPageFeatures.size()> kPageWeights;

// Added to every score: what is lost of an article is worse than what stays of a page. On pages
// left out F1 is the same from 0.4 to 0.8, where recall is better; beyond that precision pays for
// it.
inline constexpr double kMercy = 0.8;

// What it costs to go on with the article after lines that are not it. F1 is better by .003 than at
// 2 on pages left out.
inline constexpr double kReturnCost = 4;

}  // namespace backfile
