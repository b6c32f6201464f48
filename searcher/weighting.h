// How articles are weighed: the one formula, and what is asked of it before a
// search.
#pragma once

#include <xapian.h>

namespace backfile {

// BM25 with the usual parameters; the headline's weight is in the terms (common/schema.h).
Xapian::BM25Weight bm25();

// The weight of the best hit, 0 when there is none. It does not depend on how articles are spread
// over databases, as the engine's own bounds do.
double best_weight(const Xapian::Query& query, const Xapian::Database& database);

}  // namespace backfile
