#include "indexer/glass/term_lists.h"

#include <algorithm>
#include <string_view>

#include "common/durable_file.h"
#include "common/error.h"
#include "common/glass/packing.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/version_file.h"

namespace backfile::glass {
namespace {

RootInfo without_file(unsigned block_size) {
  RootInfo info;
  info.block_size = block_size;
  info.compress_min = kCompressMin;
  return info;
}

// Length, number of terms, then for each term: how many bytes of the term before it begins with
// (not for the first), how many others follow and these, the wdf. A small wdf shares a byte with
// the first number, which is never greater than the length of the term before:
// (wdf + 1) * (that length + 1) + the first number.
std::string term_list(const DocumentTerms& document) {
  std::string list;
  if (document.terms.empty()) return list;
  append_uint(list, document.length);
  append_uint(list, document.terms.size());
  std::string_view before;
  for (const auto& [term, wdf] : document.terms) {
    std::size_t same = 0;
    bool wdf_told = false;
    if (!before.empty()) {
      same = static_cast<std::size_t>(std::ranges::mismatch(before, term).in1 - before.begin());
      const std::uint64_t shared = (std::uint64_t{wdf} + 1) * (before.size() + 1) + same;
      wdf_told = wdf < 127 && shared < 256;
      list.push_back(static_cast<char>(wdf_told ? shared : same));
    }
    list.push_back(static_cast<char>(term.size() - same));
    list.append(term, same);
    if (!wdf_told) append_uint(list, wdf);
    before = term;
  }
  return list;
}

// Each slot less the one before less 1.
std::string slot_list(const DocumentTerms& document) {
  std::string list;
  std::uint32_t expected = 0;
  for (const std::uint32_t slot : document.slots) {
    append_uint(list, slot - expected);
    expected = slot + 1;
  }
  return list;
}

void check_order(const DocumentTerms& document, std::uint32_t docid_before) {
  const auto out_of_order = [](const TermCount& left, const TermCount& right) {
    return left.term >= right.term;
  };
  if (document.docid <= docid_before ||
      std::ranges::adjacent_find(document.terms, out_of_order) != document.terms.end())
    throw Error("term lists out of order", "document " + std::to_string(document.docid));
}

void remove_term_lists(const std::string& folder, Version& version) {
  RootInfo& info = version.tables[kTermLists];
  if (!info.fake || !info.free_blocks.empty()) {
    info = without_file(version.tables[kPostings].block_size);
    write_version(folder, version, true);
  }
  if (unlink_file(table_file(folder, kTermLists))) sync_path(folder);
}

}  // namespace

void graft_term_lists(const std::string& folder, std::span<const DocumentTerms> documents) {
  Version version = read_version(folder);
  const unsigned block_size = version.tables[kPostings].block_size;
  // Until the version file names the root of the new file, a file is as good as none.
  remove_term_lists(folder, version);

  TableWriter table(table_file(folder, kTermLists), block_size, version.revision);
  std::uint32_t docid_before = 0;
  for (const DocumentTerms& document : documents) {
    check_order(document, docid_before);
    docid_before = document.docid;
    std::string key;
    append_sortable(key, document.docid);
    table.add(key, term_list(document));
    if (!document.slots.empty()) table.add(key.append(1, '\0'), slot_list(document));
  }
  RootInfo info = table.finish(true);
  info.compress_min = kCompressMin;
  version.tables[kTermLists] = info;
  write_version(folder, version, true);
}

void drop_term_lists(const std::string& folder) { graft_term_lists(folder, {}); }

RootInfo write_empty_term_lists(const std::string& folder, const SegmentOptions& options) {
  TableWriter table(table_file(folder, kTermLists), options.block_size, kRevision);
  RootInfo info = table.finish(options.sync);
  info.compress_min = kCompressMin;
  return info;
}

}  // namespace backfile::glass
