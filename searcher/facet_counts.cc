#include "searcher/facet_counts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>

#include "common/terms.h"

namespace backfile {
namespace {

// "202411" -> "2024-11"
std::string with_dashes(std::string digits) {
  for (std::size_t at : {std::size_t{4}, std::size_t{7}})
    if (digits.size() > at) digits.insert(at, "-");
  return digits;
}

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

void add(Counts& counts, std::string_view value, std::uint64_t count) {
  const auto found = counts.find(value);
  if (found == counts.end())
    counts.emplace(value, count);
  else
    found->second += count;
}

// `text` is a slot's value.
void add_slot_value(const Facet& facet, std::string_view text, std::uint64_t count,
                    Counts& counts) {
  if (facet.width > 0)
    return add(counts, with_dashes(std::string(text.substr(0, facet.width))), count);
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(kListSeparator, from), text.size());
    add(counts, text.substr(from, end - from), count);
    from = end + 1;
  }
}

FacetCounts most_frequent(const FacetRequest& request, const Counts& counts) {
  FacetCounts result{request.facet, {}, counts.size()};
  for (const auto& [value, count] : counts) result.values.push_back({value, count});
  std::ranges::stable_sort(result.values, std::greater<>(), &FacetValue::count);
  if (result.values.size() > request.limit) result.values.resize(request.limit);
  return result;
}

// What the terms of a facet's values begin with.
std::string term_prefix(const Facet& facet) {
  if (facet.field) return value_term(*facet.field, {});
  return std::string(facet.width == 4 ? kYearPrefix : facet.width == 6 ? kMonthPrefix : kDayPrefix);
}

// False when a value is too long to stand in a term.
bool count_by_terms(const Facet& facet, const std::vector<Bits>& matches,
                    const std::vector<Shard>& shards, Counts& counts) {
  bool is_whole = true;
  const std::string prefix = term_prefix(facet);
  for (std::size_t i = 0; i < shards.size(); ++i)
    for_each_term(shards[i].reader, prefix, [&](std::string_view term, PostingList& list) {
      is_whole = is_whole && term.size() < kCutTermBytes;
      std::uint64_t count = 0;
      while (true) {
        const std::vector<Posting>& chunk = list.next();
        if (chunk.empty()) break;
        for (const Posting& posting : chunk) count += matches[i].has(posting.docid) ? 1 : 0;
      }
      const std::string value(term.substr(prefix.size()));
      if (count > 0) add(counts, facet.field ? value : with_dashes(value), count);
    });
  return is_whole;
}

void count_by_values(const Facet& facet, const std::vector<Bits>& matches,
                     const std::vector<Shard>& shards, Counts& counts) {
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

FacetCounts count_values(const FacetRequest& request, const Xapian::ValueCountMatchSpy& spy) {
  Counts counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    add_slot_value(*request.facet, *value, value.get_termfreq(), counts);
  return most_frequent(request, counts);
}

FacetCounts count_values(const FacetRequest& request, const std::vector<Bits>& matches,
                         const std::vector<Shard>& shards) {
  // A term's posting costs about a tenth of a value.
  constexpr std::size_t kPostingsOfValue = 10;
  std::size_t found = 0;
  std::size_t documents = 0;
  for (const Bits& each : matches) found += each.count();
  for (const Shard& shard : shards) documents += shard.reader.documents();
  Counts counts;
  if (found * kPostingsOfValue < documents ||
      !count_by_terms(*request.facet, matches, shards, counts)) {
    counts.clear();
    count_by_values(*request.facet, matches, shards, counts);
  }
  return most_frequent(request, counts);
}

}  // namespace backfile
