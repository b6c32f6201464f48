// The bytes of one input, front to back, with a look ahead for telling formats
// apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

class Input {
 public:
  // Opens the file, or standard input for "-". Throws Error.
  explicit Input(std::string path);
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  ~Input();

  const std::string& path() const { return path_; }
  // Bytes taken from the file so far.
  std::uint64_t bytes_read() const { return bytes_read_; }

  // The next bytes without taking them: some, at least `wanted` unless the input ends before. The
  // view lives until the next call of peek().
  std::string_view peek(std::size_t wanted);
  // Takes the first `bytes` of what peek() showed.
  void take(std::size_t bytes);

 private:
  bool read_more();

  std::string path_;
  int descriptor_ = -1;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace backfile
