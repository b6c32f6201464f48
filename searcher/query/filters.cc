#include "searcher/query/filters.h"

#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "common/error.h"
#include "common/terms.h"
#include "searcher/query/dates.h"

namespace backfile {
namespace {

std::optional<DateRange> period_of(const Filter& filter) {
  // The facets' values are cut by digits, a period is written with dashes: 4, 6, 8 -> 4, 7, 10.
  const std::size_t written = filter.facet->width + (filter.facet->width - 4) / 2;
  if (filter.value.size() != written || filter.value.starts_with('-')) return std::nullopt;
  const auto period = parse_period(filter.value, {});
  if (!period) return std::nullopt;
  return DateRange{period->first, period->last};
}

// The terms of which an article has one when it has the filter's value.
std::vector<std::string> terms_of(const Filter& filter, const Vocabulary& vocabulary) {
  if (filter.facet->field) return {value_term(*filter.facet->field, filter.value)};
  return vocabulary.present(date_terms(period_of(filter).value(), vocabulary.years()));
}

void append(std::vector<std::string>& terms, std::vector<std::string> more) {
  terms.insert(terms.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

void check_filter(const Filter& filter) {
  if (filter.facet->field || period_of(filter)) return;
  throw Error(fmt::format("not a {}", filter.facet->name), filter.value,
              "write 2024 for a year, 2024-11 for a month, 2024-11-17 for a day");
}

MatchNode dated_match(const DateRange& range, const Vocabulary& vocabulary) {
  return MatchNode::any(vocabulary.present(date_terms(range, vocabulary.years())));
}

MatchNode filtered(MatchNode match, const Filters& filters, const Vocabulary& vocabulary) {
  std::map<std::string_view, std::vector<std::string>> required;
  for (const Filter& filter : filters.required)
    append(required[filter.facet->name], terms_of(filter, vocabulary));
  using Type = MatchNode::Type;
  for (auto& [name, terms] : required)
    match = MatchNode::of(Type::kFilter, std::move(match), MatchNode::any(std::move(terms)));
  if (filters.dates.from || filters.dates.to)
    match = MatchNode::of(Type::kFilter, std::move(match), dated_match(filters.dates, vocabulary));
  std::vector<std::string> excluded;
  for (const Filter& filter : filters.excluded) append(excluded, terms_of(filter, vocabulary));
  for (const std::string& id : filters.excluded_ids)
    excluded.push_back(value_term(*field_by_name("id"), id));
  if (excluded.empty()) return match;
  return MatchNode::of(Type::kAndNot, std::move(match), MatchNode::any(std::move(excluded)));
}

}  // namespace backfile
