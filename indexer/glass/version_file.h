// The file `iamglass`: which revision of which tables is the database. To replace
// it is to commit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace backfile::glass {

inline constexpr unsigned kDefaultBlockSize = 8192;
// Of a new database.
inline constexpr std::uint32_t kRevision = 1;
// Term lists, spellings: tags of more bytes than this are compressed by whoever adds them.
inline constexpr std::uint32_t kCompressMin = 18;

// In the order of the file.
enum Table : std::size_t {
  kPostings,
  kDocumentData,
  kTermLists,
  kPositions,
  kSpellings,
  kSynonyms
};
inline constexpr std::size_t kTables = 6;

// Where the root of a table is. As made it tells of a table without a file.
struct RootInfo {
  std::uint32_t root = 0;
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  bool fake = true;        // there is no root block yet
  bool sequential = true;  // the leaves lie in the file in the order of their keys
  std::uint32_t block_size = kDefaultBlockSize;
  std::uint32_t compress_min = 0;  // 0: nothing is compressed
  std::string free_blocks;         // as packed by free_list_of()
};

struct Version {
  std::array<char, 16> uuid = {};
  std::uint32_t revision = 0;
  std::array<RootInfo, kTables> tables;
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t min_length = 0;  // of the documents that have a length
  std::uint32_t max_length = 0;
  std::uint32_t max_wdf = 0;
  std::uint32_t oldest_changeset = 0;
  std::uint64_t total_length = 0;
  std::uint32_t max_spelling_frequency = 0;
};

// A new database's: a random uuid, the first revision, no tables.
Version make_version(unsigned block_size);

// The name of a table's file.
std::string table_file(const std::string& folder, Table table);

// `free_blocks` of a table that uses its first `blocks` blocks, all of them.
std::string free_list_of(std::uint32_t revision, std::uint32_t blocks);

// Throws Error when the folder has no version file, or one of another format.
Version read_version(const std::string& folder);
// The same of a database whose entries can be copied; throws Error when it has spellings or
// synonyms.
Version read_plain_version(const std::string& folder);

// Puts it in the place of the folder's at once. `sync`: durably.
void write_version(const std::string& folder, const Version& version, bool sync);

}  // namespace backfile::glass
