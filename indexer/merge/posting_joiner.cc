#include "indexer/merge/posting_joiner.h"

#include "common/glass/packing.h"

namespace backfile::glass {

void PostingJoiner::begin(std::string_view first_key, std::string_view key_before_docid,
                          std::uint32_t postings, std::uint64_t wdf_sum) {
  writer_.begin(first_key, key_before_docid, postings, wdf_sum);
}

void PostingJoiner::add(std::uint32_t first_docid, std::uint32_t last_docid,
                        std::string_view postings) {
  if (bytes_.size() > 0 && !shall_join(bytes_.size(), postings.size())) write(false);
  if (bytes_.size() == 0) {
    bytes_.end_at(bytes_.room(ChunkWriter::kHeadRoom) + ChunkWriter::kHeadRoom);
    first_docid_ = first_docid;
  } else {
    bytes_.end_at(pack_uint(bytes_.room(kMaxPackedUint32), first_docid - last_docid_ - 1));
  }
  bytes_.append(postings);
  last_docid_ = last_docid;
}

void PostingJoiner::end() {
  if (bytes_.size() > 0) write(true);
}

void PostingJoiner::write(bool last) {
  writer_.add(table_, first_docid_, last_docid_, last, bytes_.data() + ChunkWriter::kHeadRoom,
              bytes_.data() + bytes_.size());
  bytes_.clear();
}

}  // namespace backfile::glass
