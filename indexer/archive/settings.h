// The settings of an archive: a database without articles, which all segments share.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace backfile {

struct Settings {
  std::string dictionary;  // of the document data (common/compression.h)
  std::string repeated;    // paragraphs, as RepeatedParagraphs::to_bytes() gives them
  std::string copies;      // groups of near-copies (common/copy_groups.h)

  bool operator==(const Settings&) const = default;
};

// As metadata, with the schema version.
std::map<std::string, std::string> settings_entries(const Settings& settings);

// Writes them, with the schema version, into `folder`, which must not be there; durable on return.
void write_settings(const std::string& folder, const Settings& settings);

// Throws Error for a folder of another schema version, naming `archive`.
Settings read_settings(const std::string& folder, const std::string& archive);

// Those of an archive; nothing when the folder is none, or is being changed right now.
std::optional<Settings> settings_of(const std::string& archive);

}  // namespace backfile
