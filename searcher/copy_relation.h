// What a near-copy has of the article that it is a copy of: by shingles, five
// words in a row each, and by sentences that it leaves out.
#pragma once

#include <string>

#include "common/article.h"

namespace backfile {

struct CopyRelation {
  double kept = 0;   // share of the first one's shingles that the copy has
  double added = 0;  // share of the copy's shingles that the first one lacks
  std::string cut;   // sentences of the first one that the copy lacks, in their order
};

// `first` and `copy` may have no words: nothing is kept then.
CopyRelation relation(const Article& first, const Article& copy);

}  // namespace backfile
