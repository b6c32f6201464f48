// The weighting of words: BM25 with the usual parameters (Robertson and Zaragoza,
// 2009), as Xapian has it. The headline's weight is in the terms (common/schema.h).
#pragma once

#include <cmath>

#include <xapian.h>

namespace backfile {

inline constexpr double kTermFrequencySaturation = 1.2;
inline constexpr double kLengthNormalization = 0.75;
inline constexpr double kMinNormalizedLength = 0.5;

inline Xapian::BM25Weight bm25() {
  return {kTermFrequencySaturation, 0, 1, kLengthNormalization, kMinNormalizedLength};
}

// The weight of the best hit, 0 when there is none. It does not depend on how articles are spread
// over databases, as the engine's own bounds do.
double best_weight(const Xapian::Query& query, const Xapian::Database& database);

// What the weight of a word that `documents` of `all` have is multiplied with.
inline double inverse_frequency(double documents, double all) {
  const double odds = (all - documents + 0.5) / (documents + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

// The weight of a word that the query has so often, of one that it has once.
constexpr double repeated_weight(unsigned count) { return 2.0 * count / (1.0 + count); }

}  // namespace backfile
