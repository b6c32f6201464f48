// One line on a terminal that is kept up to date while a dump is read:
//   12,300 articles  45 MB of 120 MB  1,250/s  0:42 left
#pragma once

#include <chrono>
#include <cstdint>

namespace backfile {

class Progress {
 public:
  // `total_bytes` 0: not known, then no time left is told.
  Progress(bool shown, std::uint64_t total_bytes);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  // Cheap: draws a few times a second at most.
  void update(std::uint64_t articles, std::uint64_t bytes);
  // Takes the line away, so that others can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  std::uint64_t total_bytes_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
  bool on_screen_ = false;
};

}  // namespace backfile
