// How many of the matches have which value.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/schema.h"
#include "searcher/match/evaluator.h"

namespace backfile {

struct FacetRequest {
  const Facet* facet = nullptr;
  std::size_t limit = 10;  // values, the most frequent first
};

struct FacetValue {
  std::string value;  // periods as 2024, 2024-11, 2024-11-17
  std::uint64_t count = 0;

  bool operator==(const FacetValue&) const = default;
};

struct FacetCounts {
  const Facet* facet = nullptr;
  std::vector<FacetValue> values;  // by count, then by value
  std::size_t distinct = 0;        // values in all, those beyond the limit too
};

// How many matches have which value of a slot, lists as they are kept.
using SlotCounts = std::map<std::string, std::uint64_t, std::less<>>;

SlotCounts counted(const Xapian::ValueCountMatchSpy& spy);
// Those of the articles of a TopHits.
SlotCounts counted(unsigned slot, const std::vector<Bits>& matches,
                   const std::vector<Shard>& shards);

// Sums up: joined lists are split, days cut to the facet's period.
FacetCounts sum_up(const FacetRequest& request, const SlotCounts& counts);

}  // namespace backfile
