// A database copied but for some of its documents, in one pass and in little memory:
// what a writer does document by document, and many times faster for many. The
// docids of the others stay what they are.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "indexer/glass/segment_options.h"

namespace backfile::glass {

// Makes the folder `into` of `folder`, for which holds what merge_segments() says of its own.
// `docids`: in ascending order; those that are no documents are passed over. As after deletion by
// Xapian's writer, bounds of lengths, wdf and values may be those of documents that went.
//
// Throws Error when merge_segments() would.
void copy_without(const std::string& folder, std::span<const std::uint32_t> docids,
                  const std::string& into, const SegmentOptions& options = {});

}  // namespace backfile::glass
