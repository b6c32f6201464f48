// Matches of which near-copies count once: each group of them is one thing, in
// totals, facets and timelines. A group has all values that its matching articles
// have, and counts once for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/archive.h"
#include "searcher/article_set.h"
#include "searcher/copies.h"

namespace backfile {

// Matching articles that are in a group, by docid.
std::vector<Copies::Member> grouped_members(const ArticleSet& articles, const Copies& copies);

// `archive` outlives what is returned, and is not reopened.
std::unique_ptr<ArticleSet> by_group(std::unique_ptr<ArticleSet> articles, const Archive& archive);

}  // namespace backfile
