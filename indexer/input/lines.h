// An input as numbered lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/input/input.h"

namespace backfile {

struct Line {
  std::string_view text;  // without the line feed; lives until the next call of next()
  std::uint64_t number = 0;
  bool too_long = false;  // then `text` is empty
};

class Lines {
 public:
  // Lines of more than `max_bytes` are skipped and told of, so memory stays bounded. `input`
  // outlives this.
  Lines(Input& input, std::size_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  // The next line; empty at the end. A byte-order mark at the front is dropped. Throws Error when
  // the input breaks off, after the last line that is whole.
  std::optional<Line> next();

 private:
  void skip_rest_of_line();

  Input& input_;
  std::size_t max_bytes_;
  std::size_t taken_ = 0;  // bytes of the last line, still in the input's buffer
  std::uint64_t number_ = 0;
};

}  // namespace backfile
