// A search of what was not shown before: leaves out the articles of a file, and
// notes there what is shown, once it is.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "searcher/saved/seen_articles.h"
#include "searcher/searcher.h"

namespace backfile {

class NewArticles {
 public:
  explicit NewArticles(std::string file) : seen_(std::move(file)) {}

  // The answer to `request`, page by page: the first time as it is, later on without what was
  // shown, and all of it unless `has_limit`.
  std::variant<PagedAnswer, QueryError> search(SearchRequest request, bool has_limit,
                                               Searcher& searcher);

  // To be called when the answer was printed: notes the hits; the first time all that matches.
  // Throws Error when that fails: the same articles are new the next time, too.
  void note_shown();

 private:
  SeenArticles seen_;
  std::vector<std::string> shown_;
};

}  // namespace backfile
