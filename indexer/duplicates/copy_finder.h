// The near-copies of new articles, among themselves and in the segments that an
// archive has already.
//
// Two articles are looked at when they have a part of their sketches in common
// (signature.h), which are boolean terms: the new articles' are walked in order
// through the terms of every old segment.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/glass/segment_reader.h"
#include "indexer/worker_pool.h"

namespace backfile {

// Stands for an article whatever segment it is in: a hash of its id.
using ArticleKey = std::uint64_t;
ArticleKey article_key(std::string_view id);
// Of a document's value of kOldestSlot.
ArticleKey key_of_value(std::string_view oldest_first);

struct CopyPair {
  ArticleKey one;
  ArticleKey other;
};

using Segments = std::vector<std::unique_ptr<SegmentReader>>;
Segments open_segments(const std::vector<std::string>& folders);

// Enough pairs to know which articles belong together by any chain of near-copies that the articles
// of the segments from `first_new` on are a part of. The same whatever the number of the pool's
// threads. Throws Error when a segment is damaged.
std::vector<CopyPair> find_copies(const Segments& segments, std::size_t first_new,
                                  WorkerPool& pool);

}  // namespace backfile
