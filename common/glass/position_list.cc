#include "common/glass/position_list.h"

#include <bit>

#include "common/glass/unpacking.h"

namespace backfile::glass {
namespace {

// Bits, the lowest of a byte first.
class BitReader {
 public:
  BitReader(std::string_view bytes, const std::string& path) : bytes_(bytes), path_(path) {}

  // A number below `range`, in as many bits as tell them apart; where `range` is no power of two,
  // those in the middle have one bit less.
  std::uint32_t take(std::uint32_t range) {
    const auto bits = static_cast<unsigned>(std::bit_width(range - 1));
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - range);
    if (spare == 0) return take_bits(bits);
    const std::uint32_t middle = (range - spare) / 2;
    const std::uint32_t value = take_bits(bits - 1);
    if (value >= middle || take_bits(1) == 0) return value;
    return value + middle + spare;
  }

  std::size_t bits_left() const { return bytes_.size() * 8 + pending_bits_; }

 private:
  std::uint32_t take_bits(unsigned count) {
    while (pending_bits_ < count) {
      if (bytes_.empty()) fail_damaged(path_);
      pending_ |= std::uint64_t{static_cast<unsigned char>(bytes_.front())} << pending_bits_;
      pending_bits_ += 8;
      bytes_.remove_prefix(1);
    }
    const auto value = static_cast<std::uint32_t>(pending_ & ((std::uint64_t{1} << count) - 1));
    pending_ >>= count;
    pending_bits_ -= count;
    return value;
  }

  std::string_view bytes_;
  const std::string& path_;
  std::uint64_t pending_ = 0;
  unsigned pending_bits_ = 0;
};

// The numbers between the first and the last, which are known: the one in the middle, then so the
// left and the right half.
void fill_between(BitReader& bits, const std::string& path, std::uint32_t* first,
                  std::uint32_t* last) {
  while (last - first > 1) {
    std::uint32_t* const middle = first + (last - first) / 2;
    const auto gaps = static_cast<std::uint32_t>(last - first);
    if (*last - *first < gaps) fail_damaged(path);
    const std::uint32_t range = *last - *first - gaps + 1;
    *middle = *first + static_cast<std::uint32_t>(middle - first) + bits.take(range);
    fill_between(bits, path, first, middle);
    first = middle;
  }
}

}  // namespace

void append_positions(std::string_view tag, const std::string& path,
                      std::vector<std::uint32_t>& positions) {
  Unpacking from(tag, path);
  const auto last = from.take_uint<std::uint32_t>();
  if (from.done()) return positions.push_back(last);
  if (last == 0) fail_damaged(path);
  BitReader bits(from.rest(), path);
  const std::uint32_t first = bits.take(last);
  if (first >= last) fail_damaged(path);
  const std::size_t count = std::size_t{2} + bits.take(last - first);
  if (count - 1 > last - first) fail_damaged(path);
  const std::size_t begin = positions.size();
  positions.resize(begin + count);
  positions[begin] = first;
  positions.back() = last;
  fill_between(bits, path, &positions[begin], &positions.back());
}

}  // namespace backfile::glass
