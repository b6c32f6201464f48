// Answers as tests compare them.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "searcher/search.h"

namespace backfile {

inline constexpr std::chrono::sys_days kToday = std::chrono::year(2024) / 11 / 17;

// The hundred best hits for a query, without snippets.
inline SearchRequest request_for(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  request.limit = 100;
  request.snippet_characters = 0;
  request.today = kToday;
  return request;
}

inline SearchResult answer(const SearchRequest& request, Archive& archive) {
  auto found = search(request, archive);
  if (const auto* error = std::get_if<QueryError>(&found)) throw std::runtime_error(error->message);
  return std::get<SearchResult>(std::move(found));
}

inline std::vector<std::string> ids(const SearchResult& result) {
  std::vector<std::string> all;
  for (const Hit& hit : result.hits) all.push_back(hit.article.id);
  return all;
}

// "a b c", in order of the hits.
inline std::string id_line(const SearchResult& result) {
  std::string line;
  for (const Hit& hit : result.hits) line.append(line.empty() ? "" : " ").append(hit.article.id);
  return line;
}

// The same in alphabetical order, for what has no order of its own.
inline std::string sorted_ids(SearchResult result) {
  std::ranges::sort(result.hits, {}, [](const Hit& hit) { return hit.article.id; });
  return id_line(result);
}

// "value count, value count".
inline std::string facet_line(const FacetCounts& facet) {
  std::string line;
  for (const FacetValue& value : facet.values)
    line.append(line.empty() ? "" : ", ").append(value.value + " " + std::to_string(value.count));
  return line;
}

}  // namespace backfile
