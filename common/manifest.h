// Which databases an archive is, in their order.
//
//   # An archive of Backfile: backfile-search opens this folder, Xapian's tools too.
//   glass settings-1
//   glass segment-2
//
// Names carry a number that is never used again, so a reader that still knows
// an older manifest finds its segments or nothing, never others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct Manifest {
  std::string settings;               // folder names within the archive
  std::vector<std::string> segments;  // oldest first

  bool operator==(const Manifest&) const = default;
};

// Empty when the folder has none. Throws Error for one that is damaged.
std::optional<Manifest> read_manifest(const std::string& archive);
inline constexpr std::string_view kManifestBackend = "glass ";  // before each name
inline constexpr std::string_view kManifestEnd = "# end";       // what is cut off has none

// The number in "segment-12" or "settings-12"; empty for any other name.
std::optional<std::uint64_t> folder_number(std::string_view name);
}  // namespace backfile
