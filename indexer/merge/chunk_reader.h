// A chunk of a posting list, as ChunkWriter writes it.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/merge/group_cursor.h"

namespace backfile::glass {

struct Chunk {
  std::uint32_t first_docid = 0;
  std::uint32_t last_docid = 0;
  std::string_view postings;  // of the cursor's tag
  // What the first chunk says of the list; 0 in others.
  std::uint32_t list_postings = 0;
  std::uint64_t list_wdf_sum = 0;
};

// The entry at which `cursor` is, docids as they become. Throws Error when it is damaged.
Chunk read_chunk(const GroupCursor& cursor);

}  // namespace backfile::glass
