// The entries of a table of a glass database, ours or Xapian's, in the order of
// their keys. Leaves that lie behind each other in the file, as they do in what was
// written front to back, are read many at a time.
//
//   TableReader table(table_file(folder, kPostings), version.tables[kPostings]);
//   while (table.next()) use(table.key(), table.tag());
//
// Every function throws Error when the file cannot be read or is damaged. Nothing
// may be written to the database meanwhile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/glass/block_items.h"
#include "indexer/glass/version_file.h"
#include "indexer/merge/block_file.h"

namespace backfile::glass {

class TableReader {
 public:
  // A table without a root has no entries, and its file is not opened.
  TableReader(std::string path, const RootInfo& info);
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  // To the next entry, at first to the first; false at the end.
  bool next();
  // The next entry is the first whose key is not below `key`.
  void seek(std::string_view key);

  // Of the entry, until the next call of one of those above.
  std::string_view key() const { return key_; }
  std::string_view tag() const { return tag_; }
  // Whether the tag is compressed; it is not uncompressed here.
  bool compressed() const { return compressed_; }

  const std::string& path() const { return path_; }

 private:
  struct Branch {
    BlockFile::Blocks block;
    std::size_t place = 0;  // of the next child
    std::size_t directory_end = 0;
  };

  void start();
  bool next_run();
  bool next_leaf();
  void open_leaf();
  bool next_item(LeafItem& item);
  void join_pieces(const LeafItem& first);

  void read_branch(std::size_t index, std::uint32_t block);
  std::uint32_t child_at(const Branch& branch, std::size_t place) const {
    return child_block(source(), branch.block.get(), place);
  }
  std::size_t place_for(const Branch& branch, std::string_view key) const;

  BlockSource source() const { return {block_size_, path_}; }

  std::string path_;
  unsigned block_size_;
  std::uint32_t root_;
  std::optional<BlockFile> file_;
  std::vector<Branch> branches_;  // [0] is above the leaves

  bool started_ = false;
  std::size_t blocks_in_run_;  // that there is room for
  BlockFile::Blocks run_;
  std::size_t leaves_left_ = 0;  // of run_, behind leaf_
  const char* leaf_ = nullptr;
  std::size_t place_ = 0;  // of the next item
  std::size_t directory_end_ = 0;

  std::string_view key_;
  std::string_view tag_;
  bool compressed_ = false;
  std::string joined_key_;
  std::string joined_tag_;
};

}  // namespace backfile::glass
