// How many of the matches have which value.
#pragma once

#include <cstdint>
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

// Of what the engine's spy counted: joined lists are split, days cut to the facet's period.
FacetCounts count_values(const FacetRequest& request, const Xapian::ValueCountMatchSpy& spy);

// Of the matches on local archives, by shard: of many by columns, of few by what each of them has.
FacetCounts count_values(const FacetRequest& request, const std::vector<Bits>& matches,
                         std::vector<Shard>& shards);

}  // namespace backfile
