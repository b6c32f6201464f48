// What a block of a table looks like. Numbers are big-endian.
//
//   block:   revision (4 bytes), level (1; 0 is a leaf), contiguous free bytes, all free bytes, end
//            of the directory (2 each), the directory: the place of each item (2 each), a gap, the
//            items
//   leaf's item:    its length less 3 with flags on top (2), the length of the key (1), the key,
//                   the number of the piece (2; not for the first), the piece of the tag
//   branch's item:  a block (4), the length of the key (1), the key, the number of the piece (2)
#pragma once

#include <cstddef>

namespace backfile::glass {

inline constexpr std::size_t kLevelAt = 4;
inline constexpr std::size_t kContiguousFreeAt = 5;
inline constexpr std::size_t kFreeAt = 7;
inline constexpr std::size_t kDirectoryEndAt = 9;
inline constexpr std::size_t kDirectoryBegin = 11;
inline constexpr std::size_t kPlaceBytes = 2;  // of an item in the directory

inline constexpr unsigned kCompressed = 0x8000;
inline constexpr unsigned kLastPiece = 0x4000;
inline constexpr unsigned kFirstPiece = 0x2000;
inline constexpr unsigned kLengthMask = 0x1fff;

inline constexpr std::size_t kItemHead = 3;  // length of the item, length of the key
inline constexpr std::size_t kPieceNumberBytes = 2;
inline constexpr std::size_t kMaxPieces = 0xffff;
inline constexpr std::size_t kChildBytes = 4;
inline constexpr std::size_t kBranchItemHead = kChildBytes + 1;

}  // namespace backfile::glass
