// The table `position`: where each term stands in each document. The key is the
// term, 00 and the docid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/table_writer.h"

namespace backfile::glass {

class PositionTable {
 public:
  PositionTable(const std::string& folder, unsigned block_size, std::uint32_t revision)
      : table_(table_file(folder, kPositions), block_size, revision) {}

  // The term of the documents that follow.
  void begin_term(std::string_view term);
  // `packed`: of pack_positions().
  void add(std::uint32_t docid, std::string_view packed);

  // A table without entries has no file.
  RootInfo finish(bool sync) { return table_.finish_optional(sync); }

 private:
  TableWriter table_;
  std::string key_;
  std::size_t term_bytes_ = 0;  // of key_
};

}  // namespace backfile::glass
