// A text that is compared in byte order, mostly by one number: without a look at
// the text, which may be in far memory.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

struct OrderedText {
  OrderedText() = default;
  explicit OrderedText(std::string_view whole) : text(whole) {
    for (std::size_t i = 0; i < sizeof(first_bytes); ++i)
      first_bytes = first_bytes << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }

  friend bool operator==(const OrderedText& a, const OrderedText& b) {
    return a.first_bytes == b.first_bytes && a.text == b.text;
  }
  friend std::strong_ordering operator<=>(const OrderedText& a, const OrderedText& b) {
    if (a.first_bytes != b.first_bytes) return a.first_bytes <=> b.first_bytes;
    return a.text <=> b.text;
  }

  std::uint64_t first_bytes = 0;  // the first is the highest; what is not there is zero
  std::string_view text;
};

}  // namespace backfile
