#include "indexer/glass/packed_positions.h"

#include <bit>

namespace backfile::glass {
namespace {

// The lowest bit of a byte first.
class BitStream {
 public:
  explicit BitStream(char* to) : to_(to) {}

  // `value` of the values 0 to `range` - 1, in as many bits as tell them apart. Of `range` values
  // that are no power of two, those in the middle have one bit less.
  void add(std::uint32_t value, std::uint32_t range) {
    auto bits = static_cast<unsigned>(std::bit_width(range - 1));
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - range);
    if (spare != 0) {
      const std::uint32_t middle = (range - spare) / 2;
      if (value >= middle + spare)
        value = (value - middle - spare) | std::uint32_t{1} << (bits - 1);
      else if (value >= middle)
        --bits;
    }
    pending_ |= std::uint64_t{value} << pending_bits_;
    pending_bits_ += bits;
    if (pending_bits_ >= 32) {
      put_byte(), put_byte(), put_byte(), put_byte();
      pending_bits_ -= 32;
    }
  }

  // The ascending `numbers` between the first and the last, which the reader knows: the one in the
  // middle, then so the left and the right half. The bounds leave few values for each.
  void add_between(std::span<const std::uint32_t> numbers) {
    while (numbers.size() > 2) {
      const std::size_t middle = (numbers.size() - 1) / 2;
      const auto gaps = static_cast<std::uint32_t>(numbers.size() - 1);
      const std::uint32_t lowest = numbers.front() + static_cast<std::uint32_t>(middle);
      add(numbers[middle] - lowest, numbers.back() - numbers.front() - gaps + 1);
      add_between(numbers.first(middle + 1));
      numbers = numbers.subspan(middle);
    }
  }

  // Fills the last byte with zeros and returns the place behind it.
  char* finish() {
    for (; pending_bits_ > 0; pending_bits_ = pending_bits_ < 8 ? 0 : pending_bits_ - 8) put_byte();
    return to_;
  }

 private:
  void put_byte() {
    *to_++ = static_cast<char>(pending_);
    pending_ >>= 8;
  }

  char* to_;
  std::uint64_t pending_ = 0;
  unsigned pending_bits_ = 0;
};

}  // namespace

char* pack_positions(char* to, std::span<const std::uint32_t> positions) {
  const std::uint32_t first = positions.front();
  const std::uint32_t last = positions.back();
  to = pack_uint(to, last);
  if (positions.size() == 1) return to;
  BitStream bits(to);
  bits.add(first, last);
  bits.add(static_cast<std::uint32_t>(positions.size() - 2), last - first);
  bits.add_between(positions);
  return bits.finish();
}

}  // namespace backfile::glass
