#include "searcher/line_reader.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <unistd.h>

#include "common/error.h"

namespace backfile {

std::optional<std::string> LineReader::next() {
  std::string line;
  bool has_line = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    const std::size_t length = std::min(end, buffer_.size()) - begin_;
    line.append(buffer_, begin_, std::min(length, max_bytes_ + 1 - line.size()));
    has_line = has_line || length > 0;
    begin_ += length;
    if (end != std::string::npos) {
      ++begin_;
      return line;
    }
    if (!read_more()) break;
  }
  if (!has_line) return std::nullopt;
  return line;
}

bool LineReader::read_more() {
  constexpr std::size_t kBlock = 65'536;
  buffer_.resize(kBlock);
  begin_ = 0;
  ssize_t count = 0;
  do count = ::read(file_, buffer_.data(), buffer_.size());
  while (count < 0 && errno == EINTR);
  if (count < 0)
    throw Error("cannot read the requests", {}, std::generic_category().message(errno));
  buffer_.resize(std::size_t(count));
  return count > 0;
}

}  // namespace backfile
