// Takes packed numbers and texts off the front of a key or tag, the opposite of
// packing.h. What cannot be, because there are too few bytes or a number does not
// fit, throws Error: the database is damaged.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/glass/packing.h"

namespace backfile::glass {

[[noreturn]] inline void fail_damaged(std::string_view path) {
  throw Error("a damaged Xapian database", path);
}

// A packed number at `from`, which goes behind it; `end` is that of the bytes. False when there is
// none: for the loops over postings, which cannot do with Unpacking.
inline bool take_packed(const char*& from, const char* end, std::uint32_t& number) {
  if (from != end && static_cast<unsigned char>(*from) < 0x80) {
    number = static_cast<unsigned char>(*from++);
    return true;
  }
  number = 0;
  for (unsigned shift = 0; from != end && shift < 35; shift += 7) {
    const auto byte = static_cast<unsigned char>(*from++);
    number |= std::uint32_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

class Unpacking {
 public:
  // `path` is what an error names. Both texts must outlive this.
  Unpacking(std::string_view text, const std::string& path) : text_(text), path_(path) {}

  std::string_view take(std::size_t count) {
    if (text_.size() < count) fail();
    const std::string_view taken = text_.substr(0, count);
    text_.remove_prefix(count);
    return taken;
  }

  template <typename Number>
  Number take_uint() {
    std::uint64_t number = 0;
    unsigned byte = 0x80;
    for (unsigned shift = 0; (byte & 0x80) != 0; shift += 7) {
      byte = take_byte();
      if (shift > 63 || (shift == 63 && byte > 1)) fail();
      number |= std::uint64_t{byte & 0x7f} << shift;
    }
    if (number > std::numeric_limits<Number>::max()) fail();
    return static_cast<Number>(number);
  }

  std::string_view take_text() { return take(take_uint<std::size_t>()); }

  // What pack_sortable() wrote.
  std::uint32_t take_sortable() {
    const unsigned head = take_byte();
    if (head < 0x80) return head << 8 | take_byte();
    const int ones = std::countl_one(static_cast<unsigned char>(head));
    if (ones > 3) fail();
    std::uint64_t value = head & (0x7fu >> ones);
    for (int i = 0; i <= ones; ++i) value = value << 8 | take_byte();
    if (value > std::numeric_limits<std::uint32_t>::max()) fail();
    return static_cast<std::uint32_t>(value);
  }

  std::string_view rest() const { return text_; }
  bool done() const { return text_.empty(); }
  [[noreturn]] void fail() const { fail_damaged(path_); }

 private:
  unsigned take_byte() {
    if (text_.empty()) fail();
    const unsigned byte = static_cast<unsigned char>(text_.front());
    text_.remove_prefix(1);
    return byte;
  }

  std::string_view text_;
  const std::string& path_;
};

}  // namespace backfile::glass
