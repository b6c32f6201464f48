#include "indexer/archive/settings.h"

#include <xapian.h>

#include "common/error.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "indexer/glass/segment_writer.h"

namespace backfile {

std::map<std::string, std::string> settings_entries(const Settings& settings) {
  return {{std::string(kSchemaKey), std::string(kSchemaVersion)},
          {std::string(kDictionaryKey), settings.dictionary},
          {std::string(kRepeatedKey), settings.repeated},
          {std::string(kCopiesKey), settings.copies}};
}

void write_settings(const std::string& folder, const Settings& settings) {
  glass::SegmentWriter writer(folder, {});
  for (const auto& [key, value] : settings_entries(settings)) writer.set_metadata(key, value);
  writer.finish();
}

Settings read_settings(const std::string& folder, const std::string& archive) {
  const Xapian::Database database(folder, Xapian::DB_BACKEND_GLASS);
  const std::string version = database.get_metadata(std::string(kSchemaKey));
  if (version != kSchemaVersion)
    throw Error("the archive has schema version " + version + ", this program writes " +
                    std::string(kSchemaVersion),
                archive, "index the dump into a new archive");
  return {database.get_metadata(std::string(kDictionaryKey)),
          database.get_metadata(std::string(kRepeatedKey)),
          database.get_metadata(std::string(kCopiesKey))};
}

std::optional<Settings> settings_of(const std::string& archive) {
  const auto manifest = read_manifest(archive);
  if (!manifest) return std::nullopt;
  try {
    return read_settings(archive + '/' + manifest->settings, archive);
  } catch (const Xapian::DatabaseError&) {
    return std::nullopt;
  }
}

}  // namespace backfile
