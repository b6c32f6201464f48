// Writes the chunks of a posting list into the postings table, first to last.
//
//   chunk:  '1' when it is the last, else '0'; last docid - first docid; wdf;
//           then (docid - the one before - 1; wdf) for each further posting
//   in front of the first chunk:  postings; sum of all wdf; first docid - 1
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/glass/packing.h"
#include "indexer/glass/table_writer.h"

namespace backfile::glass {

// A chunk of so many bytes is full.
inline constexpr std::size_t kChunkBytes = 2000;

class ChunkWriter {
 public:
  // What stands before the postings of a chunk at most.
  static constexpr std::size_t kHeadRoom = 4 * kMaxPackedUint32 + 1;

  // A list: the first chunk's key, what stands before the docid in those of others, and what the
  // first says of all. The texts must outlive the list.
  void begin(std::string_view first_key, std::string_view key_before_docid, std::uint32_t postings,
             std::uint64_t wdf_sum);

  // Its next chunk; the bytes from `begin` are its postings, and there is kHeadRoom before them, in
  // which this writes.
  void add(TableWriter& table, std::uint32_t first_docid, std::uint32_t last_docid, bool last,
           char* begin, const char* end);

 private:
  std::string_view first_key_;
  std::string_view key_before_docid_;
  std::uint32_t postings_ = 0;
  std::uint32_t wdf_sum_ = 0;
  bool first_ = true;
  std::string key_;
};

}  // namespace backfile::glass
