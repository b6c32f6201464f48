#include "indexer/archive/string_table.h"

#include <algorithm>
#include <cstring>

namespace backfile {

StringTable::StringTable() : begins_{0}, slots_(1024) {}

std::uint32_t StringTable::search(const Key& key, std::string_view text) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = first_place(key);
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at].number - 1;
    if (slots_[at].key == key && (key.is_whole() || this->text(number) == text)) return number;
  }
  bytes_ += text;
  begins_.push_back(std::uint32_t(bytes_.size()));
  slots_[at] = {key, size()};
  if (size() > slots_.size() / 3 * 2) grow();
  return size() - 1;
}

void StringTable::clear() {
  bytes_.clear();
  begins_.resize(1);
  std::ranges::fill(slots_, Slot());
}

void StringTable::grow() {
  decltype(slots_) old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    std::size_t at = first_place(slot.key);
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace backfile
