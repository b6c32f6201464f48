// One table of a glass database, written front to back in one pass: a B-tree of
// blocks of one size, made from entries that come in the order of their keys.
// Leaves are filled to the last bytes, splitting a tag where a block ends; a branch
// block is written when it is full; the root comes last.
//
//   block 0: leaf  block 1: leaf  ...  block 215: leaf  block 216: branch  ...  block 431: root
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/durable_file.h"
#include "common/glass/block.h"
#include "indexer/glass/version_file.h"

namespace backfile::glass {

inline constexpr std::size_t kMaxKeyBytes = 255;

class TableWriter {
 public:
  // The file at `path` is made with the first block. `block_size`: a power of two from 2,048 to
  // 65,536; throws Error when it is none.
  // add() and finish() throw Stopped soon after `stop` returns true.
  TableWriter(std::string path, unsigned block_size, std::uint32_t revision,
              bool (*stop)() = nullptr);
  struct Stopped {};

  // Entries come in ascending byte order of their keys, each key once and none empty; throws Error
  // when a key has over kMaxKeyBytes or a tag over 65,535 pieces of about a quarter of a block.
  // `compressed`: as Xapian does it; who reads the tag gets what it was.
  void add(std::string_view key, std::string_view tag, bool compressed = false) {
    const unsigned flags = compressed ? kCompressed : 0;
    const std::size_t bytes = kItemHead + key.size() + tag.size();
    if (bytes <= max_item_bytes_ && bytes + kPlaceBytes <= free_bytes() &&
        key.size() <= kMaxKeyBytes)
      put({key, 1, flags | kFirstPiece | kLastPiece}, tag);
    else
      add_large(key, tag, flags);
    ++entries_;
  }

  std::uint64_t entries() const { return entries_; }

  // Writes what is left and closes the file; an empty table has one block. `sync`: durably. Nothing
  // is added after.
  RootInfo finish(bool sync);
  // The same, but an empty table has no file: for those that the engine makes when it needs them,
  // all but the postings.
  RootInfo finish_optional(bool sync);

 private:
  // What an item is found by: pieces of a tag are numbered from 1.
  struct ItemName {
    std::string_view key;
    unsigned piece;
    unsigned flags;
  };
  // The least key of a block and all that follow; a prefix of it where that is enough to be greater
  // than all keys before.
  struct Boundary {
    std::string key;
    unsigned piece = 0;
  };
  // A block that is being filled: the directory grows from the front, items from the back.
  struct Branch {
    std::vector<char> block;
    std::size_t directory_end = 0;
    std::size_t items_begin = 0;
    Boundary boundary;
  };

  std::size_t free_bytes() const { return items_begin_ - directory_end_; }
  void put(const ItemName& name, std::string_view piece);
  void put_piece(const ItemName& name, std::string_view piece);
  void add_large(std::string_view key, std::string_view tag, unsigned flags);
  std::size_t first_piece_bytes(std::size_t key_bytes, std::size_t tag_bytes) const;
  void begin_leaf();
  void begin_leaf_at(const ItemName& name);
  std::uint32_t end_leaf();
  void begin_branch(Branch& branch, const Boundary& boundary);
  std::uint32_t end_branch(const Branch& branch, std::size_t level);
  void add_child(std::size_t level, const Boundary& boundary, std::uint32_t block);
  void end_block(char* block, std::size_t level, std::size_t directory_end,
                 std::size_t items_begin) const;
  char* next_block();
  void write_blocks();

  std::string path_;
  unsigned block_size_;
  std::uint32_t revision_;
  std::size_t max_item_bytes_;
  bool (*stop_)();
  std::optional<DurableFile> file_;
  std::unique_ptr<char[]> blocks_;  // finished, not yet written; then the leaf that is being filled
  std::size_t waiting_ = 0;         // of blocks_, finished
  std::uint32_t written_ = 0;
  std::uint64_t entries_ = 0;

  char* leaf_ = nullptr;
  std::size_t directory_end_ = 0;
  std::size_t items_begin_ = 0;
  Boundary boundary_;             // of leaf_
  std::string last_key_;          // of the leaf before
  std::vector<Branch> branches_;  // [0] is above the leaves
};

}  // namespace backfile::glass
