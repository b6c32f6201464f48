#include "indexer/glass/document_table.h"

#include "common/glass/packing.h"

namespace backfile::glass {

void DocumentTable::add(std::uint32_t docid, std::string_view data) {
  if (data.empty()) return;
  char key[kMaxSortableUint32];
  const char* end = pack_sortable(key, docid);
  table_.add({key, static_cast<std::size_t>(end - key)}, data);
}

}  // namespace backfile::glass
