// Walks the postings or the positions of one database group by group. A group is
// what is kept in several entries, by docid: the postings of a term, its positions,
// the lengths of the documents, the values of a slot. Every other entry is a group
// of its own.
//
//   key           group    docid
//   61 00 00 07   61       7
//   61            61       0: none
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/merge/docid_shift.h"
#include "indexer/merge/table_reader.h"

namespace backfile::glass {

// Throws Error when the table cannot be read or is damaged: keys out of order, docids that are not
// in use.
class GroupCursor {
 public:
  GroupCursor(std::string path, const RootInfo& info, const DocidShift& shift)
      : table_(std::move(path), info), shift_(shift) {}

  // To the first entry of the next group, from the last of the one before; false at the end.
  bool next_group();
  // To the next entry of the group; false when that was the last.
  bool next();
  // The next group is the first that is not below `group`.
  void seek(std::string_view group);

  // What the key of the first entry is when it has no docid.
  std::string_view group() const { return group_; }
  // What stands before the docid in the key of an entry.
  std::string_view key_before_docid() const { return before_docid_; }
  // What the docid in the key of this entry becomes; 0 when there is none.
  std::uint32_t docid() const { return docid_; }
  std::string_view tag() const { return table_.tag(); }

  // What the docid, from a tag, becomes.
  std::uint32_t shifted(std::uint32_t docid) const {
    if (!shift_.holds(docid)) fail();
    return shift_(docid);
  }
  [[noreturn]] void fail() const;
  const std::string& path() const { return table_.path(); }

 private:
  bool advance();
  void begin_group(std::string_view key);
  void take_docid(std::string_view packed);

  TableReader table_;
  DocidShift shift_;
  bool in_next_group_ = false;  // the table is at the first entry of the next one
  std::string group_;
  std::string before_docid_;  // empty where entries have no docid
  std::uint32_t docid_ = 0;
};

}  // namespace backfile::glass
