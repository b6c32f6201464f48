// The groups of near-copies of an archive: whoever is a copy of one is in the
// group of all its copies. They follow the archive from commit to commit; what a
// commit adds is compared with what is there, whatever came first. When an article
// goes, the rest of its group stays together as far as it is copies of each other,
// sketches or not.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/glass/segment_reader.h"
#include "indexer/duplicates/copy_pair.h"
#include "indexer/worker_pool.h"

namespace backfile {

using Segments = std::vector<std::unique_ptr<SegmentReader>>;

class CopyGroups {
 public:
  // `pool` outlives this.
  explicit CopyGroups(WorkerPool& pool) : pool_(pool) {}

  // Takes what `archive` has (common/copy_groups.h), whose segments are in `folders`. Throws Error
  // when it is damaged.
  void load(std::string_view packed, const std::vector<std::string>& folders,
            const std::string& archive);

  // The article goes, or comes again with another text.
  void remove(const std::string& id) { removed_.insert(article_key(id)); }

  // The groups, packed, when the segments are in `folders`, of which those from `first_new` on are
  // new. Throws Error when a segment is damaged; then nothing was taken in.
  std::string update(const std::vector<std::string>& folders, std::size_t first_new);

 private:
  struct Place;
  using Group = std::vector<ArticleKey>;

  std::vector<Group> broken_groups() const;
  std::unordered_map<ArticleKey, Place> places_of(const std::vector<CopyPair>& pairs,
                                                  const Segments& segments) const;

  WorkerPool& pool_;
  std::vector<Group> groups_;  // of two and more
  std::unordered_set<ArticleKey> removed_;
};

}  // namespace backfile
