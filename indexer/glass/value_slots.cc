#include "indexer/glass/value_slots.h"

#include "common/error.h"
#include "common/glass/packing.h"
#include "common/glass/posting_keys.h"
#include "indexer/glass/chunk_writer.h"

namespace backfile::glass {
std::string pack_bounds(std::uint32_t documents, std::string_view least,
                        std::string_view greatest) {
  std::string tag;
  append_uint(tag, documents);
  append_text(tag, least);
  if (greatest != least) tag.append(greatest);
  return tag;
}

void ValueSlots::add(std::uint32_t docid, const SlotValue& value) {
  if (value.value.empty()) return;
  Slot& slot = slots_[value.slot];
  if (slot.documents == 0) {
    slot.least = value.value;
    slot.greatest = value.value;
  } else if (slot.last_docid >= docid) {
    throw Error("two values in slot " + std::to_string(value.slot),
                "document " + std::to_string(docid));
  } else if (value.value < slot.least) {
    slot.least = value.value;
  } else if (value.value > slot.greatest) {
    slot.greatest = value.value;
  }

  char* to = slot.bytes.room(2 * kMaxPackedUint64);
  if (slot.chunks.empty() || slot.bytes.size() - slot.chunks.back().begin >= kChunkBytes)
    slot.chunks.push_back({slot.bytes.size(), docid});
  else
    to = pack_uint(to, docid - slot.last_docid - 1);
  slot.bytes.end_at(pack_uint(to, value.value.size()));
  slot.bytes.append(value.value);
  slot.last_docid = docid;
  ++slot.documents;
}

void ValueSlots::write(TableWriter& table) const {
  write_bounds(table);
  write_chunks(table);
}

// The order of the keys is not the order of the numbers.
template <class AppendNumber>
std::map<std::string, const ValueSlots::Slot*> ValueSlots::by_key(std::string_view prefix,
                                                                  AppendNumber append) const {
  std::map<std::string, const Slot*> slots;
  for (const auto& [number, slot] : slots_) {
    std::string key(prefix);
    append(key, number);
    slots.emplace(std::move(key), &slot);
  }
  return slots;
}

void ValueSlots::write_bounds(TableWriter& table) const {
  for (const auto& [key, slot] : by_key(kBoundsKey, append_last_uint))
    table.add(key, pack_bounds(slot->documents, slot->least, slot->greatest));
}

void ValueSlots::write_chunks(TableWriter& table) const {
  for (const auto& [slot_key, slot] : by_key(kValuesKey, append_uint<std::uint32_t>)) {
    for (std::size_t i = 0; i < slot->chunks.size(); ++i) {
      std::string key = slot_key;
      append_sortable(key, slot->chunks[i].first_docid);
      const std::size_t end =
          i + 1 < slot->chunks.size() ? slot->chunks[i + 1].begin : slot->bytes.size();
      table.add(key, slot->bytes.view(slot->chunks[i].begin, end));
    }
  }
}

}  // namespace backfile::glass
