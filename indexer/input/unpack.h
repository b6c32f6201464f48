// One file of the dump -> the inputs inside it, however it is packed: gz, bz2,
// xz, zst, zip, tar, UTF-16 and UTF-32, each in any other.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/input/container.h"
#include "indexer/input/expansion.h"
#include "indexer/input/input.h"

namespace backfile {

class Unpacker {
 public:
  // More layers than anybody packs by mistake.
  static constexpr std::size_t kMaxLayers = 6;

  Unpacker(InputName name, std::unique_ptr<ByteSource> file);

  // The next input that is not packed; lives until the next call; nullptr at the end. Throws Error
  // for what cannot be unpacked; the next call goes on behind it.
  Input* next();

  // Bytes of the file itself that have been read so far, packed as they are.
  std::uint64_t bytes_read() const { return expansion_->packed(); }

 private:
  struct Level {
    Members members;
    std::size_t layers;  // around its members
  };

  // `input` without its layers: what is in it, or nullptr when it is a container, which is then
  // open.
  std::unique_ptr<Input> descend(std::unique_ptr<Input> input, std::size_t layers);

  std::unique_ptr<Expansion> expansion_ = std::make_unique<Expansion>();
  std::unique_ptr<Input> file_;  // until it is looked at
  std::vector<Level> open_;      // containers, the innermost last
  std::unique_ptr<Input> leaf_;
};

}  // namespace backfile
