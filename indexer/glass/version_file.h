// Makes and replaces the file `iamglass` (common/glass/version.h). To replace it is
// to commit.
#pragma once

#include <cstdint>
#include <string>

#include "common/glass/version.h"

namespace backfile::glass {

// Of a new database.
inline constexpr std::uint32_t kRevision = 1;
// Term lists, spellings: tags of more bytes than this are compressed by whoever adds them.
inline constexpr std::uint32_t kCompressMin = 18;

// A new database's: a random uuid, the first revision, no tables.
Version make_version(unsigned block_size);

// `free_blocks` of a table that uses its first `blocks` blocks, all of them.
std::string free_list_of(std::uint32_t revision, std::uint32_t blocks);

// read_version() of a database whose entries can be copied; throws Error when it has spellings or
// synonyms.
Version read_plain_version(const std::string& folder);

// Puts it in the place of the folder's at once. `sync`: durably.
void write_version(const std::string& folder, const Version& version, bool sync);

}  // namespace backfile::glass
