// The encodings of numbers and texts that keys and tags of a glass database are
// made of (FORMAT.md). Writers take a place with enough room and return the place
// behind what they wrote, so that the loops over postings neither allocate nor
// check.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace backfile::glass {

inline constexpr std::size_t kMaxPackedUint32 = 5;
inline constexpr std::size_t kMaxPackedUint64 = 10;
inline constexpr std::size_t kMaxSortableUint32 = 5;

// 7 bits a byte, low bits first, the top bit set in all bytes but the last: 300 is AC 02.
template <typename Number>
char* pack_uint(char* to, Number value) {
  static_assert(std::is_unsigned_v<Number>);
  while (value >= 0x80) {
    *to++ = static_cast<char>(value | 0x80);
    value = static_cast<Number>(value >> 7);
  }
  *to++ = static_cast<char>(value);
  return to;
}

template <typename Number>
void append_uint(std::string& to, Number value) {
  char packed[kMaxPackedUint64];
  to.append(packed, pack_uint(packed, value));
}

// Big-endian with the length in front as a run of 1 bits, so that byte order is the order of the
// numbers: 2 bytes below 8000 hex, 3 below 400000 hex, 5 at most. 1 is 00 01, 32768 is 80 80 00.
inline char* pack_sortable(char* to, std::uint32_t value) {
  if (value < 0x8000) {
    *to++ = static_cast<char>(value >> 8);
    *to++ = static_cast<char>(value);
    return to;
  }
  const auto length = static_cast<int>(std::bit_width(value) + 5) / 7;
  std::uint64_t bytes = value;
  bytes |= std::uint64_t{(0xffu << (10 - length)) & 0xffu} << (8 * (length - 1));
  for (int shift = 8 * (length - 1); shift >= 0; shift -= 8)
    *to++ = static_cast<char>(bytes >> shift);
  return to;
}

inline void append_sortable(std::string& to, std::uint32_t value) {
  char packed[kMaxSortableUint32];
  to.append(packed, pack_sortable(packed, value));
}

// The text with every 00 as 00 FF: what follows in a key starts with 00 (the end of the text) or
// nothing, so that byte order of keys is the order of the texts.
inline void append_sortable_text(std::string& to, std::string_view text) {
  for (std::size_t end = text.find('\0'); end != std::string_view::npos; end = text.find('\0')) {
    to.append(text.substr(0, end + 1));
    to.push_back('\xff');
    text.remove_prefix(end + 1);
  }
  to.append(text);
}

// Low byte first, as many bytes as it needs and none for 0; only where nothing follows.
inline void append_last_uint(std::string& to, std::uint32_t value) {
  for (; value != 0; value >>= 8) to.push_back(static_cast<char>(value));
}

inline void append_text(std::string& to, std::string_view text) {
  append_uint(to, text.size());
  to.append(text);
}

// Big-endian numbers of a fixed size, as in the blocks of a table.
inline void store_16(char* to, unsigned value) {
  to[0] = static_cast<char>(value >> 8);
  to[1] = static_cast<char>(value);
}

inline unsigned load_16(const char* from) {
  return unsigned{static_cast<unsigned char>(from[0])} << 8 | static_cast<unsigned char>(from[1]);
}

inline void store_32(char* to, std::uint32_t value) {
  store_16(to, value >> 16);
  store_16(to + 2, value & 0xffff);
}

inline std::uint32_t load_32(const char* from) {
  return std::uint32_t{load_16(from)} << 16 | load_16(from + 2);
}

}  // namespace backfile::glass
