#include "searcher/open_options.h"

namespace backfile {

std::optional<std::chrono::milliseconds> timeout_of(double seconds) {
  constexpr double kLeast = 0.1;
  constexpr double kMost = 86'400;
  if (!(seconds >= kLeast && seconds <= kMost)) return std::nullopt;
  return std::chrono::milliseconds(std::chrono::milliseconds::rep(seconds * 1000));
}

}  // namespace backfile
