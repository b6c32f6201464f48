// Matches -> hits, a page at a time: any number of hits takes the memory of one
// page, and of a few bytes a match.
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "searcher/archive.h"
#include "searcher/hit_groups.h"
#include "searcher/match/top_hits.h"
#include "searcher/query/planner.h"
#include "searcher/search.h"

namespace backfile {

class HitPages {
 public:
  // `matches` in order, the first of them that of offset `request.offset`, of the database that
  // `archive` has open: all hits are of that, also when the archive is reopened meanwhile.
  // `first`: the articles of as many of the first matches as were read already. `archive` outlives
  // the pages.
  HitPages(std::vector<Match> matches, std::vector<Article> first, Wanted wanted,
           const SearchRequest& request, HitGroups groups, const Archive& archive);

  // The next hits, so many at the most; none at the end. Throws Xapian::Error when the archive
  // cannot be read.
  std::vector<Hit> next(std::size_t max = 1000);

 private:
  Hit make_hit(std::size_t number);

  std::vector<Match> matches_;
  std::vector<Article> first_;
  Wanted wanted_;
  std::size_t offset_;
  std::size_t snippet_characters_;
  HitGroups groups_;
  const Archive& archive_;
  Xapian::Database database_;
  Analyzer analyzer_;
  std::size_t done_ = 0;
};

// An answer of which the hits are still to come.
struct PagedResult {
  SearchResult result;  // its time is that until the first hit
  HitPages pages;
};

// As search(), which tries again until the first hit; from there on what is open stays open.
std::variant<PagedResult, QueryError> search_in_pages(const SearchRequest& request,
                                                      Archive& archive);

}  // namespace backfile
