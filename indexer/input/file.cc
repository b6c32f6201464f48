#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"
#include "indexer/input/input.h"

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
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, to, room);
    } while (count < 0 && errno == EINTR);
    if (count < 0) throw Error("cannot read", path_, std::strerror(errno));
    return std::size_t(count);
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
