#include "indexer/archive/string_table.h"

#include <xxhash.h>

namespace backfile {

StringTable::StringTable() : begins_{0}, slots_(1024) {}

std::uint32_t StringTable::add(std::string_view text) {
  const auto hash = std::uint32_t(XXH3_64bits(text.data(), text.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at].number - 1;
    if (slots_[at].hash == hash && this->text(number) == text) return number;
  }
  bytes_ += text;
  begins_.push_back(bytes_.size());
  slots_[at] = {hash, size()};
  if (size() > slots_.size() / 3 * 2) grow();
  return size() - 1;
}

void StringTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace backfile
