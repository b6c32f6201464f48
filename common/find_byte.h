#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

// Where the first byte of `text` from `offset` on is of which `is` says so; the text's end when
// none is. `is` is of a few comparisons: compilers make one of many bytes of it.
template <class Is>
std::size_t find_byte(std::string_view text, std::size_t offset, Is is) {
  constexpr std::size_t kBlock = 32;
  for (; text.size() - offset >= kBlock; offset += kBlock) {
    const char* const block = text.data() + offset;
    unsigned char found = 0;
    for (std::size_t i = 0; i < kBlock; ++i) found |= static_cast<unsigned char>(is(block[i]));
    if (found != 0) break;
  }
  while (offset < text.size() && !is(text[offset])) ++offset;
  return offset;
}

}  // namespace backfile
