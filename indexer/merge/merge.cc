#include "indexer/merge/merge.h"

#include <algorithm>
#include <deque>
#include <future>
#include <limits>

#include "common/durable_file.h"
#include "common/error.h"
#include "common/glass/posting_keys.h"
#include "common/glass/unpacking.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/term_lists.h"
#include "indexer/glass/version_file.h"
#include "indexer/merge/chunk_reader.h"
#include "indexer/merge/group_cursor.h"
#include "indexer/merge/merge_tables.h"
#include "indexer/merge/table_reader.h"

namespace backfile::glass {
namespace {

constexpr std::uint32_t kMaxDocid = std::numeric_limits<std::uint32_t>::max();

struct Source {
  std::string folder;
  Version version;
  DocidShift shift;
};

// Those of the documents that it has.
DocidShift used_docids(const std::string& folder, const Version& version) {
  GroupCursor lengths(table_file(folder, kPostings), version.tables[kPostings], {1, kMaxDocid, 1});
  lengths.seek(kLengthsKey);
  DocidShift used;
  if (!lengths.next_group() || lengths.group() != kLengthsKey) return used;
  do {
    const Chunk chunk = read_chunk(lengths);
    if (chunk.postings.empty()) continue;
    if (used.last == 0) used.first = chunk.first_docid;
    used.last = chunk.last_docid;
  } while (lengths.next());
  return used;
}

std::vector<Source> open_sources(const std::vector<std::string>& folders) {
  std::vector<Source> sources;
  std::uint64_t last_docid = 0;
  for (const std::string& folder : folders) {
    const Version version = read_plain_version(folder);
    DocidShift shift = used_docids(folder, version);
    shift.becomes = static_cast<std::uint32_t>(last_docid + 1);
    const std::uint64_t docids = std::uint64_t{shift.last} + 1 - shift.first;
    if (version.documents > docids) fail_damaged(folder);
    last_docid += docids;
    if (last_docid > kMaxDocid) throw Error("too many documents for one database", folder);
    sources.push_back({folder, version, shift});
  }
  return sources;
}

Version merged_counts(const std::vector<Source>& sources, unsigned block_size) {
  Version merged = make_version(block_size);
  for (const auto& [folder, version, shift] : sources) {
    merged.documents += version.documents;
    merged.last_docid = shift(shift.last);
    merged.total_length += version.total_length;
    merged.max_length = std::max(merged.max_length, version.max_length);
    merged.max_wdf = std::max(merged.max_wdf, version.max_wdf);
    if (version.min_length > 0 &&
        (merged.min_length == 0 || version.min_length < merged.min_length))
      merged.min_length = version.min_length;
  }
  return merged;
}

std::deque<GroupCursor> cursors_of(const std::vector<Source>& sources, Table table) {
  std::deque<GroupCursor> cursors;
  for (const Source& source : sources)
    cursors.emplace_back(table_file(source.folder, table), source.version.tables[table],
                         source.shift);
  return cursors;
}

void merge_tables(const std::vector<std::string>& folders, const std::string& into,
                  const SegmentOptions& options) {
  const std::vector<Source> sources = open_sources(folders);
  Version version = merged_counts(sources, options.block_size);
  const auto writer = [&](Table table) {
    return TableWriter(table_file(into, table), options.block_size, kRevision, options.stop);
  };

  TableWriter postings = writer(kPostings);
  make_folder(into);
  // More than half of the work, so beside all else.
  std::future<RootInfo> merged_positions = std::async(std::launch::async, [&] {
    TableWriter positions = writer(kPositions);
    std::deque<GroupCursor> cursors = cursors_of(sources, kPositions);
    merge_positions(cursors, positions);
    return positions.finish_optional(options.sync);
  });
  {
    std::deque<GroupCursor> cursors = cursors_of(sources, kPostings);
    merge_postings(cursors, postings);
  }
  version.tables[kPostings] = postings.finish(options.sync);

  TableWriter documents = writer(kDocumentData);
  for (const Source& source : sources) {
    TableReader reader(table_file(source.folder, kDocumentData),
                       source.version.tables[kDocumentData]);
    append_documents(reader, source.shift, documents);
  }
  version.tables[kDocumentData] = documents.finish_optional(options.sync);
  version.tables[kPositions] = merged_positions.get();
  version.tables[kTermLists] = write_empty_term_lists(into, options);
  write_version(into, version, options.sync);
}

}  // namespace

bool merge_segments(const std::vector<std::string>& folders, const std::string& into,
                    const SegmentOptions& options) {
  try {
    merge_tables(folders, into, options);
    return true;
  } catch (const TableWriter::Stopped&) {
    return false;
  }
}

}  // namespace backfile::glass
