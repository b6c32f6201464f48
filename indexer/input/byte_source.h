// Where the bytes of an input come from: a file, a member of a container, what
// a decompressor gives. One after another, front to back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace backfile {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Puts at most `room` (> 0) bytes to `to` and returns how many; 0 at the end. Throws Error where
  // the bytes break off.
  virtual std::size_t read(char* to, std::size_t room) = 0;
  // After read() threw: goes behind the damage, where the bytes begin anew (the next member of a
  // gzip file). False when there is nothing more to be had.
  virtual bool resume() { return false; }
};

}  // namespace backfile
