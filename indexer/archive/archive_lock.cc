#include "indexer/archive/archive_lock.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/archive_files.h"
#include "common/error.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// "process 4711", as the holder wrote it; empty when it had no time to.
std::string holder(int descriptor) {
  std::array<char, 100> text{};
  const ssize_t bytes = ::pread(descriptor, text.data(), text.size(), 0);
  return bytes > 0 ? clean_line({text.data(), std::size_t(bytes)}) : std::string();
}

}  // namespace

ArchiveLock::ArchiveLock(const std::string& archive) {
  const std::string path = archive + "/" + std::string(kLockFile);
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw Error("the archive cannot be written", path, std::strerror(errno));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const bool is_held = errno == EWOULDBLOCK;
    const std::string reason = is_held ? holder(descriptor_) : std::strerror(errno);
    ::close(descriptor_);
    if (!is_held) throw Error("the archive cannot be locked", path, reason);
    throw Error((reason.empty() ? "another process" : reason) + " is writing this archive", archive,
                "wait for it to end");
  }
  const std::string who = "process " + std::to_string(::getpid()) + "\n";
  // Only a courtesy: a disk too full for it is met when something must be written.
  if (::ftruncate(descriptor_, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(descriptor_, who.data(), who.size(), 0);
}

ArchiveLock::~ArchiveLock() { ::close(descriptor_); }

}  // namespace backfile
