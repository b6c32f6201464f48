// The items of a block (block.h), as they are read. What cannot be throws Error,
// naming `path`. `place` is one of the block's directory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/glass/block.h"
#include "common/glass/packing.h"
#include "common/glass/unpacking.h"

namespace backfile::glass {

struct BlockSource {
  std::size_t block_size;
  const std::string& path;
};

// A leaf's: a key and a piece of its tag.
struct LeafItem {
  std::string_view key;
  std::string_view piece;
  unsigned number = 0;  // of the piece, from 1
  unsigned flags = 0;
};

inline LeafItem leaf_item(const BlockSource& source, const char* block, std::size_t place) {
  const std::size_t begin = load_16(block + place);
  if (begin + kItemHead > source.block_size) fail_damaged(source.path);
  const char* item = block + begin;
  const unsigned flags = load_16(item);
  const std::size_t bytes = (flags & kLengthMask) + kItemHead;
  const std::size_t key_bytes = static_cast<unsigned char>(item[kItemHead - 1]);
  const bool first = (flags & kFirstPiece) != 0;
  const std::size_t tag_at = kItemHead + key_bytes + (first ? 0 : kPieceNumberBytes);
  if (begin + bytes > source.block_size || tag_at > bytes) fail_damaged(source.path);
  const unsigned number = first ? 1 : load_16(item + kItemHead + key_bytes);
  return {{item + kItemHead, key_bytes}, {item + tag_at, bytes - tag_at}, number, flags};
}

// A branch's: the number of a child.
inline std::uint32_t child_block(const BlockSource& source, const char* block, std::size_t place) {
  const std::size_t begin = load_16(block + place);
  if (begin + kBranchItemHead > source.block_size) fail_damaged(source.path);
  return load_32(block + begin);
}

// Whether the child does not begin behind the first piece of `key`. The first child has no key:
// it is not to be asked for.
inline bool child_begins_by(const BlockSource& source, const char* block, std::size_t place,
                            std::string_view key) {
  const std::size_t begin = load_16(block + place);
  if (begin + kBranchItemHead > source.block_size) fail_damaged(source.path);
  const char* item = block + begin;
  const std::size_t key_bytes = static_cast<unsigned char>(item[kChildBytes]);
  if (begin + kBranchItemHead + key_bytes + kPieceNumberBytes > source.block_size)
    fail_damaged(source.path);
  const std::string_view least(item + kBranchItemHead, key_bytes);
  const unsigned piece = load_16(item + kBranchItemHead + key_bytes);
  return least < key || (least == key && piece <= 1);
}

// The checked end of the directory of a block of `level`.
inline std::size_t directory_end_of(const BlockSource& source, const char* block,
                                    std::size_t level) {
  const std::size_t end = load_16(block + kDirectoryEndAt);
  if (static_cast<unsigned char>(block[kLevelAt]) != level || end < kDirectoryBegin ||
      end > source.block_size || (end - kDirectoryBegin) % kPlaceBytes != 0)
    fail_damaged(source.path);
  return end;
}

}  // namespace backfile::glass
