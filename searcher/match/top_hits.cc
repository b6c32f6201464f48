#include "searcher/match/top_hits.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "common/schema.h"

namespace backfile {
namespace {

struct Entry {
  double score;
  std::string key;  // of the slot that breaks ties, or orders all
  Xapian::docid docid;
};

struct Better {
  Sort sort;

  bool operator()(double score, std::string_view key, const Entry& other) const {
    if (sort == Sort::kOldest) return key < other.key;
    if (sort == Sort::kRelevance && score != other.score) return score > other.score;
    return key > other.key;
  }
  bool operator()(const Entry& one, const Entry& other) const {
    return (*this)(one.score, one.key, other);
  }
};

// Keeps the best of what it is offered, in a heap with the worst of them in front.
class Best {
 public:
  Best(Sort sort, std::size_t count) : better_{sort}, count_(count) {}

  void offer(const Bits& matches, const std::vector<double>& scores, const Shard& shard,
             const Collection& collection) {
    if (count_ == 0) return;
    std::optional<SlotValues> keys;
    matches.for_each([&](std::uint32_t local) {
      const double score = scores.empty() ? 0 : scores[local];
      if (surely_worse(score)) return;
      const unsigned slot = better_.sort == Sort::kOldest ? kOldestSlot : kNewestSlot;
      if (!keys) keys.emplace(shard.reader, slot);
      const std::string_view key = keys->value(local);
      if (heap_.size() == count_) {
        if (!better_(score, key, heap_.front())) return;
        std::ranges::pop_heap(heap_, better_);
        heap_.pop_back();
      }
      heap_.push_back({score, std::string(key), collection.docid(shard, local)});
      std::ranges::push_heap(heap_, better_);
    });
  }

  std::vector<Ranked> take() {
    std::ranges::sort_heap(heap_, better_);
    std::vector<Ranked> best;
    for (const Entry& entry : heap_) best.push_back({entry.docid, entry.score});
    return best;
  }

 private:
  // Keys are looked at where scores are equal only.
  bool surely_worse(double score) const {
    return better_.sort == Sort::kRelevance && heap_.size() == count_ &&
           score < heap_.front().score;
  }

  Better better_;
  std::size_t count_;
  std::vector<Entry> heap_;
};

}  // namespace

TopHits top_hits(const MatchNode& match, const Collection& collection, Sort sort,
                 std::size_t count) {
  Evaluator evaluator(match, collection);
  TopHits hits;
  Best best(sort, count);
  for (Shard& shard : collection.shards) {
    const Bits& matches = hits.matches.emplace_back(evaluator.matches(shard));
    hits.total += matches.count();
    std::vector<double> scores;
    if (count > 0 && evaluator.has_scores()) scores = evaluator.scores(shard, matches);
    best.offer(matches, scores, shard, collection);
  }
  hits.best = best.take();
  return hits;
}

}  // namespace backfile
