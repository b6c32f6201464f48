// The hits of an answer one by one, however they come.
#pragma once

#include <ostream>

#include "searcher/render/render.h"

namespace backfile {

// Ends early when nobody reads on: what is written to `out` goes nowhere then.
template <class Take>
void each_hit(const SearchResult& result, const MoreHits& more, const std::ostream& out,
              Take take) {
  for (const Hit& hit : result.hits) take(hit);
  if (!more) return;
  for (std::vector<Hit> page = more(); !page.empty() && out; page = more())
    for (const Hit& hit : page) take(hit);
}

}  // namespace backfile
