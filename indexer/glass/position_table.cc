#include "indexer/glass/position_table.h"

#include "common/glass/packing.h"

namespace backfile::glass {

void PositionTable::begin_term(std::string_view term) {
  key_.clear();
  append_sortable_text(key_, term);
  key_.push_back('\0');
  term_bytes_ = key_.size();
}

void PositionTable::add(std::uint32_t docid, std::string_view packed) {
  key_.resize(term_bytes_);
  append_sortable(key_, docid);
  table_.add(key_, packed);
}

}  // namespace backfile::glass
