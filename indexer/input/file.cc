#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "common/error.h"
#include "indexer/input/input.h"
#include "indexer/interruption.h"

namespace backfile {
namespace {

class File : public ByteSource {
 public:
  explicit File(const std::string& path)
      : path_(path),
        descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw Error("cannot read", path, std::strerror(errno));
  }
  ~File() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* to, std::size_t room) override {
    // A signal that comes just before read() would not end it: who may have to wait asks again.
    constexpr int kMilliseconds = 500;
    while (!interrupted()) {
      pollfd ready{descriptor_, POLLIN, 0};
      const int polled = ::poll(&ready, 1, kMilliseconds);
      if (polled == 0 || (polled < 0 && errno == EINTR)) continue;
      const ssize_t count = ::read(descriptor_, to, room);
      if (count >= 0) return std::size_t(count);
      if (errno != EINTR) throw Error("cannot read", path_, std::strerror(errno));
    }
    return 0;
  }

 private:
  std::string path_;
  int descriptor_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  return std::make_unique<File>(path);
}

}  // namespace backfile
