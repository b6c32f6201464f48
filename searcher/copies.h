// The groups of near-copies among the articles that are searched, as the indexer
// found them (common/copy_groups.h) and copies_across joins them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

namespace backfile {

class Copies {
 public:
  // Documents of the searched database, in order of time.
  using Group = std::vector<Xapian::docid>;
  struct Member {
    Xapian::docid docid;
    std::size_t group;
  };

  explicit Copies(std::vector<Group> groups);

  const Group& group(std::size_t number) const { return groups_[number]; }
  // Nothing for an article without near-copies.
  std::optional<std::size_t> group_of(Xapian::docid docid) const;
  // All that are in a group, by docid.
  const std::vector<Member>& members() const { return members_; }

 private:
  std::vector<Group> groups_;
  std::vector<Member> members_;
};

}  // namespace backfile
