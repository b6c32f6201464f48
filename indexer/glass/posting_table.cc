#include "indexer/glass/posting_table.h"

#include "common/glass/packing.h"
#include "common/glass/posting_keys.h"

namespace backfile::glass {
void PostingTable::write_head(const std::map<std::string, std::string>& metadata,
                              const ValueSlots& values, std::span<const std::uint32_t> lengths) {
  std::string key;
  for (const auto& [name, value] : metadata)
    if (!value.empty()) table_.add(key.assign(kMetadataKey).append(name), value);

  values.write(table_);

  std::uint32_t docid = 0;
  for (const std::uint32_t length : lengths) chunks_.add(++docid, length);
  // The engine counts the documents elsewhere.
  chunks_.write(table_, kLengthsKey, kLengthsKey, 0, 0);
}

void PostingTable::begin_term(std::string_view term) {
  first_key_.clear();
  append_sortable_text(first_key_, term);
  other_key_.assign(first_key_).push_back('\0');
}

void PostingTable::end_term() {
  chunks_.write(table_, first_key_, other_key_, chunks_.postings(), chunks_.wdf_sum());
}

}  // namespace backfile::glass
