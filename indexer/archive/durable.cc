#include "indexer/archive/durable.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"

namespace backfile {
namespace {

[[noreturn]] void throw_failure(const std::string& path) {
  throw Error("the archive cannot be written", path, std::strerror(errno));
}

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags)
      : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) throw_failure(path);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }

  void write(std::string_view content) const {
    while (!content.empty()) {
      const ssize_t count = ::write(number_, content.data(), content.size());
      if (count < 0 && errno != EINTR) throw_failure(path_);
      if (count > 0) content.remove_prefix(std::size_t(count));
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) throw_failure(path_);
  }

 private:
  std::string path_;
  int number_;
};

}  // namespace

void sync_path(const std::string& path) { Descriptor(path, O_RDONLY).sync(); }

void sync_files(const std::string& folder) {
  try {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.is_regular_file()) sync_path(entry.path().string());
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error("the archive cannot be written", folder, error.code().message());
  }
  sync_path(folder);
}

void replace_file(const std::string& folder, std::string_view name, std::string_view content) {
  const std::string path = folder + "/" + std::string(name);
  const std::string written = path + ".new";
  {
    const Descriptor file(written, O_WRONLY | O_CREAT | O_TRUNC);
    file.write(content);
    file.sync();
  }
  if (std::rename(written.c_str(), path.c_str()) != 0) throw_failure(path);
  sync_path(folder);
}

}  // namespace backfile
