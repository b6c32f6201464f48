// The file `iamglass`: which revision of which tables is the database. Format:
// indexer/glass/FORMAT.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile::glass {

inline constexpr std::string_view kVersionFile = "iamglass";
// What it begins with: the format's name and date, 14 March, 2 years after 2014.
inline constexpr std::string_view kVersionMagic("\x0f\x0dXapian Glass\x04\x6e", 16);

inline constexpr unsigned kDefaultBlockSize = 8192;

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

// The name of a table's file.
std::string table_file(const std::string& folder, Table table);

// Throws Error when the folder has no version file, or one of another format.
Version read_version(const std::string& folder);

}  // namespace backfile::glass
