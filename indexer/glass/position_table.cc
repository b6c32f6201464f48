#include "indexer/glass/position_table.h"

#include "common/glass/packing.h"
#include "indexer/glass/bit_stream.h"

namespace backfile::glass {

void PositionTable::begin_term(std::string_view term) {
  key_.clear();
  append_sortable_text(key_, term);
  key_.push_back('\0');
  term_bytes_ = key_.size();
}

void PositionTable::add(std::uint32_t docid, std::span<const std::uint32_t> positions) {
  key_.resize(term_bytes_);
  append_sortable(key_, docid);

  const std::uint32_t first = positions.front();
  const std::uint32_t last = positions.back();
  tag_.clear();
  char* to = tag_.room(kMaxPackedUint32 + BitStream::max_bytes_for(positions.size() + 1));
  to = pack_uint(to, last);
  if (positions.size() > 1) {
    BitStream bits(to);
    bits.add(first, last);
    bits.add(static_cast<std::uint32_t>(positions.size() - 2), last - first);
    bits.add_between(positions);
    to = bits.finish();
  }
  tag_.end_at(to);
  table_.add(key_, tag_.view(0, tag_.size()));
}

}  // namespace backfile::glass
