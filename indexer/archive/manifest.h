// Which databases an archive is, in their order; see common/archive_files.h.
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
// Durable and seen by readers on return: the point at which a change is made. What it names must be
// durable before.
void write_manifest(const std::string& archive, const Manifest& manifest);

// The number in "segment-12" or "settings-12"; empty for any other name.
std::optional<std::uint64_t> folder_number(std::string_view name);
// The names of all folders of that shape in the archive, those of no manifest included.
std::vector<std::string> numbered_folders(const std::string& archive);

}  // namespace backfile
