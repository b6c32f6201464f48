#include "indexer/merge/block_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {

BlockFile::BlockFile(std::string path, unsigned block_size)
    : path_(std::move(path)),
      block_size_(block_size),
      descriptor_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) throw Error("cannot open", path_, std::strerror(errno));
}

BlockFile::~BlockFile() { ::close(descriptor_); }

void BlockFile::read(std::uint32_t first, std::size_t count, char* to) const {
  std::size_t bytes = count * block_size_;
  off_t from = static_cast<off_t>(first) * block_size_;
  while (bytes > 0) {
    const ssize_t got = ::pread(descriptor_, to, bytes, from);
    if (got == 0) fail_damaged(path_);
    if (got < 0) {
      if (errno == EINTR) continue;
      throw Error("cannot read", path_, std::strerror(errno));
    }
    bytes -= static_cast<std::size_t>(got);
    from += got;
    to += got;
  }
}

}  // namespace backfile::glass
