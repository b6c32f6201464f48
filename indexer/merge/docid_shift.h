// How the docids of one database become those of a merged one: all move by the
// same number.
#pragma once

#include <cstdint>

namespace backfile::glass {

struct DocidShift {
  std::uint32_t first = 1;    // that is in use
  std::uint32_t last = 0;     // less than `first` when none is
  std::uint32_t becomes = 1;  // what `first` becomes

  bool holds(std::uint32_t docid) const { return docid >= first && docid <= last; }
  std::uint32_t operator()(std::uint32_t docid) const { return docid - first + becomes; }
};

}  // namespace backfile::glass
