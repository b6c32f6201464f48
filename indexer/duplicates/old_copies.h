// The near-copies of new articles in one old segment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/duplicates/union_find.h"
#include "common/glass/segment_reader.h"
#include "indexer/duplicates/copy_pair.h"
#include "indexer/duplicates/seekers.h"

namespace backfile {

// What may be a copy is gathered from the lists of sketches first, and then compared by blocks of
// the segment's documents: the facts of a block's documents stay in the processor's cache, and its
// values are read forward.
class OldCopies {
 public:
  // `seekers` and `segment` outlive it.
  OldCopies(const Seekers& seekers, const SegmentReader& segment);

  // Of articles that share one of `parts` with one of the segment. Once. Throws Error when the
  // segment is damaged.
  std::vector<CopyPair> find(std::span<const SketchPart> parts);

 private:
  struct Candidate {
    std::uint32_t docid;
    std::uint32_t article;  // in seekers_
  };
  static constexpr std::uint32_t kBlockDocids = 8192;
  struct Old {
    explicit Old(std::string_view bytes = {}) : signature(bytes), facts(bytes) {}

    std::string_view signature;
    Facts facts;
  };
  // New articles by digest: of those with one signature the first.
  using Different = std::unordered_map<std::uint64_t, std::uint32_t>;

  void find_sharing(std::span<const SketchPart> sharing, PostingList& list);
  void join_same(const Different& different, PostingList& list);
  void gather(std::span<const SketchPart> sharing, PostingList& list);
  void compare_gathered();
  void read_olds(const std::vector<Candidate>& block);
  void compare(const Candidate& candidate, const Old& old);
  void join(const Candidate& candidate);

  const Seekers& seekers_;
  const SegmentReader& segment_;
  SlotValues signatures_;
  SlotValues keys_;
  std::vector<std::vector<Candidate>> blocks_;  // by docid / kBlockDocids
  std::size_t gathered_ = 0;
  std::size_t blocks_read_ = 0;
  std::vector<Old> olds_;  // of the block at hand, by docid % kBlockDocids
  UnionFind groups_;       // new articles, then old ones
  std::unordered_map<std::uint32_t, std::uint32_t> joined_;  // by docid, in groups_
  std::vector<CopyPair> pairs_;
};

}  // namespace backfile
