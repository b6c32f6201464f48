// Writes a posting list from chunks of several databases. Small ones are joined as
// they are, without reading their postings: only a docid's distance goes between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/glass/byte_buffer.h"
#include "indexer/glass/chunk_writer.h"
#include "indexer/glass/table_writer.h"

namespace backfile::glass {

// Whether a chunk of `bytes` and one of `more` shall be one. Two neighbours have more together than
// a chunk and a half then, and no merge of merges makes larger ones.
inline bool shall_join(std::size_t bytes, std::size_t more) {
  return bytes + more <= kChunkBytes + kChunkBytes / 2;
}

class PostingJoiner {
 public:
  explicit PostingJoiner(TableWriter& table) : table_(table) {}

  // See ChunkWriter::begin().
  void begin(std::string_view first_key, std::string_view key_before_docid, std::uint32_t postings,
             std::uint64_t wdf_sum);

  // `postings`: as they stand in a chunk, not empty; docids ascend from one to the next.
  void add(std::uint32_t first_docid, std::uint32_t last_docid, std::string_view postings);

  // Writes what is left of the list.
  void end();

 private:
  void write(bool last);

  TableWriter& table_;
  ChunkWriter writer_;
  ByteBuffer bytes_;  // of a chunk, behind room for what stands in front of it; empty when none is
  std::uint32_t first_docid_ = 0;
  std::uint32_t last_docid_ = 0;
};

}  // namespace backfile::glass
