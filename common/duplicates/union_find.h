// Which of the things 0, 1, 2, ... belong together, by what was joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace backfile {

class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0);
  }

  // One more thing; returns its number.
  std::uint32_t add() {
    parents_.push_back(std::uint32_t(parents_.size()));
    return parents_.back();
  }

  // The one that stands for all that `thing` belongs to.
  std::uint32_t find(std::uint32_t thing) {
    while (parents_[thing] != thing) thing = parents_[thing] = parents_[parents_[thing]];
    return thing;
  }

  // False when they belonged together before.
  bool join(std::uint32_t one, std::uint32_t other) {
    one = find(one);
    other = find(other);
    parents_[one] = other;
    return one != other;
  }

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace backfile
