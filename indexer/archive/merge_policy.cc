#include "indexer/archive/merge_policy.h"

#include <algorithm>
#include <numeric>

namespace backfile {
namespace {

constexpr std::uint64_t kSmallest = std::uint64_t{3} << 19;  // all below are of one level
constexpr unsigned kFullLevel = 4;
constexpr std::uint64_t kFull = std::uint64_t{96} << 20;
constexpr std::size_t kMostAtOnce = 64;  // each keeps some files open

// How many of a level make one of the next.
constexpr std::size_t at_once(unsigned level) { return level < kFullLevel ? 4 : 24; }

unsigned level_of(std::uint64_t bytes) {
  unsigned level = 0;
  for (; bytes >= kSmallest; ++level) bytes /= at_once(level + 1);
  return level;
}

// The segments from `first` on, cut where a merged one is full.
std::vector<MergeRange> full_ranges(std::span<const std::uint64_t> bytes, std::size_t first) {
  std::vector<MergeRange> ranges;
  std::uint64_t total = 0;
  for (std::size_t i = first; i < bytes.size(); ++i) {
    total += bytes[i];
    if (total < kFull && i + 1 < bytes.size()) continue;
    // What is full then is never small again, so two are enough for that.
    const std::size_t count = i + 1 - first;
    if (count >= (total < kFull ? at_once(0) : 2)) ranges.push_back({first, count});
    first = i + 1;
    total = 0;
  }
  return ranges;
}

}  // namespace

std::vector<MergeRange> choose_merges(std::span<const std::uint64_t> bytes,
                                      std::uint64_t max_bytes) {
  // Larger ones lie before smaller ones; what is newest and of no greater level goes together. Only
  // those of the level ask for it: a large one is not written again for some small ones.
  std::size_t first = bytes.size();
  for (unsigned level = 0; first > 0; ++level) {
    const std::size_t lower = first;
    while (first > 0 && level_of(bytes[first - 1]) <= level) --first;
    const std::size_t asking = lower - first;
    if (asking < at_once(level)) continue;
    if (level < kFullLevel) return full_ranges(bytes, first);
    // The newer ones of the level are the first of the next merge.
    const std::size_t most = asking < 2 * at_once(level) ? at_once(level) : kMostAtOnce;
    const MergeRange range{first, std::min(bytes.size() - first, most)};
    const auto merged = bytes.subspan(range.first, range.count);
    const std::uint64_t total = std::accumulate(merged.begin(), merged.end(), std::uint64_t{0});
    if (total <= max_bytes || asking >= 2 * at_once(level)) return {range};
  }
  return {};
}

std::optional<MergeRange> choose_last_merge(std::span<const std::uint64_t> bytes, std::size_t own) {
  std::size_t count = 0;
  while (count < own && level_of(bytes[bytes.size() - 1 - count]) < kFullLevel) ++count;
  if (count < 2) return std::nullopt;
  return MergeRange{bytes.size() - count, count};
}

}  // namespace backfile
