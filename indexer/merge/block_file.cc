#include "indexer/merge/block_file.h"

#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {
namespace {

// Of places in memory and in the file, which every device can take.
constexpr std::size_t kAlignment = 4096;

int open_file(const std::string& path) {
  const int around_cache = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECT);
  if (around_cache >= 0 || errno != EINVAL) return around_cache;
  return ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

}  // namespace

BlockFile::BlockFile(std::string path, unsigned block_size)
    : path_(std::move(path)), block_size_(block_size), descriptor_(open_file(path_)) {
  if (descriptor_ < 0) throw Error("cannot open", path_, std::strerror(errno));
}

BlockFile::~BlockFile() { ::close(descriptor_); }

BlockFile::Blocks BlockFile::make_room(std::size_t count) const {
  const std::size_t bytes = (count * block_size_ + kAlignment - 1) / kAlignment * kAlignment;
  Blocks room(static_cast<char*>(std::aligned_alloc(kAlignment, bytes)));
  if (!room) throw std::bad_alloc();
  return room;
}

void BlockFile::read(std::uint32_t first, std::size_t count, const Blocks& blocks) const {
  char* to = blocks.get();
  std::size_t bytes = count * block_size_;
  off_t from = static_cast<off_t>(first) * block_size_;
  while (bytes > 0) {
    const ssize_t got = ::pread(descriptor_, to, bytes, from);
    if (got == 0) fail_damaged(path_);
    if (got < 0) {
      if (errno == EINTR || (errno == EINVAL && use_cache())) continue;
      throw Error("cannot read", path_, std::strerror(errno));
    }
    bytes -= static_cast<std::size_t>(got);
    from += got;
    to += got;
  }
}

// For small blocks, and what is behind a read that was cut short: what is not aligned as the device
// wants it. False when the cache was in use already.
bool BlockFile::use_cache() const {
  const int flags = ::fcntl(descriptor_, F_GETFL);
  return flags >= 0 && (flags & O_DIRECT) != 0 &&
         ::fcntl(descriptor_, F_SETFL, flags & ~O_DIRECT) == 0;
}

}  // namespace backfile::glass
