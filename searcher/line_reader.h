// Lines of a pipe as they come: standard input, without waiting for more than a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace backfile {

// One thread at a time.
class LineReader {
 public:
  // Of a line, `max_bytes` are kept and one more, so that a longer one is known as such.
  LineReader(int file, std::size_t max_bytes) : file_(file), max_bytes_(max_bytes) {}

  // The next line without its end; nothing at the end of input. The last line needs no end. Throws
  // Error when the input cannot be read.
  std::optional<std::string> next();

 private:
  bool read_more();

  int file_;
  std::size_t max_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is in the buffer and no line yet
};

}  // namespace backfile
