// Random values for properties. Every test makes its own generator from a fixed
// seed: a failure comes again.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"

namespace backfile {

class RandomValues {
 public:
  explicit RandomValues(std::uint32_t seed) : engine_(seed) {}

  // From `low` to `high`, both included.
  std::int64_t number(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }

  std::size_t below(std::size_t count) { return std::size_t(number(0, std::int64_t(count) - 1)); }
  bool coin() { return number(0, 1) == 1; }

  // Up to `max_pieces` of `pieces`, one behind the other.
  std::string text(std::span<const std::string_view> pieces, std::size_t max_pieces) {
    std::string made;
    for (std::size_t left = below(max_pieces + 1); left > 0; --left)
      made += pieces[below(pieces.size())];
    return made;
  }

  // Any second of the years 1 to 9999, or midnight of its day when only that is known.
  Date date() {
    using std::chrono::sys_days;
    const auto first = sys_days(std::chrono::year(1) / 1 / 1).time_since_epoch();
    const auto end = sys_days(std::chrono::year(10000) / 1 / 1).time_since_epoch();
    const std::int64_t second =
        number(std::chrono::seconds(first).count(), std::chrono::seconds(end).count() - 1);
    const std::chrono::sys_seconds time{std::chrono::seconds(second)};
    if (coin()) return {time, true};
    return {std::chrono::floor<std::chrono::days>(time), false};
  }

 private:
  std::mt19937 engine_;
};

}  // namespace backfile
