#include "indexer/merge/merge_values.h"

#include <string>
#include <string_view>

#include "common/glass/packing.h"
#include "common/glass/unpacking.h"
#include "indexer/glass/value_slots.h"
#include "indexer/merge/posting_joiner.h"

namespace backfile::glass {
namespace {

// Of the last value of a chunk.
std::uint32_t last_docid(const GroupCursor& cursor) {
  Unpacking from(cursor.tag(), cursor.path());
  std::uint32_t docid = cursor.docid();
  from.take_text();
  while (!from.done()) {
    docid += from.take_uint<std::uint32_t>() + 1;
    from.take_text();
  }
  return docid;
}

}  // namespace

void merge_bounds(const GroupMerge& merge, TableWriter& into) {
  std::uint32_t documents = 0;
  std::string least;
  std::string greatest;
  for (GroupCursor* source : merge.sources()) {
    Unpacking from(source->tag(), source->path());
    const auto with_value = from.take_uint<std::uint32_t>();
    const std::string_view low = from.take_text();
    const std::string_view high = from.done() ? low : from.rest();
    if (documents == 0 || low < least) least = low;
    if (documents == 0 || high > greatest) greatest = high;
    documents += with_value;
    if (source->next()) source->fail();
  }
  if (documents > 0) into.add(merge.group(), pack_bounds(documents, least, greatest));
}

void merge_values(const GroupMerge& merge, TableWriter& into) {
  std::string key;
  std::string tag;
  std::uint32_t last = 0;
  const auto write = [&] {
    if (!tag.empty()) into.add(key, tag);
    tag.clear();
  };
  for (GroupCursor* source : merge.sources()) {
    do {
      if (source->docid() <= last) source->fail();
      if (!shall_join(tag.size(), source->tag().size())) write();
      if (tag.empty()) {
        key.assign(merge.key_before_docid());
        append_sortable(key, source->docid());
      } else {
        append_uint(tag, source->docid() - last - 1);
      }
      tag.append(source->tag());
      last = last_docid(*source);
    } while (source->next());
  }
  write();
}

}  // namespace backfile::glass
