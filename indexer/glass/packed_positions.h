// Where a term stands in a document, as the table `position` has it: the last
// position and, where there are more, all others in an interpolative code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "common/glass/packing.h"

namespace backfile::glass {

// Room for `count` positions.
constexpr std::size_t max_packed_positions(std::size_t count) {
  return kMaxPackedUint32 + 4 * count + 12;
}

// `positions`: one or more, each greater than the one before. Returns the place behind them.
char* pack_positions(char* to, std::span<const std::uint32_t> positions);

}  // namespace backfile::glass
