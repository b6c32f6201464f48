#include "searcher/facet_counts.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace backfile {
namespace {

void add(ValueCounts& counts, std::string_view value, std::uint64_t count) {
  const auto found = counts.by_value.find(value);
  if (found == counts.by_value.end())
    counts.by_value.emplace(value, count);
  else
    found->second += count;
}

// `text` is a slot's value.
void add_slot_value(const Facet& facet, std::string_view text, std::uint64_t count,
                    ValueCounts& counts) {
  counts.articles += count;
  for_each_value(facet, text, [&](const std::string& value) { add(counts, value, count); });
}

// False when a value is too long to stand in a term.
bool count_by_columns(const Facet& facet, const std::vector<Bits>& matches,
                      std::vector<Shard>& shards, ValueCounts& counts) {
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const FacetColumn& column = shards[i].columns.of(facet, shards[i].reader);
    if (!column.is_whole()) return false;
    std::vector<std::uint64_t> of_shard(column.values().size());
    matches[i].for_each([&](std::uint32_t docid) {
      const auto numbers = column.of(docid);
      if (!numbers.empty()) ++counts.articles;
      for (const std::uint32_t number : numbers) ++of_shard[number];
    });
    for (std::size_t number = 0; number < of_shard.size(); ++number)
      if (of_shard[number] > 0) add(counts, column.values()[number], of_shard[number]);
  }
  return true;
}

void count_by_values(const Facet& facet, const std::vector<Bits>& matches,
                     const std::vector<Shard>& shards, ValueCounts& counts) {
  for (std::size_t i = 0; i < shards.size(); ++i) {
    SlotValues values(shards[i].reader, facet.slot);
    std::unordered_map<std::string_view, std::uint64_t> of_shard;
    matches[i].for_each([&](std::uint32_t docid) {
      const std::string_view value = values.value(docid);
      if (!value.empty()) ++of_shard[facet.width > 0 ? value.substr(0, facet.width) : value];
    });
    for (const auto& [value, count] : of_shard) add_slot_value(facet, value, count, counts);
  }
}

}  // namespace

ValueCounts count_values(const Facet& facet, const Xapian::ValueCountMatchSpy& spy) {
  ValueCounts counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    add_slot_value(facet, *value, value.get_termfreq(), counts);
  return counts;
}

ValueCounts count_values(const Facet& facet, const std::vector<Bits>& matches,
                         std::vector<Shard>& shards) {
  // A posting, of which a column is made, costs about a tenth of a value.
  constexpr std::size_t kPostingsOfValue = 10;
  std::size_t found = 0;
  std::size_t documents = 0;
  for (const Bits& each : matches) found += each.count();
  for (const Shard& shard : shards) documents += shard.reader.documents();
  const bool has_columns =
      std::ranges::all_of(shards, [&](const Shard& shard) { return shard.columns.has(facet); });
  const bool pays = has_columns || found * kPostingsOfValue >= documents;
  ValueCounts counts;
  if (pays && count_by_columns(facet, matches, shards, counts)) return counts;
  counts = {};
  count_by_values(facet, matches, shards, counts);
  return counts;
}

FacetCounts most_frequent(const FacetRequest& request, const ValueCounts& counts,
                          std::uint64_t articles) {
  FacetCounts result{request.facet, {}, counts.by_value.size(), articles - counts.articles};
  for (const auto& [value, count] : counts.by_value) result.values.push_back({value, count});
  std::ranges::stable_sort(result.values, std::greater<>(), &FacetValue::count);
  if (result.values.size() > request.limit) result.values.resize(request.limit);
  return result;
}

}  // namespace backfile
