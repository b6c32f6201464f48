// Which articles of an archive are near-copies of each other, as the archive
// keeps it: metadata kCopiesKey of its settings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The documents of a group, two or more, in order of time: the first is the one that all others
// are copies of. Documents are those of the archive as one database (its stub), so that whoever
// reads it through a Xapian server knows them, too.
using CopyGroup = std::vector<std::uint32_t>;

std::string packed_copy_groups(const std::vector<CopyGroup>& groups);
// Throws Error when they are damaged, naming `archive`.
std::vector<CopyGroup> unpacked_copy_groups(std::string_view bytes, const std::string& archive);

}  // namespace backfile
