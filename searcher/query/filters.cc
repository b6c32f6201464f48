#include "searcher/query/filters.h"

#include <map>

#include <fmt/format.h>

#include "common/error.h"
#include "common/terms.h"
#include "searcher/query/dates.h"

namespace backfile {
namespace {

using Query = Xapian::Query;

std::optional<DateRange> period_of(const Filter& filter) {
  // The facets' values are cut by digits, a period is written with dashes: 4, 6, 8 -> 4, 7, 10.
  const std::size_t written = filter.facet->width + (filter.facet->width - 4) / 2;
  if (filter.value.size() != written || filter.value.starts_with('-')) return std::nullopt;
  const auto period = parse_period(filter.value, {});
  if (!period) return std::nullopt;
  return DateRange{period->first, period->last};
}

Query filter_query(const Filter& filter, const Vocabulary& vocabulary) {
  if (filter.facet->field) return Query(value_term(*filter.facet->field, filter.value));
  return dated_query(period_of(filter).value(), vocabulary);
}

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace

void check_filter(const Filter& filter) {
  if (filter.facet->field || period_of(filter)) return;
  throw Error(fmt::format("not a {}", filter.facet->name), filter.value,
              "write 2024 for a year, 2024-11 for a month, 2024-11-17 for a day");
}

Query dated_query(const DateRange& range, const Vocabulary& vocabulary) {
  const std::vector<std::string> terms = vocabulary.present(date_terms(range, vocabulary.years()));
  return {Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, terms.begin(), terms.end()), 0.0};
}

Query filtered(Query query, const Filters& filters, const Vocabulary& vocabulary) {
  std::map<std::string_view, std::vector<Query>> required;
  for (const Filter& filter : filters.required)
    required[filter.facet->name].push_back(filter_query(filter, vocabulary));
  for (const auto& [name, values] : required)
    query = Query(Query::OP_FILTER, query, any_of(values));
  if (filters.dates.from || filters.dates.to)
    query = Query(Query::OP_FILTER, query, dated_query(filters.dates, vocabulary));
  std::vector<Query> excluded;
  for (const Filter& filter : filters.excluded)
    excluded.push_back(filter_query(filter, vocabulary));
  if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, any_of(excluded));
  return query;
}

}  // namespace backfile
