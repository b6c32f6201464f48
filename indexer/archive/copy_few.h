#pragma once

#include <cstddef>
#include <cstring>

namespace backfile {

// As std::memcpy(), and without a call for 4 to 16 bytes, as words and postings mostly have.
inline void copy_few(char* to, const char* from, std::size_t bytes) {
  if (bytes < 4 || bytes > 16) {
    std::memcpy(to, from, bytes);
  } else if (bytes < 8) {
    std::memcpy(to, from, 4);
    std::memcpy(to + bytes - 4, from + bytes - 4, 4);
  } else {
    std::memcpy(to, from, 8);
    std::memcpy(to + bytes - 8, from + bytes - 8, 8);
  }
}

}  // namespace backfile
