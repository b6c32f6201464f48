// Bytes of a text as an input, in pieces of a chosen size and broken off where
// a test wants it.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "common/error.h"
#include "indexer/input/input.h"

namespace backfile {

class StringSource : public ByteSource {
 public:
  explicit StringSource(std::string text, std::size_t piece_bytes = std::size_t{1} << 20)
      : text_(std::move(text)), piece_bytes_(piece_bytes) {}

  // From now on read() throws behind the text, and resume() goes on with `rest`.
  StringSource& breaks_off(std::string rest = {}) {
    breaks_ = true;
    rest_ = std::move(rest);
    return *this;
  }

  std::size_t read(char* to, std::size_t room) override {
    const std::size_t count = std::min({room, piece_bytes_, text_.size() - at_});
    if (count == 0 && breaks_) throw Error("damaged", "test", "the bytes break off");
    text_.copy(to, count, at_);
    at_ += count;
    return count;
  }

  bool resume() override {
    if (rest_.empty()) return false;
    text_ = std::move(rest_);
    rest_.clear();
    at_ = 0;
    breaks_ = false;
    return true;
  }

 private:
  std::string text_;
  std::size_t piece_bytes_;
  std::size_t at_ = 0;
  bool breaks_ = false;
  std::string rest_;
};

inline Input input_of(std::string text, std::string name = "test") {
  return {{name, name, {}}, std::make_unique<StringSource>(std::move(text))};
}

}  // namespace backfile
