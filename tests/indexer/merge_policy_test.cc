#include "indexer/archive/merge_policy.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

using Sizes = std::vector<std::uint64_t>;
using Ranges = std::vector<MergeRange>;

constexpr std::uint64_t kMb = std::uint64_t{1} << 20;
constexpr std::uint64_t kGb = std::uint64_t{1} << 30;
constexpr std::uint64_t kFull = 96 * kMb;
constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};

// A segment of the level is smaller than this and not smaller than the one before.
constexpr std::uint64_t kLevelEnds[] = {kMb * 3 / 2, 6 * kMb,  24 * kMb,  kFull,
                                        kGb * 9 / 4, 54 * kGb, 1296 * kGb};

std::size_t level_of(std::uint64_t bytes) {
  return std::size_t(std::ranges::upper_bound(kLevelEnds, bytes) - std::begin(kLevelEnds));
}

Sizes repeated(std::size_t count, std::uint64_t bytes) { return Sizes(count, bytes); }

Sizes joined(Sizes left, const Sizes& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

TEST_CASE("merge policy: what is merged") {
  struct Row {
    Sizes bytes;
    Ranges ranges;
  };
  const Row rows[] = {
      {{}, {}},
      {{1}, {}},
      {{1, 1, 1}, {}},
      {{1, 1, 1, 1}, {{0, 4}}},
      {{0, 0, 0, 0}, {{0, 4}}},
      // only what is newest and of the level
      {{3 * kMb, 1, 1, 1, 1}, {{1, 4}}},
      {{1, 1, 3 * kMb}, {}},
      {{1, 1, 1, 3 * kMb}, {{0, 4}}},  // which wait for the larger one
      {{3 * kMb, 3 * kMb, 1, 3 * kMb}, {{0, 4}}},
      {{3 * kMb, 3 * kMb, 3 * kMb, 3 * kMb, 1, 1, 1}, {{0, 7}}},
      // a large one is not written again for some small ones
      {{3 * kMb, 1, 1, 1}, {}},
      {{75 * kMb, 10 * kMb, 10 * kMb, 10 * kMb, 3 * kMb, 1, 1, 1}, {}},
      {joined({5 * kGb}, repeated(23, kFull)), {}},
      // until it is full and no further
      {repeated(3, 75 * kMb), {}},
      {repeated(4, 75 * kMb), {{0, 2}, {2, 2}}},
      {repeated(4, 37 * kMb), {{0, 3}}},
      {repeated(20, 10 * kMb), {{0, 10}, {10, 10}}},
      {joined(repeated(5, kFull), repeated(26, 10 * kMb)), {{5, 10}, {15, 10}, {25, 6}}},
      // full ones
      {repeated(23, kFull), {}},
      {repeated(24, kFull), {{0, 24}}},
      // no more than make one of the next level
      {joined({5 * kGb}, repeated(25, kFull)), {{1, 24}}},
      {repeated(47, kFull), {{0, 24}}},
      {joined(repeated(24, kFull), {10 * kMb, 1}), {{0, 24}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes.size());
    CHECK(choose_merges(row.bytes, kNoLimit) == row.ranges);
  }
}

TEST_CASE("merge policy: a large merge waits") {
  const std::uint64_t total = 24 * kFull;
  CHECK(choose_merges(repeated(24, kFull), total) == Ranges{{0, 24}});
  CHECK(choose_merges(repeated(24, kFull), total - 1).empty());
  CHECK(choose_merges(repeated(47, kFull), 0).empty());
  CHECK(choose_merges(repeated(48, kFull), 0) == Ranges{{0, 48}});
  CHECK(choose_merges(repeated(200, kFull), 0) == Ranges{{0, 64}});  // each has open files
  // small ones never do
  CHECK(choose_merges(repeated(4, 30 * kMb), 0) == Ranges{{0, 4}});
}

TEST_CASE("merge policy: the last merge of a run") {
  struct Row {
    Sizes bytes;
    std::size_t own;
    std::optional<MergeRange> range;
  };
  const Row rows[] = {
      {{}, 0, std::nullopt},
      {{1}, 1, std::nullopt},
      {{1, 1}, 0, std::nullopt},
      {{1, 1}, 1, std::nullopt},
      {{1, 1}, 2, MergeRange{0, 2}},
      {{1, 1, 1}, 2, MergeRange{1, 2}},
      {{1, kFull, 75 * kMb, 1}, 4, MergeRange{2, 2}},
      {{1, 1, kFull}, 3, std::nullopt},
      {{1, 1, kFull, 1}, 4, std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes.size());
    CAPTURE(row.own);
    CHECK(choose_last_merge(row.bytes, row.own) == row.range);
  }
}

// An archive that is nothing but sizes.
class Sizing {
 public:
  void add(std::uint64_t bytes) {
    sizes_.push_back(bytes);
    added_ += bytes;
    ++adds_;
  }

  // Merges until no more is asked for.
  void settle(std::uint64_t max_bytes) {
    for (std::size_t left = sizes_.size();; --left) {
      const Ranges ranges = choose_merges(sizes_, max_bytes);
      if (ranges.empty()) break;
      REQUIRE(left > 0);  // it ends: each round leaves fewer
      apply(ranges);
    }
  }

  void apply(const Ranges& ranges) {
    std::size_t end = 0;
    for (const MergeRange& range : ranges) {
      REQUIRE(range.first >= end);
      REQUIRE(range.count >= 2);
      REQUIRE(range.count <= sizes_.size());
      end = range.first + range.count;
      REQUIRE(end <= sizes_.size());
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) merge(*range);
  }

  // None of the levels has as many segments as are merged at once. One before a larger one counts
  // for that one's level: it waits for it.
  void check_counts() const {
    std::size_t counts[std::size(kLevelEnds) + 1] = {};
    std::size_t level = 0;
    for (auto bytes = sizes_.rbegin(); bytes != sizes_.rend(); ++bytes) {
      level = std::max(level, level_of(*bytes));
      ++counts[level];
    }
    for (level = 0; level < std::size(counts); ++level) {
      CAPTURE(level);
      REQUIRE(counts[level] < (level < 4 ? 4U : 48U));
    }
  }

  // Once a level, and the smallest are of one: each may be written again for three new ones.
  void check_written() const { CHECK(written_ <= 4 * added_ + adds_ * 2 * kMb); }

  const Sizes& sizes() const { return sizes_; }

 private:
  void merge(const MergeRange& range) {
    const auto first = sizes_.begin() + std::ptrdiff_t(range.first);
    const auto end = first + std::ptrdiff_t(range.count);
    const std::uint64_t total = std::accumulate(first, end, std::uint64_t{0});
    if (std::all_of(first, end, [](std::uint64_t bytes) { return bytes < kFull; }))
      REQUIRE(total < 2 * kFull);
    written_ += total;
    *first = total;
    sizes_.erase(first + 1, end);
  }

  Sizes sizes_;
  std::uint64_t added_ = 0;
  std::uint64_t adds_ = 0;
  std::uint64_t written_ = 0;
};

TEST_CASE("merge policy: segments stay few and are seldom written again, all of a size") {
  for (const std::uint64_t bytes :
       {std::uint64_t{0}, std::uint64_t{50'000}, kMb, 3 * kMb, 12 * kMb, 33 * kMb, 45 * kMb,
        70 * kMb, kFull - 1, kFull, 300 * kMb, 5 * kGb}) {
    CAPTURE(bytes);
    for (const bool waits : {false, true}) {
      Sizing archive;
      for (int i = 0; i < 1'500; ++i) {
        archive.add(bytes);
        archive.settle(waits ? kFull + 8 * bytes : kNoLimit);
        archive.check_counts();
      }
      archive.check_written();
    }
  }
}

TEST_CASE("merge policy: segments stay few and are seldom written again, of random sizes") {
  RandomValues random(2026);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const auto most_at_once = std::size_t(random.number(1, 40));
    const int most_bits = int(random.number(4, 27));
    Sizing archive;
    for (int run = 0; run < 300; ++run) {
      std::uint64_t run_bytes = 0;
      for (std::size_t left = 1 + random.below(most_at_once); left > 0; --left) {
        const auto bytes =
            std::uint64_t(random.number(0, std::int64_t{1} << random.number(4, most_bits)));
        archive.add(bytes);
        run_bytes += bytes;
      }
      archive.settle(kFull + 8 * run_bytes);
      archive.check_counts();
    }
    archive.check_written();
  }
}

TEST_CASE("merge policy: after a run what it wrote is full but for one") {
  RandomValues random(7);
  for (int run = 0; run < 300; ++run) {
    CAPTURE(run);
    Sizing archive;
    std::size_t own = 0;
    for (std::size_t left = random.below(60); left > 0; --left, ++own)
      archive.add(std::uint64_t(random.number(0, std::int64_t(40 * kMb))));
    archive.settle(kFull);
    const std::size_t count = archive.sizes().size();
    if (const auto last = choose_last_merge(archive.sizes(), count)) {
      REQUIRE(last->first + last->count == count);
      archive.apply({*last});
    }
    const Sizes& sizes = archive.sizes();
    CHECK_FALSE(choose_last_merge(sizes, sizes.size()));
    if (sizes.size() > 1) CHECK((sizes.back() >= kFull || sizes[sizes.size() - 2] >= kFull));
  }
}

}  // namespace
}  // namespace backfile
