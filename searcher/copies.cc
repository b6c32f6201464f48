#include "searcher/copies.h"

#include <algorithm>
#include <utility>

namespace backfile {

Copies::Copies(std::vector<Group> groups) : groups_(std::move(groups)) {
  for (std::size_t i = 0; i < groups_.size(); ++i)
    for (const Xapian::docid docid : groups_[i]) members_.push_back({docid, i});
  std::ranges::sort(members_, {}, &Member::docid);
}

std::optional<std::size_t> Copies::group_of(Xapian::docid docid) const {
  const auto member = std::ranges::lower_bound(members_, docid, {}, &Member::docid);
  if (member == members_.end() || member->docid != docid) return std::nullopt;
  return member->group;
}

}  // namespace backfile
