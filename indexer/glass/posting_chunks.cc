#include "indexer/glass/posting_chunks.h"

namespace backfile::glass {

char* PostingChunks::begin_chunk(std::uint32_t docid) {
  end_chunk();
  char* to = bytes_.room(ChunkWriter::kHeadRoom + 2 * kMaxPackedUint32) + ChunkWriter::kHeadRoom;
  bytes_.end_at(to);
  chunks_.push_back({bytes_.size(), 0, docid, 0});
  return to;
}

void PostingChunks::end_chunk() {
  if (chunks_.empty()) return;
  chunks_.back().end = bytes_.size();
  chunks_.back().last_docid = last_docid_;
}

void PostingChunks::write(TableWriter& table, std::string_view first_key,
                          std::string_view key_before_docid, std::uint32_t postings,
                          std::uint64_t wdf_sum) {
  end_chunk();
  writer_.begin(first_key, key_before_docid, postings, wdf_sum);
  for (const Chunk& chunk : chunks_)
    writer_.add(table, chunk.first_docid, chunk.last_docid, &chunk == &chunks_.back(),
                bytes_.data() + chunk.begin, bytes_.data() + chunk.end);
  bytes_.clear();
  chunks_.clear();
  last_docid_ = 0;
  postings_ = 0;
  wdf_sum_ = 0;
}

}  // namespace backfile::glass
