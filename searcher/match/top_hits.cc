#include "searcher/match/top_hits.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/schema.h"

namespace backfile {
namespace {

// A match, with the key that orders or breaks ties.
struct Entry {
  double score = 0;
  std::size_t shard = 0;
  std::uint32_t local = 0;
  std::string key = {};
};

unsigned slot_of(Sort sort) { return sort == Sort::kOldest ? kOldestSlot : kNewestSlot; }

// The best by key: a heap with the worst of them in front.
class BestByKey {
 public:
  BestByKey(Sort sort, std::size_t count) : is_oldest_(sort == Sort::kOldest), count_(count) {}

  void offer(const Bits& matches, const std::vector<double>& scores, std::size_t place,
             const Shard& shard) {
    if (count_ == 0) return;
    SlotValues keys(shard.reader, slot_of(is_oldest_ ? Sort::kOldest : Sort::kNewest));
    const auto better = [this](const Entry& one, const Entry& other) {
      return is_better(one.key, other.key);
    };
    matches.for_each([&](std::uint32_t local) {
      const std::string_view key = keys.value(local);
      if (heap_.size() == count_) {
        if (!is_better(key, heap_.front().key)) return;
        std::ranges::pop_heap(heap_, better);
        heap_.pop_back();
      }
      heap_.push_back({scores.empty() ? 0 : scores[local], place, local, std::string(key)});
      std::ranges::push_heap(heap_, better);
    });
  }

  std::vector<Entry> take() {
    std::ranges::sort(heap_, [this](const Entry& one, const Entry& other) {
      return is_better(one.key, other.key);
    });
    return std::move(heap_);
  }

 private:
  bool is_better(std::string_view one, std::string_view other) const {
    return is_oldest_ ? one < other : one > other;
  }

  bool is_oldest_;
  std::size_t count_;
  std::vector<Entry> heap_;
};

// The best by score. Keys are looked at only where scores are equal.
class BestByScore {
 public:
  explicit BestByScore(std::size_t count) : count_(count) {}

  void offer(const Bits& matches, const std::vector<double>& scores, std::size_t place) {
    constexpr std::size_t kSlack = 1000;
    matches.for_each([&](std::uint32_t local) {
      if (scores[local] < least_) return;
      scored_.push_back({scores[local], std::uint32_t(place), local});
      if (scored_.size() / 2 > count_ + kSlack) drop_worse();
    });
  }

  std::vector<Entry> take(const std::vector<Shard>& shards) {
    if (scored_.size() > count_) drop_worse();
    std::ranges::sort(scored_, std::less<>(), [](const Scored& each) {
      return std::tuple(-each.score, each.shard, each.local);
    });
    std::vector<Entry> best;
    for (auto begin = scored_.begin(); begin != scored_.end() && best.size() < count_;) {
      const auto end = std::find_if(begin, scored_.end(),
                                    [&](const Scored& each) { return each.score != begin->score; });
      append_by_key({begin, end}, shards, best);
      begin = end;
    }
    if (best.size() > count_) best.resize(count_);
    return best;
  }

 private:
  struct Scored {
    double score;
    std::uint32_t shard;
    std::uint32_t local;
  };

  // Those that `count_` others are better than.
  void drop_worse() {
    const auto last = scored_.begin() + std::ptrdiff_t(count_ - 1);
    std::ranges::nth_element(scored_, last, std::greater<>(), &Scored::score);
    least_ = last->score;
    std::erase_if(scored_, [this](const Scored& each) { return each.score < least_; });
  }

  // Those of one score, which come in order of the shards and documents.
  static void append_by_key(std::span<const Scored> same, const std::vector<Shard>& shards,
                            std::vector<Entry>& best) {
    const auto begin = std::ptrdiff_t(best.size());
    std::optional<SlotValues> keys;
    for (std::size_t i = 0; i < same.size(); ++i) {
      Entry& entry = best.emplace_back(Entry{same[i].score, same[i].shard, same[i].local});
      if (same.size() == 1) return;
      if (i == 0 || same[i].shard != same[i - 1].shard)
        keys.emplace(shards[same[i].shard].reader, kNewestSlot);
      entry.key = keys->value(same[i].local);
    }
    std::sort(best.begin() + begin, best.end(),
              [](const Entry& one, const Entry& other) { return one.key > other.key; });
  }

  std::size_t count_;
  double least_ = 0;
  std::vector<Scored> scored_;
};

}  // namespace

TopHits top_hits(const MatchNode& match, const Collection& collection, Sort sort,
                 std::size_t count) {
  Evaluator evaluator(match, collection);
  TopHits hits;
  BestByKey by_key(sort, count);
  BestByScore by_score(count);
  const bool is_scored = sort == Sort::kRelevance && evaluator.has_scores();
  for (std::size_t i = 0; i < collection.shards.size(); ++i) {
    Shard& shard = collection.shards[i];
    const Bits& matches = hits.matches.emplace_back(evaluator.matches(shard));
    hits.total += matches.count();
    if (count == 0) continue;
    std::vector<double> scores;
    if (evaluator.has_scores()) scores = evaluator.scores(shard, matches);
    if (is_scored)
      by_score.offer(matches, scores, i);
    else
      by_key.offer(matches, scores, i, shard);
  }
  const auto best = is_scored ? by_score.take(collection.shards) : by_key.take();
  for (const Entry& entry : best)
    hits.best.push_back(
        {collection.docid(collection.shards[entry.shard], entry.local), entry.score});
  return hits;
}

}  // namespace backfile
