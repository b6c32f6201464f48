// How many of the matches have which value.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/schema.h"
#include "searcher/match/evaluator.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace backfile {

// All that was counted of one facet. Periods are written 2024, 2024-11, 2024-11-17.
struct ValueCounts {
  std::map<std::string, std::uint64_t, std::less<>> by_value;
  std::uint64_t articles = 0;  // that have a value at all

  bool operator==(const ValueCounts&) const = default;
};

// Calls `use` with each value that a slot's text holds.
template <class Use>
void for_each_value(const Facet& facet, std::string_view text, Use use) {
  if (facet.width > 0) return use(date_with_dashes(std::string(text.substr(0, facet.width))));
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(kListSeparator, from), text.size());
    use(std::string(text.substr(from, end - from)));
    from = end + 1;
  }
}

// Of what the engine's spy counted: joined lists are split, days cut to the facet's period.
ValueCounts count_values(const Facet& facet, const Xapian::ValueCountMatchSpy& spy);

// Of the matches on local archives, by shard: of many by columns, of few by what each of them has.
ValueCounts count_values(const Facet& facet, const std::vector<Bits>& matches,
                         std::vector<Shard>& shards);

// `articles` are all that were counted, with a value or without.
FacetCounts most_frequent(const FacetRequest& request, const ValueCounts& counts,
                          std::uint64_t articles);

}  // namespace backfile
