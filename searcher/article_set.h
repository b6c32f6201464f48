// The articles that match, to be counted again in other ways: by the bits of our
// own matcher where the archives are local, else by Xapian. Both count alike.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <xapian.h>

#include "searcher/facet_counts.h"
#include "searcher/match/match_tree.h"
#include "searcher/timeline_step.h"

namespace backfile {

// One thread at a time; what it was made of outlives it.
class ArticleSet {
 public:
  ArticleSet() = default;
  ArticleSet(const ArticleSet&) = delete;
  ArticleSet& operator=(const ArticleSet&) = delete;
  virtual ~ArticleSet() = default;

  virtual std::uint64_t size() const = 0;
  virtual ValueCounts values(const Facet& facet) const = 0;
  // By periods, or days of these.
  virtual ValueCounts periods(TimelineStep step) const { return values(facet_of(step)); }
  // Those of them that match `node`: how many, and as a set.
  virtual std::uint64_t count(const MatchNode& node) const = 0;
  virtual std::unique_ptr<ArticleSet> narrowed(const MatchNode& node) const = 0;
  // At most `max` of them, evenly spaced in the order of their numbers in the database: of the same
  // articles the same ones, whoever matches.
  virtual std::vector<Xapian::docid> sample(std::size_t max) const = 0;
  // Which of the documents, in ascending order, are among them.
  virtual std::vector<bool> has(const std::vector<Xapian::docid>& docids) const = 0;
};

// Of matches by shard, as top_hits() gives them.
std::unique_ptr<ArticleSet> local_articles(std::vector<Bits> matches, const Collection& collection);
// What `match` matches.
std::unique_ptr<ArticleSet> local_articles(const MatchNode& match, const Collection& collection);

// What `query` matches with `min_weight` at least. `spies` have counted these articles already.
using Spies = std::map<Xapian::valueno, Xapian::ValueCountMatchSpy>;
std::unique_ptr<ArticleSet> engine_articles(const Xapian::Query& query, double min_weight,
                                            const Xapian::Database& database);
std::unique_ptr<ArticleSet> engine_articles(const Xapian::Query& query, double min_weight,
                                            const Xapian::Database& database, std::uint64_t size,
                                            Spies spies);

}  // namespace backfile
