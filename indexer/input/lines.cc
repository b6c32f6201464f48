#include "indexer/input/lines.h"

#include <algorithm>

#include "common/utf8.h"

namespace backfile {

std::optional<Line> Lines::next() {
  input_.take(taken_);
  taken_ = 0;
  // No more is asked for than a line takes: it is told as soon as it is there.
  std::string_view ahead = input_.peek(number_ == 0 ? kByteOrderMark.size() : 1);
  if (number_ == 0 && ahead.starts_with(kByteOrderMark)) {
    input_.take(kByteOrderMark.size());
    ahead = input_.peek(1);
  }
  if (ahead.empty()) {
    input_.require_whole();
    return std::nullopt;
  }
  ++number_;
  std::size_t end = ahead.find('\n');
  while (end == std::string_view::npos && ahead.size() <= max_bytes_) {
    const std::size_t seen = ahead.size();
    ahead = input_.peek(seen + 1);
    if (ahead.size() == seen) break;
    end = ahead.find('\n', seen);
  }
  if (end == std::string_view::npos && ahead.size() <= max_bytes_) {
    input_.require_whole();
    taken_ = ahead.size();
    return Line{ahead, number_, false};
  }
  if (end != std::string_view::npos && end <= max_bytes_) {
    taken_ = end + 1;
    return Line{ahead.substr(0, end), number_, false};
  }
  skip_rest_of_line();
  return Line{{}, number_, true};
}

void Lines::skip_rest_of_line() {
  for (std::string_view ahead = input_.peek(1); !ahead.empty(); ahead = input_.peek(1)) {
    const std::size_t end = ahead.find('\n');
    input_.take(std::min(end, ahead.size() - 1) + 1);
    if (end != std::string_view::npos) return;
  }
}

}  // namespace backfile
