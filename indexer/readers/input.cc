#include "indexer/readers/input.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"

namespace backfile {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

}  // namespace

Input::Input(std::string path) : path_(std::move(path)) {
  descriptor_ = path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw Error("cannot read", path_, std::strerror(errno));
}

Input::~Input() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::string_view Input::peek(std::size_t wanted) {
  while (buffer_.size() - begin_ < wanted && read_more()) continue;
  return std::string_view(buffer_).substr(begin_);
}

void Input::take(std::size_t bytes) { begin_ += bytes; }

bool Input::read_more() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kBlockBytes);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer_.data() + kept, kBlockBytes);
  } while (count < 0 && errno == EINTR);
  const int error = errno;
  buffer_.resize(kept + (count > 0 ? std::size_t(count) : 0));
  if (count < 0) throw Error("cannot read", path_, std::strerror(error));
  bytes_read_ += std::uint64_t(count);
  return count > 0;
}

}  // namespace backfile
