// What some articles have that others have not: the words and names that are in
// more of them than chance explains, by Dunning's log-likelihood ratio G2
// ("Accurate methods for the statistics of surprise and coincidence",
// Computational Linguistics 19, 1993) of the numbers of articles with and without
// the word, here and there. Only articles of the word's language are compared, or
// all that is English would be telling in an archive with other languages.
//
// What may be telling is taken from samples of both (word_sample.h); of the best of it
// all articles are counted, as a query for it finds them.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/archive.h"
#include "searcher/article_set.h"
#include "searcher/query/planner.h"
#include "searcher/result.h"
#include "searcher/word_sample.h"

namespace backfile {

// Compares sets of articles with all that they are part of.
class WordContrast {
 public:
  // What was `asked` for is no news where each of the articles has it, nor where they are all that
  // have it. All of them outlive this.
  WordContrast(const ArticleSet& all, const Wanted& asked, const Archive& archive);

  // At most `max` words that `articles`, a part of all, have and the rest of all has not, the most
  // telling first. A word that hardly ever stands outside of a name is left to the name.
  std::vector<SignificantWord> words_of(const ArticleSet& articles, std::size_t max) const;

 private:
  const ArticleSet& all_;
  const Wanted& asked_;
  const Archive& archive_;
  WordSample sample_;  // of all
};

}  // namespace backfile
