// The guard against bombs: how much the bytes of one file may grow by being
// unpacked, all its layers and members taken together.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/error.h"

namespace backfile {

class Expansion {
 public:
  void add_packed(std::uint64_t bytes) { packed_ += bytes; }
  std::uint64_t packed() const { return packed_; }
  // Throws Error when more than 250 times the file's own bytes have come out of it. Text packs 3 to
  // 20 times smaller; only what was made to fill memory or time gets past 250 over 256 MB.
  void add_unpacked(std::uint64_t bytes, std::string_view path) {
    constexpr std::uint64_t kMaxRatio = 250;
    constexpr std::uint64_t kFreeBytes = std::uint64_t{256} << 20;
    unpacked_ += bytes;
    if (unpacked_ > kFreeBytes && unpacked_ / kMaxRatio > packed_)
      throw Error("unpacks to too much", path,
                  "more than 250 times its size, as bombs do; unpack it yourself if it is none");
  }

 private:
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
};

}  // namespace backfile
