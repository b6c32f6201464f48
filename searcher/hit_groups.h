// What hits say of their near-copies.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/archive.h"
#include "searcher/article_set.h"
#include "searcher/copies.h"
#include "searcher/query/ast.h"
#include "searcher/result.h"

namespace backfile {

// The ids of an article and of its near-copies, in order of time; none when there is no article of
// that id.
std::vector<std::string> ids_of_copies(const std::string& id, const Archive& archive);

// The group that a query asks for alone, `group:ID`; nothing for any other query.
std::optional<std::string> listed_group(const QueryNode& query);

// One thread at a time. Keeps what it needs of the archive: hits may come after a reopen().
class HitGroups {
 public:
  // `archive` outlives this. Unless they are wanted, groups that take long to find, as those of
  // several archives, are not told.
  HitGroups(const Archive& archive, bool are_wanted);

  // From here on hits say how many of `articles`, and from how many sources, their groups are.
  void count(const ArticleSet& articles);
  // From here on hits say what they have of the first one of the group that `id` is in.
  void compare_with_first(const std::string& id);

  // `hit` is of the document `docid`.
  void mark(Xapian::docid docid, Hit& hit) const;

 private:
  const Archive& archive_;
  Xapian::Database database_;
  std::shared_ptr<const Copies> copies_;  // nothing: not told
  bool is_counted_ = false;
  std::map<std::size_t, std::vector<Xapian::docid>> matches_;  // by group
  std::optional<Article> first_;
};

}  // namespace backfile
