#include "indexer/archive/manifest.h"

#include <filesystem>

#include "common/archive_files.h"
#include "common/durable_file.h"

namespace backfile {
namespace {

constexpr std::string_view kComment =
    "# An archive of Backfile: backfile-search opens this folder, Xapian's tools too.\n";

}  // namespace

std::vector<std::string> numbered_folders(const std::string& archive) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(archive)) {
    std::string name = entry.path().filename().string();
    if (entry.is_directory() && folder_number(name)) names.push_back(std::move(name));
  }
  return names;
}

void write_manifest(const std::string& archive, const Manifest& manifest) {
  std::string text(kComment);
  text.append(kManifestBackend).append(manifest.settings).append("\n");
  for (const std::string& name : manifest.segments)
    text.append(kManifestBackend).append(name).append("\n");
  text.append(kManifestEnd).append("\n");
  replace_file(archive, kManifestFile, text);
}

}  // namespace backfile
