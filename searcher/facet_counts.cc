#include "searcher/facet_counts.h"

#include <algorithm>
#include <map>

namespace backfile {
namespace {

// "202411" -> "2024-11"
std::string with_dashes(std::string digits) {
  for (std::size_t at : {std::size_t{4}, std::size_t{7}})
    if (digits.size() > at) digits.insert(at, "-");
  return digits;
}

}  // namespace

FacetCounts sum_up(const FacetRequest& request, const Xapian::ValueCountMatchSpy& spy) {
  std::map<std::string, std::uint64_t> counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    const std::string text = *value;
    const std::uint64_t count = value.get_termfreq();
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
