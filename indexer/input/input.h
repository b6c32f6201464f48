// The bytes of one input, front to back, with a look ahead for telling formats
// apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/byte_source.h"

namespace backfile {

// How an input is named.
struct InputName {
  std::string path;    // as a user would find it: "dump/pages.zip/sport/a.html.gz", "-"
  std::string name;    // without the endings of what was unpacked: "a.html"
  std::string folder;  // the folder it was found in: "sport"; empty when it was named itself
};

class Input {
 public:
  // Opens the file, or standard input for "-". Throws Error.
  explicit Input(const std::string& path);
  Input(InputName name, std::unique_ptr<ByteSource> source);

  const InputName& name() const { return name_; }
  const std::string& path() const { return name_.path; }
  // Bytes got from the source so far.
  std::uint64_t bytes_read() const { return bytes_read_; }
  // Bytes taken so far: where the next peek() begins.
  std::uint64_t position() const { return bytes_read_ - (buffer_.size() - begin_); }

  // The next bytes without taking them: some, at least `wanted` unless the input ends or breaks off
  // before. The view lives until the next call of peek(). Never throws: who takes a short look for
  // the end asks require_whole().
  std::string_view peek(std::size_t wanted);
  // Takes the first `bytes` of what peek() showed.
  void take(std::size_t bytes) { begin_ += bytes; }
  // Throws the Error by which the input broke off, if it did.
  void require_whole() const;
  // After the input broke off: drops what was not taken and goes on behind the damage; false when
  // there is nothing more.
  bool resume();

 private:
  bool read_more();

  InputName name_;
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::exception_ptr broken_;
};

// All that is left of the input, not taken; empty when that is more than `max_bytes`. Throws Error
// when the input breaks off.
std::optional<std::string_view> whole_text(Input& input, std::size_t max_bytes);

// A file of the disk, or standard input for "-". Throws Error.
std::unique_ptr<ByteSource> open_file(const std::string& path);

}  // namespace backfile
