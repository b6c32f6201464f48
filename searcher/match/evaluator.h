// Our own matcher, for local archives: which documents of a segment match, and
// their scores, which are those that Xapian's BM25 gives. Documents are sets of
// bits, so counting all matches, or joining sets, is next to nothing; the time goes
// into reading posting lists, once for the matches and once for the scores.
//
// Positions are looked at only in documents that have all the words. What only
// Xapian can match (MatchNode::Type::kEngine) is joined with the rest.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/glass/segment_reader.h"
#include "searcher/match/bits.h"
#include "searcher/match/facet_column.h"
#include "searcher/match/match_tree.h"

namespace backfile {

// A segment among the databases that are searched as one.
struct Shard {
  SegmentReader reader;
  FacetColumns columns = {};
  std::size_t number = 0;  // from 0, of all databases, those without documents too
};

// A document, by the place of its shard among all and its number there.
struct ShardDocument {
  std::size_t shard;
  std::uint32_t docid;
};
// That of a document of all `databases` as one, which is in a shard.
ShardDocument place_of(Xapian::docid docid, const std::vector<Shard>& shards,
                       std::size_t databases);

// The inverse: the document of all `databases` that is `local` in the one with that number, from 0.
constexpr Xapian::docid docid_among_all(std::uint32_t local, std::size_t number,
                                        std::size_t databases) {
  return Xapian::docid((local - 1) * databases + number + 1);
}

// What documents in shards, in ascending order, have in a slot; empty for nothing.
std::vector<std::string> slot_values(const std::vector<Xapian::docid>& docids, unsigned slot,
                                     const std::vector<Shard>& shards, std::size_t databases);

// The databases as one.
struct Collection {
  const Xapian::Database& database;
  std::vector<Shard>& shards;
  std::size_t databases = 1;

  // Documents that have the term.
  Xapian::doccount frequency(std::string_view term) const {
    Xapian::doccount sum = 0;
    for (const Shard& shard : shards) sum += PostingList(shard.reader, term).size();
    return sum;
  }
  // Of the database, for a document of a shard.
  Xapian::docid docid(const Shard& shard, std::uint32_t local) const {
    return docid_among_all(local, shard.number, databases);
  }
};

class Evaluator {
 public:
  // Both outlive this.
  Evaluator(const MatchNode& root, const Collection& collection);
  ~Evaluator();

  // The matches in a shard, and, if they are wanted, their scores by docid, 0 for other documents.
  Bits matches(Shard& shard) {
    postings_.clear();
    return bits(root_, shard, nullptr);
  }
  // Those among the documents of `within`.
  Bits matches(Shard& shard, const Bits& within) {
    postings_.clear();
    Bits found = bits(root_, shard, &within);
    found &= within;
    return found;
  }
  std::vector<double> scores(Shard& shard, const Bits& matches);

  // Whether any match has a score but 0.
  bool has_scores() const { return !weights_.empty() || !engine_.empty(); }

 private:
  // What Xapian matched: documents of a shard in order, with their scores.
  using EngineMatches = std::vector<std::pair<std::uint32_t, double>>;

  void prepare(const MatchNode& node);
  void match_by_engine(const MatchNode& node);
  double weight_of(const MatchNode& word) const;
  Xapian::doccount frequency(const std::vector<std::string>& terms) const;

  // `within`: where it is enough to look; not all else is left out.
  Bits bits(const MatchNode& node, Shard& shard, const Bits* within);
  Bits combined_bits(const MatchNode& node, Shard& shard, const Bits* within);
  static Bits span_bits(const SpanQuery& spans, const Shard& shard, const Bits& within);
  Bits term_bits(const MatchNode& node, Shard& shard);
  void add_scores(const MatchNode& node, double factor, const Bits& of, Shard& shard,
                  std::vector<double>& scores);
  void add_word_scores(const MatchNode& word, double weight, const Bits& of, Shard& shard,
                       std::vector<double>& scores);
  // Of a word of one term.
  const std::vector<Posting>& postings(const MatchNode& word, Shard& shard);

  const MatchNode& root_;
  const Collection& collection_;
  Xapian::doccount all_;
  double length_factor_;                                           // 1 / average length
  std::map<const MatchNode*, double> weights_;                     // of words that are somewhere
  std::map<const MatchNode*, std::vector<EngineMatches>> engine_;  // by shard
  // Of words of one term, in the shard whose matches were asked for: scores need them again.
  std::map<const MatchNode*, std::vector<Posting>> postings_;
};

}  // namespace backfile
