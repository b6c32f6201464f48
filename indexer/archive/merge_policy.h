// Which segments to merge, so that there are few of them and yet adding to a
// large archive does not write it anew: levels of sizes, in the manner of a
// log-structured merge tree. Neighbours of a level become one of the next:
//
//   below   1.5 MB   6 MB  24 MB   96 MB   2.25 GB   54 GB  ...
//   at once      4      4      4       4        24      24
//
// so an article is written at most once a level, and of each level there are
// fewer segments than go at once. From 96 MB on a segment is full, and no
// merge of smaller ones goes on beyond: a run leaves what it wrote in full
// segments and one more. Full ones are left alone until they are many: up to
// about that size (32,767 articles) the engine's position keys are a byte
// shorter, and merging saves no space.
//
// Source: P. O'Neil et al., "The log-structured merge-tree", Acta Informatica
// 33, 1996; merging neighbours of a size after Lucene's LogMergePolicy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace backfile {

struct MergeRange {
  std::size_t first = 0;
  std::size_t count = 0;

  bool operator==(const MergeRange&) const = default;
};

// `bytes` are the segments' sizes, oldest first. A merge of full ones of over `max_bytes` waits
// until twice as many ask for it. The ranges are apart and in ascending order.
std::vector<MergeRange> choose_merges(std::span<const std::uint64_t> bytes,
                                      std::uint64_t max_bytes);

// The merge at a run's end, of the newest segments that are not full; the newest `own` are the
// run's.
std::optional<MergeRange> choose_last_merge(std::span<const std::uint64_t> bytes, std::size_t own);

}  // namespace backfile
