#include "indexer/merge/merge_tables.h"

#include <string>

#include "common/glass/packing.h"
#include "common/glass/posting_keys.h"
#include "common/glass/unpacking.h"
#include "indexer/merge/chunk_reader.h"
#include "indexer/merge/group_merge.h"
#include "indexer/merge/merge_values.h"
#include "indexer/merge/posting_joiner.h"

namespace backfile::glass {
namespace {

void merge_metadata(const GroupMerge& merge, TableWriter& into) {
  into.add(merge.group(), merge.sources().front()->tag());
  for (GroupCursor* source : merge.sources()) {
    if (source->next()) source->fail();
  }
}

// The postings of a term, or the lengths of the documents.
void merge_list(const GroupMerge& merge, PostingJoiner& joiner) {
  std::uint32_t postings = 0;
  std::uint64_t wdf_sum = 0;
  for (const GroupCursor* source : merge.sources()) {
    if (source->docid() != 0) source->fail();
    const Chunk chunk = read_chunk(*source);
    postings += chunk.list_postings;
    wdf_sum += chunk.list_wdf_sum;
  }
  joiner.begin(merge.group(), merge.key_before_docid(), postings, wdf_sum);
  std::uint32_t last = 0;
  for (GroupCursor* source : merge.sources()) {
    do {
      const Chunk chunk = read_chunk(*source);
      if (chunk.postings.empty()) continue;
      if (chunk.first_docid <= last) source->fail();
      joiner.add(chunk.first_docid, chunk.last_docid, chunk.postings);
      last = chunk.last_docid;
    } while (source->next());
  }
  joiner.end();
}

}  // namespace

void merge_postings(std::deque<GroupCursor>& sources, TableWriter& into) {
  GroupMerge merge(sources);
  PostingJoiner joiner(into);
  while (merge.next()) {
    const std::string_view group = merge.group();
    if (group.starts_with(kMetadataKey))
      merge_metadata(merge, into);
    else if (group.starts_with(kBoundsKey))
      merge_bounds(merge, into);
    else if (group.starts_with(kValuesKey))
      merge_values(merge, into);
    else
      merge_list(merge, joiner);
  }
}

void merge_positions(std::deque<GroupCursor>& sources, TableWriter& into) {
  GroupMerge merge(sources);
  std::string key;
  while (merge.next()) {
    key.assign(merge.key_before_docid());
    const std::size_t before_docid = key.size();
    for (GroupCursor* source : merge.sources()) {
      do {
        if (source->docid() == 0) source->fail();
        key.resize(before_docid);
        append_sortable(key, source->docid());
        into.add(key, source->tag());
      } while (source->next());
    }
  }
}

void append_documents(TableReader& source, const DocidShift& shift, TableWriter& into) {
  std::string key;
  std::uint32_t last = 0;
  while (source.next()) {
    Unpacking from(source.key(), source.path());
    const std::uint32_t docid = from.take_sortable();
    if (!from.done() || !shift.holds(docid) || docid <= last) from.fail();
    last = docid;
    key.clear();
    append_sortable(key, shift(docid));
    into.add(key, source.tag(), source.compressed());
  }
}

}  // namespace backfile::glass
