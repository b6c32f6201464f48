// Different strings -> numbers from 0 on, in the order of their first coming.
// All text lies in one block of memory and a lookup touches little else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class StringTable {
 public:
  StringTable();

  // The number of `text`, which is size() - 1 when it was not there before.
  std::uint32_t add(std::string_view text);
  // The view lives until the next add().
  std::string_view text(std::uint32_t number) const {
    return std::string_view(bytes_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }
  std::uint32_t size() const { return std::uint32_t(begins_.size() - 1); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // from 1; 0: free
  };

  void grow();

  std::string bytes_;
  std::vector<std::size_t> begins_;  // of every text, and the end of the last
  std::vector<Slot> slots_;          // a power of two, at most two thirds taken
};

}  // namespace backfile
