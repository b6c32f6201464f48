// The tag of a position list (indexer/glass/FORMAT.md) -> its numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile::glass {

// Appends the positions, in order. Throws Error, naming `path`, when the tag is damaged.
void append_positions(std::string_view tag, const std::string& path,
                      std::vector<std::uint32_t>& positions);

}  // namespace backfile::glass
