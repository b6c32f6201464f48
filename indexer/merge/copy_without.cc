#include "indexer/merge/copy_without.h"

#include <limits>
#include <map>
#include <vector>

#include "common/durable_file.h"
#include "common/glass/packing.h"
#include "common/glass/posting_keys.h"
#include "common/glass/unpacking.h"
#include "indexer/glass/posting_chunks.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/term_lists.h"
#include "indexer/glass/value_slots.h"
#include "indexer/glass/version_file.h"
#include "indexer/merge/chunk_reader.h"
#include "indexer/merge/group_cursor.h"
#include "indexer/merge/table_reader.h"

namespace backfile::glass {
namespace {

class Copy {
 public:
  Copy(const std::string& folder, std::span<const std::uint32_t> docids, const std::string& into,
       const SegmentOptions& options)
      : folder_(folder), into_(into), options_(options), old_(read_plain_version(folder)) {
    if (!docids.empty()) gone_.resize(docids.back() + std::size_t{1});
    for (const std::uint32_t docid : docids) gone_[docid] = true;
  }

  void run() {
    Version made = make_version(options_.block_size);
    count_values();
    TableWriter postings = writer(kPostings);
    make_folder(into_);
    copy_postings(postings);
    made.tables[kPostings] = postings.finish(options_.sync);
    TableWriter positions = writer(kPositions);
    copy_positions(positions);
    made.tables[kPositions] = positions.finish_optional(options_.sync);
    TableWriter documents = writer(kDocumentData);
    copy_data(documents);
    made.tables[kDocumentData] = documents.finish_optional(options_.sync);
    made.tables[kTermLists] = write_empty_term_lists(into_, options_);

    made.documents = documents_;
    made.total_length = total_length_;
    made.last_docid = old_.last_docid;
    if (documents_ > 0) {
      made.min_length = old_.min_length;
      made.max_length = old_.max_length;
      made.max_wdf = old_.max_wdf;
    }
    write_version(into_, made, options_.sync);
  }

 private:
  static constexpr DocidShift kSame = {1, std::numeric_limits<std::uint32_t>::max(), 1};

  bool is_gone(std::uint32_t docid) const { return docid < gone_.size() && gone_[docid]; }
  TableWriter writer(Table table) const {
    return TableWriter(table_file(into_, table), options_.block_size, kRevision, options_.stop);
  }
  GroupCursor cursor(Table table) const {
    return GroupCursor(table_file(folder_, table), old_.tables[table], kSame);
  }

  // Calls `use(docid, value)` for the values of a chunk.
  template <class Use>
  static void for_each_value(const GroupCursor& chunk, Use use) {
    Unpacking from(chunk.tag(), chunk.path());
    std::uint32_t docid = chunk.docid();
    use(docid, from.take_text());
    while (!from.done()) {
      docid += from.take_uint<std::uint32_t>() + 1;
      use(docid, from.take_text());
    }
  }

  // How many values of each slot stay, for this is said before the values.
  void count_values() {
    GroupCursor values = cursor(kPostings);
    values.seek(kValuesKey);
    while (values.next_group() && values.group().starts_with(kValuesKey)) {
      Unpacking slot(values.group().substr(kValuesKey.size()), values.path());
      std::string key(kBoundsKey);
      append_last_uint(key, slot.take_uint<std::uint32_t>());
      std::uint32_t& count = values_[key];
      do {
        for_each_value(values, [&](std::uint32_t docid, std::string_view) {
          if (!is_gone(docid)) ++count;
        });
      } while (values.next());
    }
  }

  void copy_postings(TableWriter& table) {
    GroupCursor source = cursor(kPostings);
    while (source.next_group()) {
      if (source.group().starts_with(kMetadataKey))
        copy_single(source, table, std::string(source.tag()));
      else if (source.group().starts_with(kBoundsKey))
        copy_bounds(source, table);
      else if (source.group().starts_with(kValuesKey))
        copy_values(source, table);
      else
        copy_list(source, table);
    }
  }

