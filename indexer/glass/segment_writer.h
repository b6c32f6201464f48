// Writes a whole Xapian database of the glass format, front to back and without
// Xapian's writer: for postings that are sorted already this is many times faster.
// The table of term lists is there and empty. FORMAT.md says what is written.
//
//   SegmentWriter segment("new/archive", {});
//   segment.set_metadata("made by", "an example");
//   segment.add_document("its data", 3, values);          // document 1
//   segment.begin_term("news");
//   segment.add_posting(1, 3, {to, pack_positions(to, std::array{4u, 17u, 21u})});
//   segment.finish();
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/document_table.h"
#include "indexer/glass/position_table.h"
#include "indexer/glass/posting_table.h"
#include "indexer/glass/segment_options.h"
#include "indexer/glass/value_slots.h"
#include "indexer/glass/version_file.h"

namespace backfile::glass {

// Every function throws Error when the disk does not take what it writes.
class SegmentWriter {
 public:
  // Makes the folder; throws Error when it is there already, or the block size is none.
  SegmentWriter(const std::string& folder, const SegmentOptions& options);

  // Before the first term, in any order; the last value of a key stays, an empty one is none.
  // Throws Error when the key is empty.
  void set_metadata(std::string_view key, std::string_view value);

  // Returns the docid: 1, 2, ... Before the first term. `length`: the sum of the wdf of all its
  // postings. `data` is stored as it is.
  std::uint32_t add_document(std::string_view data, std::uint32_t length,
                             std::span<const SlotValue> values);

  // After all documents, in ascending byte order; throws Error when they are not, or when a term is
  // empty or has over 245 bytes (fewer when it has NUL bytes, which are written as two).
  void begin_term(std::string_view term);

  // Of the term begun last, in ascending order of docid; throws Error when they are not.
  // `positions`: of pack_positions(), empty: none.
  void add_posting(std::uint32_t docid, std::uint32_t wdf, std::string_view positions) {
    if (docid <= postings_.last_docid() || docid > max_docid_) refuse_posting(docid);
    if (wdf > max_wdf_) max_wdf_ = wdf;
    wdf_sum_ += wdf;
    postings_.add(docid, wdf);
    if (!positions.empty()) positions_.add(docid, positions);
  }

  // The folder is a database when this returns, and none before. Throws Error when the lengths of
  // all documents are not the sum of all wdf. Nothing is added after.
  void finish();

 private:
  void begin_terms();
  [[noreturn]] void refuse_posting(std::uint32_t docid) const;

  std::string folder_;
  SegmentOptions options_;
  PostingTable postings_;
  PositionTable positions_;
  DocumentTable documents_;
  std::map<std::string, std::string> metadata_;
  ValueSlots values_;
  std::vector<std::uint32_t> lengths_;
  bool in_terms_ = false;
  std::uint32_t max_docid_ = 0;  // that a posting may have: none before the first term
  std::string term_;
  std::uint32_t max_wdf_ = 0;
  std::uint64_t wdf_sum_ = 0;
};

}  // namespace backfile::glass
