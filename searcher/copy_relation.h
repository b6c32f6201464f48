// What a near-copy has of the article that it is a copy of: by shingles, five
// words in a row each, and by sentences that it leaves out.
#pragma once

#include "common/article.h"
#include "searcher/result.h"

namespace backfile {

// `first` and `copy` may have no words: nothing is kept then.
CopyRelation relation(const Article& first, const Article& copy);

}  // namespace backfile
