// Newer articles rank higher: what an article weighs by its words, and beside it
// a bonus that halves with every half-life of its age.
//
//   bonus = 0.6 * weight of the query's best hit * 2 ^ (-age / half-life)
//
// So a new article of half the best relevance (0.5 + 0.6) goes before an old one
// of the best (1), and one of a third (0.33 + 0.6) does not. The best hit is that
// of the query without filters: they narrow, and change no order. A query without
// words gives newest first. What texts say beside (rerank.h) is left out then.
//
// Ages count from today; in an archive that ended before, from its newest day, for
// there as well some articles are newer than others. What is dated later counts as
// of that day. Undated articles and those of more than eight half-lives (1/256)
// get nothing.
//
// The bonus is a posting source of Xapian's own over the days, with a weight for
// each: a stock Xapian server can run it, which a formula of ours it could not.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <xapian.h>

namespace backfile {

struct Recency {
  std::chrono::days half_life;
  std::chrono::sys_days today;
};

// Days of `30d`, `2w`, `6m` or `2y`. Empty for anything else, and for less than a day or more than
// six years, of which eight are more days than there are weights for.
std::optional<std::chrono::days> parse_half_life(std::string_view text);

// `query` with the bonus; the same articles match. `best` is the best hit's weight (match/bm25.h).
Xapian::Query with_recency(const Xapian::Query& query, const Recency& recency, double best,
                           const Xapian::Database& database);

}  // namespace backfile
