// The best of all matches on local archives.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/copies.h"
#include "searcher/match/evaluator.h"
#include "searcher/request.h"

namespace backfile {

struct Match {
  Xapian::docid docid = 0;  // of the archive's database
  double score = 0;
};

struct TopHits {
  std::uint64_t total = 0;
  std::uint64_t groups = 0;   // the same with near-copies counted once, if they are to be
  std::vector<Match> best;    // in order; ties by newest, then id
  std::vector<Bits> matches;  // by shard
};

// At most `count` of the best; with `copies`, of each group of near-copies the best one alone.
TopHits top_hits(const MatchNode& match, const Collection& collection, Sort sort, std::size_t count,
                 const Copies* copies = nullptr);

}  // namespace backfile
