// Why hits have their scores, part by part: what the engine says of each part of
// the query alone, and what re-ranking added. The parts add up to the score.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/match/match_tree.h"
#include "searcher/rerank.h"
#include "searcher/result.h"

namespace backfile {

// Fills in the explanations of `hits`. `match` is what gave the scores, `reranked` the articles
// whose order was changed; `rest` names what is in a score beside ("recency"), if anything.
void explain(const MatchNode& match, const std::vector<Candidate>& reranked, std::string_view rest,
             const Xapian::Database& database, std::vector<Hit>& hits);

}  // namespace backfile
