#include "searcher/request_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/error.h"
#include "searcher/query/filters.h"
#include "searcher/recency.h"

namespace backfile {
namespace {

template <class Value, std::size_t kSize>
using Choices = std::array<std::pair<std::string_view, Value>, kSize>;

constexpr Choices<Sort, 3> kSorts = {
    {{"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}}};

constexpr Choices<FacetMode, 2> kFacetModes = {
    {{"and", FacetMode::kAnd}, {"multi", FacetMode::kMulti}}};

constexpr Choices<TimelineStep, 4> kSteps = {{{"year", TimelineStep::kYear},
                                              {"month", TimelineStep::kMonth},
                                              {"week", TimelineStep::kWeek},
                                              {"day", TimelineStep::kDay}}};

constexpr Choices<bool, 2> kTotals = {{{"exact", false}, {"about", true}}};

// What counts beside the fields.
constexpr std::string_view kWords = "words";

std::string place(std::string_view what, std::string_view text) {
  return fmt::format("{} {}", what, text);
}

template <class Table>
auto choice_of(std::string_view what, std::string_view text, const Table& table) {
  std::string names;
  for (const auto& [name, value] : table) {
    if (name == text) return value;
    names.append(names.empty() ? "" : ", ").append(name);
  }
  throw Error("not a choice of this version", place(what, text), "use " + names);
}

const Facet* counted_facet(std::string_view what, const std::string& name) {
  if (const Facet* facet = facet_by_name(name)) return facet;
  throw Error("no such field", place(what, name), "fields are " + facet_names() + ", and words");
}

std::size_t facet_limit(std::string_view what, const std::string& text, std::size_t colon) {
  if (colon == std::string::npos) return FacetRequest().limit;
  if (text.substr(colon + 1) == "all") return FacetRequest::kAll;
  std::size_t limit = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, limit);
  if (error != std::errc() || rest != end || limit == 0)
    throw Error("not a number of values", place(what, text), "write as in source:20 or source:all");
  return limit;
}

}  // namespace

Sort parse_sort(std::string_view what, std::string_view text) {
  return choice_of(what, text, kSorts);
}

FacetMode parse_facet_mode(std::string_view what, std::string_view text) {
  return choice_of(what, text, kFacetModes);
}

TimelineStep parse_step(std::string_view what, std::string_view text) {
  return choice_of(what, text, kSteps);
}

bool parse_total(std::string_view what, std::string_view text) {
  return choice_of(what, text, kTotals);
}

Period parse_days(std::string_view what, std::string_view text, std::chrono::sys_days today) {
  const auto period = parse_period(text, today);
  if (!period)
    throw Error("not a date", place(what, text), "use 2024, 2024-11, 2024-11-17, -30d, -6m or -2y");
  return *period;
}

std::chrono::days parse_recency(std::string_view what, std::string_view text) {
  const auto half_life = parse_half_life(text);
  if (!half_life)
    throw Error("not a half-life", place(what, text), "write 30d, 2w, 6m or 2y, of 1d to 6y");
  return *half_life;
}

Filter parse_filter(std::string_view what, const std::string& name, std::string value) {
  const Facet* const facet = facet_by_name(name);
  if (!facet && name == kWords)
    throw Error("words are counted, not filtered by", place(what, name),
                "put the word into the query");
  if (!facet) throw Error("no such field", place(what, name), "fields are " + facet_names());
  Filter filter{facet, std::move(value)};
  check_filter(filter);
  return filter;
}

void add_facet(std::string_view what, const std::string& text, SearchRequest& request) {
  const auto colon = text.find(':');
  const std::string name = text.substr(0, colon);
  const std::size_t limit = facet_limit(what, text, colon);
  if (name == kWords) {
    if (!request.words) request.words = limit;
    return;
  }
  const Facet* const facet = counted_facet(what, name);
  const auto same = [&](const FacetRequest& other) { return other.facet == facet; };
  if (std::ranges::none_of(request.facets, same)) request.facets.push_back({facet, limit});
}

void check_request(const SearchRequest& request) {
  const DateRange& dates = request.filters.dates;
  if (dates.from && dates.to && *dates.from > *dates.to)
    throw Error("the first day lies after the last one",
                to_iso(*dates.from) + " to " + to_iso(*dates.to), "exchange the two");
}

}  // namespace backfile
