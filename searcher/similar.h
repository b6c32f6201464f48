// More like this: the articles that have much of what an article is about.
//
// The query is an OR of the article's significant terms (significant_terms.h),
// each scaled by its frequency in the article. What the article itself would
// weigh is the measure of likeness: whatever weighs less than a part of it is no
// hit, so that a word or two in common are no likeness. All of it are terms and
// a least weight, which a stock Xapian server can run.
#pragma once

#include <xapian.h>

#include "common/article.h"
#include "searcher/query/planner.h"

namespace backfile {

// Among the articles of `narrowed`, without `article` itself. They are weighed by their likeness
// alone; snippets show words in common, and what `narrowed` wants.
Plan plan_similar(const Article& article, Plan narrowed, const Xapian::Database& database);

}  // namespace backfile
