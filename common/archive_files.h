// The files of an archive that both programs know:
//
//   ARCHIVE/XAPIANDB      the manifest: the segments that the archive is, one a line
//   ARCHIVE/settings-N/   a database without articles, always first: what holds for all segments
//   ARCHIVE/segment-N/    a database with articles
//   ARCHIVE/writer.lock   held, and filled with its process, by whoever writes
//
// The manifest is a stub database of Xapian, so stock tools open the folder as
// one database. Its replacement is what makes a change seen, all of it at once.
#pragma once

#include <string_view>

namespace backfile {

inline constexpr std::string_view kManifestFile = "XAPIANDB";
inline constexpr std::string_view kLockFile = "writer.lock";
inline constexpr std::string_view kSettingsPrefix = "settings-";
inline constexpr std::string_view kSegmentPrefix = "segment-";

}  // namespace backfile
