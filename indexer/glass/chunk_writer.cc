#include "indexer/glass/chunk_writer.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace backfile::glass {

void ChunkWriter::begin(std::string_view first_key, std::string_view key_before_docid,
                        std::uint32_t postings, std::uint64_t wdf_sum) {
  first_key_ = first_key;
  key_before_docid_ = key_before_docid;
  postings_ = postings;
  // The engine has no larger number for it.
  wdf_sum_ = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(wdf_sum, std::numeric_limits<std::uint32_t>::max()));
  first_ = true;
}

void ChunkWriter::add(TableWriter& table, std::uint32_t first_docid, std::uint32_t last_docid,
                      bool last, char* begin, const char* end) {
  char head[kHeadRoom];
  char* to = head;
  if (first_) {
    to = pack_uint(to, postings_);
    to = pack_uint(to, wdf_sum_);
    to = pack_uint(to, first_docid - 1);
  } else {
    key_.assign(key_before_docid_);
    append_sortable(key_, first_docid);
  }
  *to++ = last ? '1' : '0';
  to = pack_uint(to, last_docid - first_docid);

  const auto head_bytes = static_cast<std::size_t>(to - head);
  char* tag = begin - head_bytes;
  std::memcpy(tag, head, head_bytes);
  table.add(first_ ? first_key_ : key_, {tag, end});
  first_ = false;
}

}  // namespace backfile::glass
