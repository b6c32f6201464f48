#include "indexer/archive/archive_folder.h"

#include <algorithm>
#include <filesystem>

#include <xapian.h>

#include "common/archive_files.h"
#include "common/error.h"
#include "common/schema.h"
#include "indexer/archive/manifest.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// A database right in the folder: Backfile's before there were segments, or another program's.
[[noreturn]] void refuse_database(const std::string& path) {
  const std::string version =
      Xapian::Database(path, Xapian::DB_BACKEND_GLASS).get_metadata(std::string(kSchemaKey));
  if (version.empty())
    throw Error("a Xapian database that Backfile did not make", path, "name a new folder");
  throw Error("the archive has schema version " + version + ", this program writes " +
                  std::string(kSchemaVersion),
              path, "index the dump into a new archive");
}

bool is_ours(const std::string& name) {
  return name == kLockFile || name.starts_with(kManifestFile) || folder_number(name);
}

}  // namespace

void make_archive_folder(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    fs::create_directories(fs::path(path), error);
    if (error) throw Error("cannot create the archive", path, error.message());
    return;
  }
  if (!fs::is_directory(path, error))
    throw Error("not an archive", path, "it is a file; the first name is the archive's folder");
  if (fs::exists(fs::path(path) / "iamglass", error)) refuse_database(path);
  if (fs::exists(fs::path(path) / kManifestFile, error)) return;
  bool has_segments = false;
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (!is_ours(name))
      throw Error("not an archive", path, "the folder holds other files; name a new one");
    has_segments = has_segments || name.starts_with(kSegmentPrefix);
  }
  // The manifest is written before the first segment.
  if (has_segments)
    throw Error("the archive has lost its manifest", path + "/" + std::string(kManifestFile),
                "restore the file, or index the dump into a new archive");
}

}  // namespace backfile
