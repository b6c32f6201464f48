// A set of document numbers of a segment, a bit each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace backfile {

class Bits {
 public:
  // Empty, for numbers up to `last`.
  explicit Bits(std::uint32_t last) : words_(last / 64 + std::size_t{1}) {}

  void add(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << (number % 64); }
  void remove(std::uint32_t number) { words_[number / 64] &= ~(std::uint64_t{1} << (number % 64)); }
  bool has(std::uint32_t number) const { return (words_[number / 64] >> (number % 64) & 1U) != 0; }
  std::size_t count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : words_) sum += std::size_t(std::popcount(word));
    return sum;
  }

  // Both are for the same numbers.
  Bits& operator&=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Bits& operator|=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  Bits& operator-=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  // Calls `use` with every number, in order.
  template <class Use>
  void for_each(Use use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) for_each_in(i, use);
  }
  // The same with those from 64 * block to 64 * block + 63.
  template <class Use>
  void for_each_in(std::size_t block, Use use) const {
    if (block >= words_.size()) return;
    for (std::uint64_t left = words_[block]; left != 0; left &= left - 1)
      use(std::uint32_t(block * 64 + std::size_t(std::countr_zero(left))));
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace backfile
