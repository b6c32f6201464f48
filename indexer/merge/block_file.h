// The file of a table, read block by block. Throws Error when it cannot be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace backfile::glass {

class BlockFile {
 public:
  BlockFile(std::string path, unsigned block_size);
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;
  ~BlockFile();

  const std::string& path() const { return path_; }

  // Blocks `first` to `first` + `count` - 1. Throws Error when the file ends before.
  void read(std::uint32_t first, std::size_t count, char* to) const;

 private:
  std::string path_;
  unsigned block_size_;
  int descriptor_;
};

}  // namespace backfile::glass
