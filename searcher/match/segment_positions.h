// Where terms stand, read from a segment's file by ourselves (common/glass/segment_reader.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/glass/segment_reader.h"
#include "searcher/match/bits.h"
#include "searcher/match/spans.h"

namespace backfile {

// The positions of any of `terms` in those documents of `candidates` that are asked for. All but
// the names of the terms outlive it.
std::unique_ptr<TermPositions> open_positions(const SegmentReader& segment, const Bits& candidates,
                                              std::span<const std::string> terms);

}  // namespace backfile
