// Postings, lengths and values of a segment, read from its file by ourselves: an
// entry of a list takes a few processor cycles, where the engine's iterators take
// dozens. Segments are never changed, so there is nothing to agree on with a
// writer. (Format: indexer/glass/FORMAT.md.)
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/glass/mapped_table.h"
#include "common/glass/version.h"

namespace backfile {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;
};

// One thread at a time. Everything throws Error when the segment is damaged.
class SegmentReader {
 public:
  explicit SegmentReader(const std::string& folder);

  std::uint32_t documents() const { return version_.documents; }
  std::uint32_t last_docid() const { return version_.last_docid; }
  // By docid; 0 for those that are not there. Read when first asked for.
  const std::vector<std::uint32_t>& lengths();

  // A document's data, as it is kept; empty when there is none.
  std::string data(std::uint32_t docid) const;

  // The chunks of a slot's values, found when first asked for.
  struct ValueChunk {
    std::uint32_t first_docid;
    std::string_view values;
  };
  const std::vector<ValueChunk>& value_chunks(unsigned slot) const;

  const glass::MappedTable& postings() const { return postings_; }
  const glass::MappedTable& positions() const { return positions_; }

 private:
  glass::Version version_;
  glass::MappedTable postings_;
  glass::MappedTable data_;
  glass::MappedTable positions_;
  std::vector<std::uint32_t> lengths_;
  mutable std::map<unsigned, std::vector<ValueChunk>> value_chunks_;  // by slot
  mutable std::deque<std::string> joined_;                            // chunks that lie in pieces
};

// The postings of one term, in order of the docids, a chunk of some hundreds at a time.
class PostingList {
 public:
  // `segment` outlives the list.
  PostingList(const SegmentReader& segment, std::string_view term);
  // That of the lengths of the documents, as wdf.
  static PostingList of_lengths(const SegmentReader& segment);
  // That of the term at whose first entry `cursor` is.
  PostingList(const SegmentReader& segment, glass::MappedTable::Cursor cursor);

  // Articles that have the term.
  std::uint32_t size() const { return size_; }
  // Appends all that are left.
  void read_all(std::vector<Posting>& to);
  // The next chunk's postings; empty at the end.
  const std::vector<Posting>& next();
  // Calls `use` with every posting that is left.
  template <class Use>
  void for_each(Use use) {
    while (true) {
      const std::vector<Posting>& chunk = next();
      if (chunk.empty()) return;
      for (const Posting& posting : chunk) use(posting);
    }
  }
  // When next() has come to the end: at the term's last entry.
  const glass::MappedTable::Cursor& cursor() const { return cursor_; }

 private:
  PostingList(const SegmentReader& segment, std::string_view first_key,
              std::string key_before_docid);
  void open();
  bool append_chunk(std::vector<Posting>& to);
  void read_chunk(std::string_view tag, std::uint32_t first_docid, std::vector<Posting>& to);

  const SegmentReader* segment_;
  glass::MappedTable::Cursor cursor_;
  std::string key_before_docid_;
  std::uint32_t size_ = 0;
  bool is_first_ = true;
  bool is_last_ = true;
  std::vector<Posting> chunk_;
};

// Calls `use` with every term that begins with `prefix` and its list, in order. Neither has a NUL.
template <class Use>
void for_each_term(const SegmentReader& segment, std::string_view prefix, Use use) {
  glass::MappedTable::Cursor cursor(segment.postings());
  bool found = cursor.seek(prefix);
  while (found && cursor.key().starts_with(prefix)) {
    const std::string_view term = cursor.key();
    PostingList list(segment, cursor);
    use(term, list);
    while (!list.next().empty()) continue;
    cursor = list.cursor();
    found = cursor.next();
  }
}

// The values of a slot.
class SlotValues {
 public:
  // `segment` outlives the values.
  SlotValues(const SegmentReader& segment, unsigned slot);

  // Empty when the document has none. Documents in order are found quickly. The view lives as long
  // as the segment.
  std::string_view value(std::uint32_t docid);

 private:
  using Chunk = SegmentReader::ValueChunk;

  void open(const Chunk& chunk);

  const SegmentReader* segment_;
  const std::vector<Chunk>& chunks_;
  std::size_t next_chunk_ = 0;
  std::string_view rest_;  // of the chunk, behind the value at hand
  std::uint32_t docid_ = 0;
  std::string_view value_;
};

}  // namespace backfile
