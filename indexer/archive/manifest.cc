#include "indexer/archive/manifest.h"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "common/archive_files.h"
#include "common/error.h"
#include "indexer/durable_file.h"

namespace backfile {
namespace {

constexpr std::string_view kComment =
    "# An archive of Backfile: backfile-search opens this folder, Xapian's tools too.\n";
constexpr std::string_view kBackend = "glass ";
constexpr std::string_view kEnd = "# end";  // what is cut off has none

}  // namespace

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

std::vector<std::string> numbered_folders(const std::string& archive) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(archive)) {
    std::string name = entry.path().filename().string();
    if (entry.is_directory() && folder_number(name)) names.push_back(std::move(name));
  }
  return names;
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
    is_whole = line == kEnd;
    if (line.empty() || line.front() == '#') continue;
    const std::string name = line.substr(std::min(line.size(), kBackend.size()));
    const bool is_settings = name.starts_with(kSettingsPrefix);
    if (!line.starts_with(kBackend) || !folder_number(name) ||
        is_settings != manifest.settings.empty())
      throw Error("the archive's manifest is damaged", path, "restore the file, or index again");
    (is_settings ? manifest.settings : manifest.segments.emplace_back()) = name;
  }
  if (manifest.settings.empty() || !is_whole)
    throw Error("the archive's manifest is damaged", path, "restore the file, or index again");
  return manifest;
}

void write_manifest(const std::string& archive, const Manifest& manifest) {
  std::string text(kComment);
  text.append(kBackend).append(manifest.settings).append("\n");
  for (const std::string& name : manifest.segments) text.append(kBackend).append(name).append("\n");
  text.append(kEnd).append("\n");
  replace_file(archive, kManifestFile, text);
}

}  // namespace backfile
