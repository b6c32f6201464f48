// The new articles of a commit, which seek their near-copies.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/duplicates/join_copies.h"
#include "indexer/duplicates/copy_pair.h"
#include "indexer/worker_pool.h"

namespace backfile {

struct Seeker {
  ArticleKey key = 0;
  Signed text;
};

// That a new article has a part of a sketch.
struct SketchPart {
  std::uint32_t part;     // its number (common/terms.h)
  std::uint32_t article;  // in a row of new articles

  bool operator<(const SketchPart& other) const {
    return part != other.part ? part < other.part : article < other.article;
  }
};

struct Seekers {
  std::vector<Seeker> articles;
  std::vector<Facts> facts;       // of each, once more: most are looked at for no more than these
  std::vector<SketchPart> parts;  // in order
};

// The articles of segments, which are in these folders. Throws Error when one is damaged.
Seekers seekers_in(std::span<const std::string> folders, WorkerPool& pool);

// About so many slices of them, of whole terms.
std::vector<std::span<const SketchPart>> sliced(std::span<const SketchPart> parts,
                                                std::size_t slices);

// Those at the begin of `parts`, which has some, that are of one term.
inline std::span<const SketchPart> first_sharing(std::span<const SketchPart> parts) {
  std::size_t count = 1;
  while (count < parts.size() && parts[count].part == parts.front().part) ++count;
  return parts.first(count);
}

}  // namespace backfile
