// The file of a table, read block by block, once: around the system's page cache,
// where the file system can do that. Throws Error when it cannot be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

namespace backfile::glass {

class BlockFile {
 public:
  BlockFile(std::string path, unsigned block_size);
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;
  ~BlockFile();

  const std::string& path() const { return path_; }

  struct Free {
    void operator()(char* bytes) const { std::free(bytes); }
  };
  // Of blocks, where read() can put them without a copy on the way.
  using Blocks = std::unique_ptr<char[], Free>;
  Blocks make_room(std::size_t count) const;

  // Blocks `first` to `first` + `count` - 1. Throws Error when the file ends before.
  void read(std::uint32_t first, std::size_t count, const Blocks& to) const;

 private:
  bool use_cache() const;

  std::string path_;
  unsigned block_size_;
  int descriptor_;
};

}  // namespace backfile::glass
