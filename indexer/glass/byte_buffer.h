// Bytes that grow at the end and are written through a bare pointer: room() makes
// place once, then any number of packed numbers follow each other unchecked.
//
//   char* to = bytes.room(2 * kMaxPackedUint32);
//   bytes.end_at(pack_uint(pack_uint(to, docid), wdf));
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace backfile::glass {

class ByteBuffer {
 public:
  std::size_t size() const { return size_; }
  char* data() { return bytes_.get(); }
  const char* data() const { return bytes_.get(); }
  std::string_view view(std::size_t from, std::size_t to) const {
    return {bytes_.get() + from, to - from};
  }

  void clear() { size_ = 0; }

  // Where to write `count` more bytes at most; valid until the next call.
  char* room(std::size_t count) {
    if (capacity_ - size_ < count) grow(count);
    return bytes_.get() + size_;
  }

  // `end` is behind the last byte written into room().
  void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

  void append(std::string_view bytes) {
    if (bytes.empty()) return;
    std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
    size_ += bytes.size();
  }

 private:
  void grow(std::size_t count) {
    const std::size_t capacity = std::max(size_ + count, capacity_ + capacity_ / 2 + 256);
    std::unique_ptr<char[]> bytes(new char[capacity]);
    if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace backfile::glass
