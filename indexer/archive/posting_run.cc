#include "indexer/archive/posting_run.h"

#include <algorithm>
#include <cstring>

#include "common/error.h"
#include "common/glass/packing.h"
#include "common/glass/unpacking.h"
#include "indexer/archive/ordered_text.h"
#include "indexer/glass/packed_positions.h"
#include "indexer/glass/segment_writer.h"

namespace backfile {
namespace {

// Goes through the terms of a run.
struct RunCursor {
  PlacedRun placed;
  std::size_t next = 0;
  OrderedText term = {};  // at `next`

  bool read() {
    if (next == placed.run->terms()) return false;
    term = OrderedText(placed.run->term(next));
    return true;
  }
};

}  // namespace

void append_posting(glass::ByteBuffer& to, std::uint32_t docid, std::uint32_t wdf,
                    std::span<const std::uint32_t> positions) {
  char* at = to.room(3 * glass::kMaxPackedUint32 + glass::max_packed_positions(positions.size()));
  at = glass::pack_uint(glass::pack_uint(at, docid), wdf);
  if (positions.empty()) {
    to.end_at(glass::pack_uint(at, 0U));
    return;
  }
  char* const begin = at + 1;  // their size mostly has one byte
  const auto bytes = std::uint32_t(glass::pack_positions(begin, positions) - begin);
  char size[glass::kMaxPackedUint32];
  const auto size_bytes = std::size_t(glass::pack_uint(size, bytes) - size);
  if (size_bytes > 1) std::memmove(at + size_bytes, begin, bytes);
  std::memcpy(at, size, size_bytes);
  to.end_at(at + size_bytes + bytes);
}

PackedPosting take_posting(std::string_view& from) {
  const char* at = from.data();
  const char* const end = at + from.size();
  PackedPosting posting{};
  std::uint32_t bytes = 0;
  const bool is_whole = glass::take_packed(at, end, posting.docid) &&
                        glass::take_packed(at, end, posting.wdf) &&
                        glass::take_packed(at, end, bytes) && std::size_t(end - at) >= bytes;
  if (!is_whole) throw Error("a damaged posting in memory");
  posting.positions = {at, bytes};
  from.remove_prefix(std::size_t(at - from.data()) + bytes);
  return posting;
}

std::uint32_t PostingRun::add_term(std::string_view term, std::uint32_t bytes) {
  const std::uint32_t begin = terms_.empty() ? 0 : terms_.back().packed_end;
  texts_ += term;
  terms_.push_back({std::uint32_t(texts_.size()), begin + bytes});
  return begin;
}

char* PostingRun::room() {
  const std::size_t bytes = terms_.empty() ? 0 : terms_.back().packed_end;
  char* const to = packed_.room(bytes);
  packed_.end_at(to + bytes);
  return to;
}

void write_runs(std::span<const PlacedRun> runs, glass::SegmentWriter& segment) {
  std::vector<RunCursor> cursors;
  for (const PlacedRun& placed : runs) cursors.push_back({placed});
  std::erase_if(cursors, [](RunCursor& cursor) { return !cursor.read(); });
  while (!cursors.empty()) {
    const OrderedText term = std::ranges::min_element(cursors, {}, &RunCursor::term)->term;
    segment.begin_term(term.text);
    for (RunCursor& cursor : cursors) {
      if (cursor.term != term) continue;
      std::string_view postings = cursor.placed.run->postings(cursor.next++);
      while (!postings.empty()) {
        const PackedPosting posting = take_posting(postings);
        segment.add_posting(cursor.placed.first_docid + posting.docid - 1, posting.wdf,
                            posting.positions);
      }
    }
    std::erase_if(cursors,
                  [&](RunCursor& cursor) { return cursor.term == term && !cursor.read(); });
  }
}

}  // namespace backfile