  static void copy_single(GroupCursor& source, TableWriter& table, const std::string& tag) {
    if (!tag.empty()) table.add(source.group(), tag);
    if (source.next()) source.fail();
  }

  void copy_bounds(GroupCursor& source, TableWriter& table) {
    const std::uint32_t count = values_[std::string(source.group())];
    Unpacking from(source.tag(), source.path());
    from.take_uint<std::uint32_t>();
    const std::string_view low = from.take_text();
    const std::string_view high = from.done() ? low : from.rest();
    copy_single(source, table, count > 0 ? pack_bounds(count, low, high) : std::string());
  }

  void copy_values(GroupCursor& source, TableWriter& table) {
    std::string key;
    std::string tag;
    std::uint32_t last = 0;
    const auto write = [&] {
      if (!tag.empty()) table.add(key, tag);
      tag.clear();
    };
    do {
      for_each_value(source, [&](std::uint32_t docid, std::string_view value) {
        if (is_gone(docid)) return;
        if (docid <= last) source.fail();
        if (tag.size() >= kChunkBytes) write();
        if (tag.empty()) {
          key.assign(source.key_before_docid());
          append_sortable(key, docid);
        } else {
          append_uint(tag, docid - last - 1);
        }
        append_text(tag, value);
        last = docid;
      });
    } while (source.next());
    write();
  }

  // The postings of a term, or the lengths of the documents.
  void copy_list(GroupCursor& source, TableWriter& table) {
    const bool is_lengths = source.group() == kLengthsKey;
    do {
      const Chunk chunk = read_chunk(source);
      Unpacking from(chunk.postings, source.path());
      for (std::uint32_t docid = chunk.first_docid; !from.done();) {
        const auto wdf = from.take_uint<std::uint32_t>();
        if (!is_gone(docid)) {
          if (docid <= list_.last_docid()) source.fail();
          list_.add(docid, wdf);
        }
        if (!from.done()) docid += from.take_uint<std::uint32_t>() + 1;
      }
    } while (source.next());
    const std::uint32_t postings = list_.postings();
    const std::uint64_t wdf_sum = list_.wdf_sum();
    if (is_lengths) {
      documents_ = postings;
      total_length_ = wdf_sum;
    }
    if (postings == 0) return;
    list_.write(table, source.group(), source.key_before_docid(), is_lengths ? 0 : postings,
                is_lengths ? 0 : wdf_sum);
  }

  void copy_positions(TableWriter& table) {
    GroupCursor source = cursor(kPositions);
    std::string key;
    while (source.next_group()) {
      do {
        if (source.docid() == 0) source.fail();
        if (is_gone(source.docid())) continue;
        key.assign(source.key_before_docid());
        append_sortable(key, source.docid());
        table.add(key, source.tag());
      } while (source.next());
    }
  }

  void copy_data(TableWriter& table) {
    TableReader source(table_file(folder_, kDocumentData), old_.tables[kDocumentData]);
    while (source.next()) {
      Unpacking from(source.key(), source.path());
      const auto docid = from.take_sortable();
      if (!from.done()) from.fail();
      if (!is_gone(docid)) table.add(source.key(), source.tag(), source.compressed());
    }
  }

  const std::string& folder_;
  const std::string& into_;
  const SegmentOptions& options_;
  Version old_;
  std::vector<bool> gone_;                       // by docid
  std::map<std::string, std::uint32_t> values_;  // that stay, by the key of their bounds
  PostingChunks list_;
  std::uint32_t documents_ = 0;
  std::uint64_t total_length_ = 0;
};

}  // namespace

void copy_without(const std::string& folder, std::span<const std::uint32_t> docids,
                  const std::string& into, const SegmentOptions& options) {
  Copy(folder, docids, into, options).run();
}

}  // namespace backfile::glass
