#include "indexer/progress.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include <fmt/format.h>

#include "common/number.h"

namespace backfile {

Progress::Progress(bool shown, std::uint64_t total_bytes)
    : shown_(shown), total_bytes_(total_bytes) {}

void Progress::update(std::uint64_t articles, std::uint64_t bytes) {
  constexpr auto kInterval = std::chrono::milliseconds(250);
  const auto now = Clock::now();
  if (!shown_ || now - drawn_ < kInterval) return;
  drawn_ = now;
  on_screen_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line = fmt::format("{} articles  {}", grouped(articles), readable_bytes(bytes));
  if (total_bytes_ > 0) line += " of " + readable_bytes(total_bytes_);
  line += fmt::format("  {}/s", grouped(std::uint64_t(double(articles) / seconds)));
  if (total_bytes_ > 0 && bytes > 0) {
    const auto ahead = double(total_bytes_ - std::min(total_bytes_, bytes));
    const auto left = std::uint64_t(seconds * ahead / double(bytes));
    line += fmt::format("  {}:{:02} left", left / 60, left % 60);
  }
  fmt::print(stderr, "\r{}\x1b[K", line);
  std::fflush(stderr);
}

void Progress::clear() {
  if (!on_screen_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  on_screen_ = false;
}

}  // namespace backfile
