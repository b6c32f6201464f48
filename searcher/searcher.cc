#include "searcher/searcher.h"

#include <utility>

#include <xapian.h>

#include "common/stored.h"
#include "common/utf8.h"
#include "searcher/hit_pages.h"
#include "searcher/search.h"

namespace backfile {
namespace {

// What `made` gives, without exceptions of the engine.
template <class Made>
auto guarded(Made made) -> decltype(made()) {
  try {
    return made();
  } catch (const Xapian::Error& error) {
    throw Error("the archive cannot be read", clean_line(error.get_context()),
                clean_line(error.get_msg()));
  }
}

// With today's date where there is none.
SearchRequest dated(SearchRequest request) {
  if (request.today == std::chrono::sys_days())
    request.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return request;
}

}  // namespace

Searcher::Searcher(const std::vector<std::string>& archives, const OpenOptions& options)
    : archive_(guarded([&] { return std::make_unique<Archive>(archives, options); })) {}

Searcher::Searcher(Searcher&& other) noexcept = default;
Searcher& Searcher::operator=(Searcher&& other) noexcept = default;
Searcher::~Searcher() = default;

std::variant<SearchResult, QueryError> Searcher::search(const SearchRequest& request) {
  return guarded([&] {
    archive_->refresh();
    return backfile::search(dated(request), *archive_);
  });
}

std::variant<PagedAnswer, QueryError> Searcher::search_in_pages(const SearchRequest& request) {
  return guarded([&]() -> std::variant<PagedAnswer, QueryError> {
    archive_->refresh();
    auto found = backfile::search_in_pages(dated(request), *archive_);
    if (auto* error = std::get_if<QueryError>(&found)) return std::move(*error);
    auto& [result, pages] = std::get<PagedResult>(found);
    const auto rest = std::make_shared<HitPages>(std::move(pages));
    return PagedAnswer{std::move(result),
                       [rest] { return guarded([&rest] { return rest->next(); }); }};
  });
}

std::optional<Article> Searcher::find(const std::string& id) {
  return guarded([&] {
    archive_->refresh();
    return archive_->find(id);
  });
}

std::optional<std::string> Searcher::find_raw(const std::string& id) {
  return guarded([&]() -> std::optional<std::string> {
    archive_->refresh();
    const auto stored = archive_->find_stored(id);
    if (!stored) return std::nullopt;
    return raw_text_of(*stored);
  });
}

}  // namespace backfile
