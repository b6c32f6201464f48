#include "indexer/glass/version_file.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string_view>

#include "common/error.h"
#include "indexer/durable_file.h"
#include "indexer/glass/packing.h"
#include "indexer/glass/unpacking.h"

namespace backfile::glass {
namespace {

constexpr std::string_view kName = "iamglass";
// "\x0f\x0dXapian Glass", then the format's date: 14 March, 2 years after 2014.
constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);

// More no engine can read.
constexpr std::uint32_t kMaxLevel = 9;

constexpr const char* kTableNames[kTables] = {"postlist", "docdata",  "termlist",
                                              "position", "spelling", "synonym"};

void append_root(std::string& to, const RootInfo& info) {
  append_uint(to, info.root);
  append_uint(to, info.level << 2 | (info.sequential ? 2u : 0u) | (info.fake ? 1u : 0u));
  append_uint(to, info.entries);
  append_uint(to, info.block_size >> 11);
  append_uint(to, info.compress_min);
  append_text(to, info.free_blocks);
}

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

Version make_version(unsigned block_size) {
  Version version;
  version.revision = kRevision;
  std::random_device random;
  for (char& byte : version.uuid) byte = static_cast<char>(random());
  // A random uuid says that it is one: version 4, variant 1.
  version.uuid[6] = static_cast<char>((version.uuid[6] & 0x0f) | 0x40);
  version.uuid[8] = static_cast<char>((version.uuid[8] & 0x3f) | 0x80);
  for (RootInfo& info : version.tables) info.block_size = block_size;
  for (const Table table : {kTermLists, kSpellings, kSynonyms})
    version.tables[table].compress_min = kCompressMin;
  return version;
}

std::string table_file(const std::string& folder, Table table) {
  return folder + "/" + kTableNames[table] + ".glass";
}

std::string free_list_of(std::uint32_t revision, std::uint32_t blocks) {
  std::string packed;
  append_uint(packed, revision);
  append_uint(packed, blocks);
  // Two places, each a block and an offset: the list starts nowhere and ends there.
  packed.append(4, '\0');
  return packed;
}

Version read_version(const std::string& folder) {
  const std::string path = folder + "/" + std::string(kName);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("not a Xapian database", folder);
  const std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!content.starts_with(kMagic))
    throw Error("not a Xapian database of the glass format", folder);

  Unpacking from(content, folder);
  from.take(kMagic.size());
  Version version;
  std::ranges::copy(from.take(version.uuid.size()), version.uuid.begin());
  version.revision = from.take_uint<std::uint32_t>();
  for (RootInfo& info : version.tables) info = take_root(from);
  if (!from.done()) take_counts(from, version);
  if (!from.done()) from.fail();
  return version;
}

Version read_plain_version(const std::string& folder) {
  Version version = read_version(folder);
  for (const Table table : {kSpellings, kSynonyms})
    if (version.tables[table].entries > 0)
      throw Error("a database with spellings or synonyms", folder, "it cannot be copied");
  return version;
}

void write_version(const std::string& folder, const Version& version, bool sync) {
  std::string content(kMagic);
  content.append(version.uuid.data(), version.uuid.size());
  append_uint(content, version.revision);
  for (const RootInfo& info : version.tables) append_root(content, info);
  append_uint(content, version.documents);
  append_uint(content, version.last_docid - version.documents);
  append_uint(content, version.min_length);
  append_uint(content, version.max_wdf);
  append_uint(content, version.max_length - version.max_wdf);
  append_uint(content, version.oldest_changeset);
  append_uint(content, version.total_length);
  append_uint(content, version.max_spelling_frequency);
  replace_file(folder, kName, content, sync);
}

}  // namespace backfile::glass
