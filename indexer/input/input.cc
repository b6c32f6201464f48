#include "indexer/input/input.h"

#include <filesystem>

#include "common/error.h"

namespace backfile {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

}  // namespace

Input::Input(const std::string& path)
    : Input({path, std::filesystem::path(path).filename().string(), {}}, open_file(path)) {}

Input::Input(InputName name, std::unique_ptr<ByteSource> source)
    : name_(std::move(name)), source_(std::move(source)) {}

std::string_view Input::peek(std::size_t wanted) {
  while (buffer_.size() - begin_ < wanted && read_more()) continue;
  return std::string_view(buffer_).substr(begin_);
}

void Input::require_whole() const {
  if (broken_) std::rethrow_exception(broken_);
}

bool Input::resume() {
  buffer_.clear();
  begin_ = 0;
  if (!broken_ || !source_->resume()) return false;
  broken_ = nullptr;
  return true;
}

bool Input::read_more() {
  if (broken_) return false;
  // What was taken is dropped once it is most of the buffer, so that however small the steps are, a
  // byte is moved a few times at most.
  if (begin_ > buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kBlockBytes);
  std::size_t count = 0;
  try {
    count = source_->read(buffer_.data() + kept, kBlockBytes);
  } catch (const Error&) {
    broken_ = std::current_exception();
  }
  buffer_.resize(kept + count);
  bytes_read_ += count;
  return count > 0;
}

std::optional<std::string_view> whole_text(Input& input, std::size_t max_bytes) {
  const std::string_view text = input.peek(max_bytes + 1);
  if (text.size() > max_bytes) return std::nullopt;
  input.require_whole();
  return text;
}

}  // namespace backfile
