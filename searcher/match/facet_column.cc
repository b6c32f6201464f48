#include "searcher/match/facet_column.h"

#include <utility>

#include "common/terms.h"

namespace backfile {

std::string term_prefix(const Facet& facet) {
  if (facet.field) return value_term(*facet.field, {});
  return std::string(facet.width == 4 ? kYearPrefix : facet.width == 6 ? kMonthPrefix : kDayPrefix);
}

FacetColumn::FacetColumn(const Facet& facet, const SegmentReader& segment)
    : begins_(segment.last_docid() + std::size_t{2}) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // documents, values
  const std::string prefix = term_prefix(facet);
  for_each_term(segment, prefix, [&](std::string_view term, PostingList& list) {
    is_whole_ = is_whole_ && term.size() < kCutTermBytes;
    const auto number = std::uint32_t(values_.size());
    std::string value(term.substr(prefix.size()));
    values_.push_back(facet.field ? std::move(value) : date_with_dashes(std::move(value)));
    list.for_each([&](const Posting& posting) { places.emplace_back(posting.docid, number); });
  });
  for (const auto& [docid, number] : places) ++begins_[docid + 1];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  numbers_.resize(places.size());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (const auto& [docid, number] : places) numbers_[next[docid]++] = number;
}

std::string date_with_dashes(std::string digits) {
  for (const std::size_t at : {std::size_t{4}, std::size_t{7}})
    if (digits.size() > at) digits.insert(at, "-");
  return digits;
}

}  // namespace backfile
