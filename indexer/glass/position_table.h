// The table `position`: where each term stands in each document. The key is the
// term, 00 and the docid; the tag the last position and, where there are more, all
// others in an interpolative code.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/byte_buffer.h"
#include "indexer/glass/table_writer.h"

namespace backfile::glass {

class PositionTable {
 public:
  PositionTable(const std::string& folder, unsigned block_size, std::uint32_t revision)
      : table_(table_file(folder, kPositions), block_size, revision) {}

  // The term of the documents that follow.
  void begin_term(std::string_view term);
  // `positions`: one or more, each greater than the one before.
  void add(std::uint32_t docid, std::span<const std::uint32_t> positions);

  // A table without entries has no file.
  RootInfo finish(bool sync) { return table_.finish_optional(sync); }

 private:
  TableWriter table_;
  std::string key_;
  std::size_t term_bytes_ = 0;  // of key_
  ByteBuffer tag_;
};

}  // namespace backfile::glass
