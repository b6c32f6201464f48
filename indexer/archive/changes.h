// The articles since the last commit, by id: what becomes of each when versions
// come and go before anything is written for good.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace backfile {

// Where a version waits: an article of a segment of this commit.
struct Place {
  std::size_t segment;
  std::uint32_t index;  // from 0
};

// Of one id.
struct Change {
  std::optional<std::string> archived;  // digest of what the archive has, deleted or not
  bool deleted = false;                 // the archived one, by request
  std::optional<Place> place;           // of the newest version; none: as archived, or deleted
  std::string digest;                   // of the newest version
  std::uint64_t versions = 0;           // written since the archived one

  // Whether the archive's version must go.
  bool replaces() const { return archived && (deleted || place); }
};
using Changes = std::unordered_map<std::string, Change>;  // by id

struct ArchiveChanges {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;    // the same id, something else changed
  std::uint64_t unchanged = 0;  // in the archive already, as it is
  std::uint64_t deleted = 0;
};

// Takes the versions of `change` for final and counts them.
inline void count_versions(const Change& change, ArchiveChanges& changes) {
  if (!change.place) return;
  ++(change.archived && !change.deleted ? changes.updated : changes.added);
  changes.updated += change.versions - 1;
}

}  // namespace backfile
