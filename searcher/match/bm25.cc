#include "searcher/match/bm25.h"

namespace backfile {

double best_weight(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  const Xapian::MSet best = enquire.get_mset(0, 1);
  return best.empty() ? 0 : best.begin().get_weight();
}

}  // namespace backfile
