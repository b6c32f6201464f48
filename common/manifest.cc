#include "common/manifest.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "common/archive_files.h"
#include "common/error.h"

namespace backfile {

std::optional<std::uint64_t> folder_number(std::string_view name) {
  for (const std::string_view prefix : {kSegmentPrefix, kSettingsPrefix}) {
    if (!name.starts_with(prefix)) continue;
    std::uint64_t number = 0;
    const char* const end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data() + prefix.size(), end, number);
    if (error == std::errc() && rest == end) return number;
  }
  return std::nullopt;
}

std::optional<Manifest> read_manifest(const std::string& archive) {
  const std::string path = archive + "/" + std::string(kManifestFile);
  std::ifstream file(path);
  if (!file) {
    std::error_code error;
    if (!std::filesystem::exists(path, error) && !error) return std::nullopt;
    throw Error("the archive cannot be read", path, "check its permissions");
  }
  Manifest manifest;
  bool is_whole = false;
  for (std::string line; std::getline(file, line);) {
    is_whole = line == kManifestEnd;
    if (line.empty() || line.front() == '#') continue;
    const std::string name = line.substr(std::min(line.size(), kManifestBackend.size()));
    const bool is_settings = name.starts_with(kSettingsPrefix);
    if (!line.starts_with(kManifestBackend) || !folder_number(name) ||
        is_settings != manifest.settings.empty())
      throw Error("the archive's manifest is damaged", path, "restore the file, or index again");
    (is_settings ? manifest.settings : manifest.segments.emplace_back()) = name;
  }
  if (manifest.settings.empty() || !is_whole)
    throw Error("the archive's manifest is damaged", path, "restore the file, or index again");
  return manifest;
}

}  // namespace backfile
