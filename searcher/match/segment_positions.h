// Where terms stand, read from a segment's file by ourselves (segment_reader.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "searcher/match/bits.h"
#include "searcher/match/segment_reader.h"
#include "searcher/match/spans.h"

namespace backfile {

// The position lists of one term.
class PositionLists {
 public:
  // `segment` outlives this.
  PositionLists(const SegmentReader& segment, std::string_view term);

  // Appends the positions in a document; none when it does not have the term. Quickest when
  // documents are asked for in order.
  void append(std::uint32_t docid, std::vector<std::uint32_t>& positions);

 private:
  const SegmentReader* segment_;
  glass::MappedTable::Cursor cursor_;
  std::string key_;  // of the list that was last asked for
  std::size_t bytes_before_docid_;
};

// The positions of any of `terms` in those documents of `candidates` that are asked for. All but
// the names of the terms outlive it.
std::unique_ptr<TermPositions> open_positions(const SegmentReader& segment, const Bits& candidates,
                                              std::span<const std::string> terms);

}  // namespace backfile
