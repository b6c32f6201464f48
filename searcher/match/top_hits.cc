#include "searcher/match/top_hits.h"

#include <algorithm>
#include <functional>
#include <map>
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
    matches.for_each([&](std::uint32_t local) {
      const std::string_view key = keys.value(local);
      if (heap_.size() < count_ || is_better(key, heap_.front().key))
        take_in({scores.empty() ? 0 : scores[local], place, local, std::string(key)});
    });
  }
  void offer(Entry entry) {
    if (count_ > 0 && (heap_.size() < count_ || is_better(entry.key, heap_.front().key)))
      take_in(std::move(entry));
  }

  std::vector<Entry> take() {
    std::ranges::sort(heap_, [this](const Entry& one, const Entry& other) {
      return is_better(one.key, other.key);
    });
    return std::move(heap_);
  }

 private:
  void take_in(Entry entry) {
    const auto better = [this](const Entry& one, const Entry& other) {
      return is_better(one.key, other.key);
    };
    if (heap_.size() == count_) {
      std::ranges::pop_heap(heap_, better);
      heap_.pop_back();
    }
    heap_.push_back(std::move(entry));
    std::ranges::push_heap(heap_, better);
  }

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
    matches.for_each([&](std::uint32_t local) { offer(scores[local], place, local); });
  }
  void offer(double score, std::size_t place, std::uint32_t local) {
    constexpr std::size_t kSlack = 1000;
    if (score < least_) return;
    scored_.push_back({score, std::uint32_t(place), local});
    if (scored_.size() / 2 > count_ + kSlack) drop_worse();
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

// Of each group of near-copies its best match.
class BestOfGroups {
 public:
  BestOfGroups(const Copies& copies, Sort sort, bool is_scored, const Collection& collection)
      : sort_(sort), is_scored_(is_scored), members_(collection.shards.size()) {
    for (const Copies::Member& member : copies.members()) {
      const ShardDocument place = place_of(member.docid, collection.shards, collection.databases);
      members_[place.shard].push_back({place.docid, member.group});
    }
  }

  // Takes the members of groups out of `matches`.
  void take_from(Bits& matches, const std::vector<double>& scores, std::size_t place,
                 const Shard& shard) {
    SlotValues keys(shard.reader, slot_of(sort_));
    for (const auto& [local, group] : members_[place]) {
      if (!matches.has(local)) continue;
      matches.remove(local);
      Entry entry{scores.empty() ? 0 : scores[local], place, local, std::string(keys.value(local))};
      const auto [best, is_first] = best_.try_emplace(group, entry);
      if (!is_first && is_better(entry, best->second)) best->second = std::move(entry);
    }
  }

  const std::map<std::size_t, Entry>& best() const { return best_; }

 private:
  struct Member {
    std::uint32_t local;
    std::size_t group;
  };

  bool is_better(const Entry& one, const Entry& other) const {
    if (is_scored_ && one.score != other.score) return one.score > other.score;
    return sort_ == Sort::kOldest ? one.key < other.key : one.key > other.key;
  }

  Sort sort_;
  bool is_scored_;
  std::vector<std::vector<Member>> members_;  // by shard
  std::map<std::size_t, Entry> best_;         // by group
};

}  // namespace

TopHits top_hits(const MatchNode& match, const Collection& collection, Sort sort, std::size_t count,
                 const Copies* copies) {
  Evaluator evaluator(match, collection);
  TopHits hits;
  BestByKey by_key(sort, count);
  BestByScore by_score(count);
  const bool is_scored = sort == Sort::kRelevance && evaluator.has_scores();
  std::optional<BestOfGroups> of_groups;
  if (copies) of_groups.emplace(*copies, sort, is_scored, collection);
  for (std::size_t i = 0; i < collection.shards.size(); ++i) {
    Shard& shard = collection.shards[i];
    Bits matches = evaluator.matches(shard);
    hits.matches.push_back(matches);
    hits.total += matches.count();
    if (count == 0 && !copies) continue;
    std::vector<double> scores;
    if (evaluator.has_scores() && count > 0) scores = evaluator.scores(shard, matches);
    if (of_groups) of_groups->take_from(matches, scores, i, shard);
    hits.groups += matches.count();
    if (count == 0) continue;
    if (is_scored)
      by_score.offer(matches, scores, i);
    else
      by_key.offer(matches, scores, i, shard);
  }
  if (of_groups) {
    hits.groups += of_groups->best().size();
    for (const auto& [group, entry] : of_groups->best()) {
      if (count == 0) break;
      if (is_scored)
        by_score.offer(entry.score, entry.shard, entry.local);
      else
        by_key.offer(entry);
    }
  }
  const auto best = is_scored ? by_score.take(collection.shards) : by_key.take();
  for (const Entry& entry : best)
    hits.best.push_back(
        {collection.docid(collection.shards[entry.shard], entry.local), entry.score});
  return hits;
}

}  // namespace backfile
