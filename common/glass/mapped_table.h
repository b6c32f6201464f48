// The entries of a table of a glass database, looked up in any order. The file is
// mapped into memory, so an entry costs no more than finding it.
//
//   const MappedTable table(table_file(folder, kPostings), version.tables[kPostings]);
//   for (MappedTable::Cursor at(table); at.seek("aaa"); ...) use(at.key(), at.tag());
//
// Blocks of the revision that was opened are never written over; a file that is
// taken away stays until the table is gone. Everything throws Error when the file
// cannot be read or is damaged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/glass/block_items.h"
#include "common/glass/version.h"

namespace backfile::glass {

// Gives a mapping back.
struct Unmap {
  std::size_t bytes = 0;
  void operator()(const char* file) const;
};

class MappedTable {
 public:
  // A table without a root has no entries, and its file is not opened.
  MappedTable(std::string path, const RootInfo& info);

  const std::string& path() const { return path_; }

  // What was read counts as this program's memory until this, or the table's end. All that points
  // to it stays good.
  void let_go() const;

  class Cursor {
   public:
    // `table` outlives the cursor.
    explicit Cursor(const MappedTable& table) : table_(&table), levels_(table.level_ + 1) {}

    // To the first entry whose key is not below `key`; false when there is none.
    bool seek(std::string_view key);
    // The same, quicker where that is near behind the entry at hand, if there is one.
    bool advance(std::string_view key);
    // To the next entry; false at the end. Not before a seek() that found one.
    bool next();

    // Of the entry. The key lives as long as the table, and so does the tag when it lies in one
    // piece, else until the next call of one of those above.
    std::string_view key() const { return key_; }
    std::string_view tag() const { return in_one_piece_ ? tag_ : joined_tag_; }
    bool in_one_piece() const { return in_one_piece_; }

   private:
    struct Level {
      const char* block = nullptr;
      std::size_t place = 0;  // of an item in the directory
      std::size_t end = 0;
    };

    void open(std::size_t level, std::uint32_t block);
    void seek_in_leaf(std::string_view key, std::size_t begin, std::size_t end);
    std::string_view key_at(std::size_t place) const;
    bool next_leaf();
    bool read_entry();

    const MappedTable* table_;
    std::vector<Level> levels_;  // [0] is the leaf
    std::string_view key_;
    std::string_view tag_;
    std::string joined_tag_;
    bool in_one_piece_ = true;
    bool is_at_entry_ = false;
  };

 private:
  void map_file();
  const char* block(std::uint32_t number) const;
  BlockSource source() const { return {block_size_, path_}; }

  std::string path_;
  std::size_t block_size_;
  std::size_t level_;
  std::uint32_t root_;
  std::unique_ptr<const char, Unmap> file_;
};

}  // namespace backfile::glass
