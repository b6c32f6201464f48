#include "searcher/facet_counts.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace backfile {
namespace {

// "202411" -> "2024-11"
std::string with_dashes(std::string digits) {
  for (std::size_t at : {std::size_t{4}, std::size_t{7}})
    if (digits.size() > at) digits.insert(at, "-");
  return digits;
}

}  // namespace

SlotCounts counted(const Xapian::ValueCountMatchSpy& spy) {
  SlotCounts counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    counts.emplace(*value, value.get_termfreq());
  return counts;
}

SlotCounts counted(unsigned slot, const std::vector<Bits>& matches,
                   const std::vector<Shard>& shards) {
  SlotCounts counts;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    SlotValues values(shards[i].reader, slot);
    std::unordered_map<std::string_view, std::uint64_t> of_shard;
    matches[i].for_each([&](std::uint32_t docid) {
      const std::string_view value = values.value(docid);
      if (!value.empty()) ++of_shard[value];
    });
    for (const auto& [value, count] : of_shard) {
      const auto found = counts.find(value);
      if (found == counts.end())
        counts.emplace(value, count);
      else
        found->second += count;
    }
  }
  return counts;
}

FacetCounts sum_up(const FacetRequest& request, const SlotCounts& slot_counts) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [text, count] : slot_counts) {
    if (request.facet->width > 0) {
      counts[with_dashes(text.substr(0, request.facet->width))] += count;
      continue;
    }
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find(kListSeparator, from), text.size());
      counts[text.substr(from, end - from)] += count;
      from = end + 1;
    }
  }
  FacetCounts result{request.facet, {}, counts.size()};
  for (const auto& [value, count] : counts) result.values.push_back({value, count});
  std::ranges::stable_sort(result.values, std::greater<>(), &FacetValue::count);
  if (result.values.size() > request.limit) result.values.resize(request.limit);
  return result;
}

}  // namespace backfile
