#include "searcher/saved/new_articles.h"

#include <limits>
#include <utility>

namespace backfile {
namespace {

void append_ids(const std::vector<Hit>& hits, std::vector<std::string>& ids) {
  for (const Hit& hit : hits) ids.push_back(hit.article.id);
}

// Of all that matches.
std::variant<std::vector<std::string>, QueryError> all_ids(const SearchRequest& asked,
                                                           Searcher& searcher) {
  SearchRequest request;
  request.query = asked.query;
  request.filters = asked.filters;
  request.similar = asked.similar;
  request.today = asked.today;
  request.limit = std::numeric_limits<std::size_t>::max();
  request.sort = request.similar ? Sort::kRelevance : Sort::kOldest;
  request.snippet_characters = 0;
  auto found = searcher.search_in_pages(request);
  if (auto* error = std::get_if<QueryError>(&found)) return std::move(*error);
  auto& [result, more] = std::get<PagedAnswer>(found);
  std::vector<std::string> ids;
  for (auto hits = more(); !hits.empty(); hits = more()) append_ids(hits, ids);
  return ids;
}

}  // namespace

std::variant<PagedAnswer, QueryError> NewArticles::search(SearchRequest request, bool has_limit,
                                                          Searcher& searcher) {
  if (seen_.is_first()) {
    auto ids = all_ids(request, searcher);
    if (auto* error = std::get_if<QueryError>(&ids)) return std::move(*error);
    shown_ = std::get<std::vector<std::string>>(std::move(ids));
  } else {
    request.filters.excluded_ids = seen_.ids();
    if (!has_limit) request.limit = std::numeric_limits<std::size_t>::max();
  }
  auto found = searcher.search_in_pages(request);
  auto* answer = std::get_if<PagedAnswer>(&found);
  if (!answer) return found;
  append_ids(answer->result.hits, shown_);
  answer->more = [this, more = std::move(answer->more)] {
    std::vector<Hit> hits = more();
    append_ids(hits, shown_);
    return hits;
  };
  return found;
}

void NewArticles::note_shown() { seen_.add(shown_); }

}  // namespace backfile
