#include "indexer/glass/version_file.h"

#include <random>

#include "common/durable_file.h"
#include "common/error.h"
#include "common/glass/packing.h"

namespace backfile::glass {
namespace {

void append_root(std::string& to, const RootInfo& info) {
  append_uint(to, info.root);
  append_uint(to, info.level << 2 | (info.sequential ? 2u : 0u) | (info.fake ? 1u : 0u));
  append_uint(to, info.entries);
  append_uint(to, info.block_size >> 11);
  append_uint(to, info.compress_min);
  append_text(to, info.free_blocks);
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

std::string free_list_of(std::uint32_t revision, std::uint32_t blocks) {
  std::string packed;
  append_uint(packed, revision);
  append_uint(packed, blocks);
  // Two places, each a block and an offset: the list starts nowhere and ends there.
  packed.append(4, '\0');
  return packed;
}

Version read_plain_version(const std::string& folder) {
  Version version = read_version(folder);
  for (const Table table : {kSpellings, kSynonyms})
    if (version.tables[table].entries > 0)
      throw Error("a database with spellings or synonyms", folder, "it cannot be copied");
  return version;
}

void write_version(const std::string& folder, const Version& version, bool sync) {
  std::string content(kVersionMagic);
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
  replace_file(folder, kVersionFile, content, sync);
}

}  // namespace backfile::glass
