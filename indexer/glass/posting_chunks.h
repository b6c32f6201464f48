// The chunks of a posting list that is made posting by posting. They are kept until
// its end, because the first says how many postings all have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/glass/packing.h"
#include "indexer/glass/byte_buffer.h"
#include "indexer/glass/chunk_writer.h"
#include "indexer/glass/table_writer.h"

namespace backfile::glass {

class PostingChunks {
 public:
  // Docids ascend.
  void add(std::uint32_t docid, std::uint32_t wdf) {
    char* to = nullptr;
    if (chunks_.empty() || bytes_.size() - chunks_.back().begin >= kChunkBytes) {
      to = begin_chunk(docid);
    } else {
      to = pack_uint(bytes_.room(2 * kMaxPackedUint32), docid - last_docid_ - 1);
    }
    bytes_.end_at(pack_uint(to, wdf));
    last_docid_ = docid;
    ++postings_;
    wdf_sum_ += wdf;
  }

  std::uint32_t last_docid() const { return last_docid_; }
  std::uint32_t postings() const { return postings_; }
  std::uint64_t wdf_sum() const { return wdf_sum_; }

  // `postings` and `wdf_sum` are what the first chunk says; for the others see ChunkWriter. Then
  // the list is empty.
  void write(TableWriter& table, std::string_view first_key, std::string_view key_before_docid,
             std::uint32_t postings, std::uint64_t wdf_sum);

 private:
  struct Chunk {
    std::size_t begin;
    std::size_t end;
    std::uint32_t first_docid;
    std::uint32_t last_docid;
  };

  char* begin_chunk(std::uint32_t docid);
  void end_chunk();

  ByteBuffer bytes_;  // each chunk behind room for what stands in front of its postings
  std::vector<Chunk> chunks_;
  std::uint32_t last_docid_ = 0;
  std::uint32_t postings_ = 0;
  std::uint64_t wdf_sum_ = 0;
  ChunkWriter writer_;
};

}  // namespace backfile::glass
