#include "common/durable_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"

namespace backfile {
namespace {

constexpr std::int64_t kHandOverBytes = std::int64_t{8} << 20;

[[noreturn]] void fail(const std::string& path) {
  throw Error("cannot write", path, std::strerror(errno));
}

}  // namespace

DurableFile::DurableFile(const std::string& path)
    : path_(path),
      descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail(path_);
}

DurableFile::~DurableFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DurableFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      fail(path_);
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ += count;
  }
  if (written_ - handed_over_ >= kHandOverBytes) hand_over();
}

// Has the system begin to write what is new, and forget what it wrote of all before. It is asked,
// not waited for: what fails here, sync() finds again.
void DurableFile::hand_over() {
  ::sync_file_range(descriptor_, handed_over_, written_ - handed_over_, SYNC_FILE_RANGE_WRITE);
  if (handed_over_ > 0) ::posix_fadvise(descriptor_, 0, handed_over_, POSIX_FADV_DONTNEED);
  handed_over_ = written_;
}

void DurableFile::sync() {
  if (::fdatasync(descriptor_) != 0) fail(path_);
}

void DurableFile::close() {
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) fail(path_);
}

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) != 0)
    throw Error("cannot make the folder", path, std::strerror(errno));
}

void sync_path(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path);
  const int failure = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  errno = failure;
  if (failure != 0) fail(path);
}

void sync_files(const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (entry->is_regular_file(error)) sync_path(entry->path().string());
  if (error) throw Error("cannot write", folder, error.message());
  sync_path(folder);
}

void replace_file(const std::string& folder, std::string_view name, std::string_view bytes,
                  bool sync) {
  const std::string path = folder + "/" + std::string(name);
  const std::string unfinished = path + ".new";
  DurableFile file(unfinished);
  file.write(bytes);
  if (sync) file.sync();
  file.close();
  if (std::rename(unfinished.c_str(), path.c_str()) != 0) fail(path);
  if (sync) sync_path(folder);
}

bool unlink_file(const std::string& path) {
  if (::unlink(path.c_str()) == 0) return true;
  if (errno != ENOENT) fail(path);
  return false;
}

}  // namespace backfile
