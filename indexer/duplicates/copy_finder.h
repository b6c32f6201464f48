// The near-copies of new articles, among themselves and in the segments that an
// archive has already.
//
// Two articles are looked at when they have a part of their sketches in common
// (signature.h), which are boolean terms: the new articles' are walked in order
// through the terms of every old segment.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/duplicates/copy_pair.h"
#include "indexer/worker_pool.h"

namespace backfile {

// Enough pairs to know which articles belong together by any chain of near-copies that the articles
// of the segments (their folders) from `first_new` on are a part of. The same whatever the number
// of the pool's threads. Throws Error when a segment is damaged.
std::vector<CopyPair> find_copies(const std::vector<std::string>& segments, std::size_t first_new,
                                  WorkerPool& pool);

}  // namespace backfile
