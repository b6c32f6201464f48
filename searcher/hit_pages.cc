#include "searcher/hit_pages.h"

#include <algorithm>
#include <utility>

#include "searcher/snippet.h"

namespace backfile {

HitPages::HitPages(std::vector<Match> matches, std::vector<Article> first, Wanted wanted,
                   const SearchRequest& request, HitGroups groups, const Archive& archive)
    : matches_(std::move(matches)),
      first_(std::move(first)),
      wanted_(std::move(wanted)),
      offset_(request.offset),
      snippet_characters_(request.snippet_characters),
      groups_(std::move(groups)),
      archive_(archive),
      database_(archive.database()) {}

std::vector<Hit> HitPages::next(std::size_t max) {
  std::vector<Hit> hits;
  const std::size_t end = done_ + std::min(max, matches_.size() - done_);
  hits.reserve(end - done_);
  for (; done_ < end; ++done_) hits.push_back(make_hit(done_));
  return hits;
}

Hit HitPages::make_hit(std::size_t number) {
  const Match& match = matches_[number];
  Hit hit;
  hit.rank = offset_ + number + 1;
  hit.score = match.score;
  hit.article = number < first_.size() ? std::move(first_[number])
                                       : archive_.article(database_.get_document(match.docid));
  groups_.mark(match.docid, hit);
  const Article& article = hit.article;
  hit.title_highlights = find_matches(article.title, article.language, wanted_, analyzer_);
  if (snippet_characters_ == 0) return hit;
  const auto matches = find_matches(article.body, article.language, wanted_, analyzer_);
  hit.snippet = make_snippet(article.body, matches, snippet_characters_);
  return hit;
}

}  // namespace backfile
