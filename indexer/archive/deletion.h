// A segment without some of its documents, as a new folder beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/compression.h"
#include "indexer/archive/segment.h"

namespace backfile {

// Whether deleting so many documents one by one costs less than copying the segment without them
// (glass/copy_without.h): a deletion writes a block for every term of the document.
bool is_cheap_to_delete(std::uint64_t doomed, std::uint64_t segment_bytes);

// Writes `segment`, which lies in `folder`, without the documents `doomed` (ascending) into the new
// folder `into`; durable on return. The files' old blocks stay as they are, and are shared where
// the file system can: Xapian writes a change beside what it changes, and readers of `folder` go on
// undisturbed. False, with nothing left behind, when this program would analyze the documents
// otherwise than the one that wrote them; then the segment must be copied.
bool delete_into(const std::string& folder, const Segment& segment,
                 const std::vector<std::uint32_t>& doomed, const std::string& into,
                 Decompressor& decompressor);

}  // namespace backfile
