// Different strings -> numbers from 0 on, in the order of their first coming.
// All text lies in one block of memory, but a lookup touches one line of cache and
// no other for most words: of 16 bytes at most, they are whole in their slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/huge_pages.h"

namespace backfile {

// Of less than 4 GB of text.
class StringTable {
 public:
  StringTable();

  // The first and the last bytes of a text; with their number they are all of a short one.
  struct Key {
    Key() = default;
    explicit Key(std::string_view text);
    bool operator==(const Key&) const = default;
    bool is_whole() const { return bytes <= sizeof(first) + sizeof(last); }

    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint32_t bytes = 0;
  };

  // The number of `text`, which is size() - 1 when it was not there before.
  std::uint32_t add(std::string_view text) { return add(Key(text), text); }
  // The same; `key` is that of `text`.
  std::uint32_t add(const Key& key, std::string_view text) {
    const Slot& slot = slots_[first_place(key)];
    return slot.number != 0 && slot.key == key && key.is_whole() ? slot.number - 1
                                                                 : search(key, text);
  }
  // Begins to fetch what add() will look at from far memory.
  void prefetch(const Key& key) const { __builtin_prefetch(&slots_[first_place(key)]); }

  // The view lives until the next add().
  std::string_view text(std::uint32_t number) const {
    return std::string_view(bytes_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }
  void prefetch_text(std::uint32_t number) const {
    __builtin_prefetch(bytes_.data() + begins_[number]);
  }
  std::uint32_t size() const { return std::uint32_t(begins_.size() - 1); }

  // Keeps the memory.
  void clear();

 private:
  struct alignas(32) Slot {
    Key key;
    std::uint32_t number = 0;  // from 1; 0: free
  };

  std::size_t first_place(const Key& key) const;
  std::uint32_t search(const Key& key, std::string_view text);
  void grow();

  std::string bytes_;
  std::vector<std::uint32_t> begins_;         // of every text, and the end of the last
  std::vector<Slot, HugePages<Slot>> slots_;  // a power of two, at most two thirds taken
};

// Multiplies 64 bits by 64 and folds the product, as XXH3 and wyhash do.
inline std::size_t StringTable::first_place(const Key& key) const {
  constexpr std::uint64_t kA = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kB = 0xC2B2AE3D27D4EB4FU;
  __extension__ using Product = unsigned __int128;
  const Product product = Product{key.first ^ kA} * (key.last ^ kB ^ key.bytes);
  return (std::uint64_t(product) ^ std::uint64_t(product >> 64)) & (slots_.size() - 1);
}

inline StringTable::Key::Key(std::string_view text) : bytes(std::uint32_t(text.size())) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  if (bytes >= sizeof(first)) {
    std::memcpy(&first, begin, sizeof(first));
    std::memcpy(&last, end - sizeof(last), sizeof(last));
  } else if (bytes >= 4) {
    std::memcpy(&first, begin, 4);
    std::memcpy(&last, end - 4, 4);
  } else if (bytes > 0) {
    // Of three bytes each, of two or one some twice.
    std::memcpy(&first, begin, 1);
    std::memcpy(&last, begin + bytes / 2, 1);
    last = last << 8 | static_cast<unsigned char>(end[-1]);
  }
}

}  // namespace backfile
