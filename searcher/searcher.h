// Archives opened to be searched: the C++ interface of libbackfile.
//
//   backfile::Searcher searcher({"news", "tcp://archive.example:7200"});
//   backfile::SearchRequest request;
//   request.query = "harbour strike";
//   request.facets.push_back({backfile::facet_by_name("source"), 5});
//   const auto found = searcher.search(request);
//   if (const auto* result = std::get_if<backfile::SearchResult>(&found))
//     for (const backfile::Hit& hit : result->hits) std::cout << hit.article.title << '\n';
//
// What is asked and answered are plain values: searcher/request.h, searcher/result.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/article.h"
#include "common/error.h"
#include "searcher/open_options.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace backfile {

class Archive;

// An answer of which the hits are still to come, in the memory of a page at a time. The searcher
// that gave it outlives it; what is open when it begins stays open to its end.
struct PagedAnswer {
  SearchResult result;  // its time is that until the first hit
  MoreHits more;
};

// One thread at a time; as many threads as you like with one each. Every call sees what a writer
// has committed before it; of servers, what was there ten seconds ago at the latest. All throw
// Error when an archive cannot be read, or a server does not answer.
class Searcher {
 public:
  // Each of `archives` is a folder that backfile-index made, tcp://host:port of a Xapian server, or
  // @FILE with a list of such; all are searched as one.
  explicit Searcher(const std::vector<std::string>& archives, const OpenOptions& options = {});
  Searcher(Searcher&& other) noexcept;
  Searcher& operator=(Searcher&& other) noexcept;
  ~Searcher();

  // A query that cannot be understood, or asks for what does not go together, is a QueryError; so
  // is likeness to an id that no article has.
  std::variant<SearchResult, QueryError> search(const SearchRequest& request);
  std::variant<PagedAnswer, QueryError> search_in_pages(const SearchRequest& request);

  // The article with that id.
  std::optional<Article> find(const std::string& id);
  // Its text as it came; nothing also when it was not kept.
  std::optional<std::string> find_raw(const std::string& id);

 private:
  std::unique_ptr<Archive> archive_;
};

}  // namespace backfile
