#include "common/glass/version.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <iterator>

#include "common/error.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {
namespace {

// More no engine can read.
constexpr std::uint32_t kMaxLevel = 9;

constexpr const char* kTableNames[kTables] = {"postlist", "docdata",  "termlist",
                                              "position", "spelling", "synonym"};

RootInfo take_root(Unpacking& from) {
  RootInfo info;
  info.root = from.take_uint<std::uint32_t>();
  const auto level_and_flags = from.take_uint<std::uint32_t>();
  info.level = level_and_flags >> 2;
  info.sequential = (level_and_flags & 2) != 0;
  info.fake = (level_and_flags & 1) != 0;
  info.entries = from.take_uint<std::uint64_t>();
  const auto block_units = from.take_uint<std::uint32_t>();
  if (info.level > kMaxLevel || !std::has_single_bit(block_units) || block_units > 32) from.fail();
  info.block_size = block_units << 11;
  info.compress_min = from.take_uint<std::uint32_t>();
  info.free_blocks = from.take_text();
  return info;
}

void take_counts(Unpacking& from, Version& version) {
  version.documents = from.take_uint<std::uint32_t>();
  version.last_docid = from.take_uint<std::uint32_t>() + version.documents;
  version.min_length = from.take_uint<std::uint32_t>();
  version.max_wdf = from.take_uint<std::uint32_t>();
  version.max_length = from.take_uint<std::uint32_t>() + version.max_wdf;
  version.oldest_changeset = from.take_uint<std::uint32_t>();
  version.total_length = from.take_uint<std::uint64_t>();
  version.max_spelling_frequency = from.take_uint<std::uint32_t>();
}

}  // namespace

std::string table_file(const std::string& folder, Table table) {
  return folder + "/" + kTableNames[table] + ".glass";
}

Version read_version(const std::string& folder) {
  const std::string path = folder + "/" + std::string(kVersionFile);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("not a Xapian database", folder);
  const std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!content.starts_with(kVersionMagic))
    throw Error("not a Xapian database of the glass format", folder);

  Unpacking from(content, folder);
  from.take(kVersionMagic.size());
  Version version;
  std::ranges::copy(from.take(version.uuid.size()), version.uuid.begin());
  version.revision = from.take_uint<std::uint32_t>();
  for (RootInfo& info : version.tables) info = take_root(from);
  if (!from.done()) take_counts(from, version);
  if (!from.done()) from.fail();
  return version;
}

}  // namespace backfile::glass
