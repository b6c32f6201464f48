// The groups of several databases in one order, each with the databases that have
// it.
//
//   while (merge.next())
//     for (GroupCursor* source : merge.sources())
//       do use(*source); while (source->next());
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/merge/group_cursor.h"

namespace backfile::glass {

class GroupMerge {
 public:
  // The cursors stand before their first groups, and must outlive this.
  explicit GroupMerge(std::deque<GroupCursor>& cursors);

  // To the next group, when all sources of the one before are read to its end; false at the end.
  bool next();

  // Those that have the group, in their order, each at its first entry of it.
  std::span<GroupCursor* const> sources() const { return sources_; }
  std::string_view group() const { return sources_.front()->group(); }
  std::string_view key_before_docid() const { return sources_.front()->key_before_docid(); }

 private:
  // A cursor at the first entry of a group.
  struct Waiting {
    std::uint64_t start;  // the first bytes of the group, as a number
    std::size_t place;
    GroupCursor* cursor;

    bool operator<(const Waiting& other) const;  // it comes later
  };

  void wait(std::size_t place, GroupCursor& cursor);

  std::vector<Waiting> heap_;
  std::vector<GroupCursor*> sources_;
  std::vector<std::size_t> places_;  // of sources_
};

}  // namespace backfile::glass
