#include "indexer/merge/chunk_reader.h"

#include "common/glass/unpacking.h"

namespace backfile::glass {

Chunk read_chunk(const GroupCursor& cursor) {
  Unpacking from(cursor.tag(), cursor.path());
  Chunk chunk;
  chunk.first_docid = cursor.docid();
  if (cursor.docid() == 0) {
    chunk.list_postings = from.take_uint<std::uint32_t>();
    chunk.list_wdf_sum = from.take_uint<std::uint32_t>();
    chunk.first_docid = cursor.shifted(from.take_uint<std::uint32_t>() + 1);
  }
  from.take(1);  // whether it is the last
  chunk.last_docid = chunk.first_docid + from.take_uint<std::uint32_t>();
  chunk.postings = from.rest();
  if (chunk.last_docid < chunk.first_docid) cursor.fail();
  return chunk;
}

}  // namespace backfile::glass
