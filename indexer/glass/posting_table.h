// The table `postlist`: user metadata, values, the lengths of the documents and
// the postings of each term, in this order.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/posting_chunks.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/value_slots.h"

namespace backfile::glass {

class PostingTable {
 public:
  PostingTable(const std::string& folder, unsigned block_size, std::uint32_t revision)
      : table_(table_file(folder, kPostings), block_size, revision) {}

  // What stands before the terms. `lengths`: of the documents 1, 2, ...
  void write_head(const std::map<std::string, std::string>& metadata, const ValueSlots& values,
                  std::span<const std::uint32_t> lengths);

  // The postings of the term, in ascending order of docid, follow; one without any is left out.
  void begin_term(std::string_view term);
  void add(std::uint32_t docid, std::uint32_t wdf) { chunks_.add(docid, wdf); }
  void end_term();

  // Of the term's postings so far; 0 before the first.
  std::uint32_t last_docid() const { return chunks_.last_docid(); }

  RootInfo finish(bool sync) { return table_.finish(sync); }

 private:
  TableWriter table_;
  PostingChunks chunks_;
  std::string first_key_;
  std::string other_key_;
};

}  // namespace backfile::glass
