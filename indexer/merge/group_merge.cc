#include "indexer/merge/group_merge.h"

#include <algorithm>

namespace backfile::glass {
namespace {

std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i)
    bytes = bytes << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  return bytes;
}

}  // namespace

bool GroupMerge::Waiting::operator<(const Waiting& other) const {
  if (start != other.start) return start > other.start;
  if (const int order = cursor->group().compare(other.cursor->group())) return order > 0;
  return place > other.place;
}

GroupMerge::GroupMerge(std::deque<GroupCursor>& cursors) {
  for (std::size_t place = 0; place < cursors.size(); ++place) wait(place, cursors[place]);
}

bool GroupMerge::next() {
  for (std::size_t i = 0; i < sources_.size(); ++i) wait(places_[i], *sources_[i]);
  sources_.clear();
  places_.clear();
  while (!heap_.empty() &&
         (sources_.empty() || heap_.front().cursor->group() == sources_.front()->group())) {
    sources_.push_back(heap_.front().cursor);
    places_.push_back(heap_.front().place);
    std::ranges::pop_heap(heap_, std::less());
    heap_.pop_back();
  }
  return !sources_.empty();
}

void GroupMerge::wait(std::size_t place, GroupCursor& cursor) {
  if (!cursor.next_group()) return;
  heap_.push_back({first_bytes(cursor.group()), place, &cursor});
  std::ranges::push_heap(heap_, std::less());
}

}  // namespace backfile::glass
