// Articles -> an archive: the only writer of one.
//
// An archive is a row of segments (common/archive_files.h), and none of them is
// ever changed. Articles are gathered, built into new segments side by side, and
// a commit puts those into the manifest: until then readers see the archive as
// it was, and a run that is killed, fails or is destroyed leaves it so. What an
// article replaces is deleted from a copy of its segment that takes the old
// one's place in the same manifest. Segments are merged as merge_policy says,
// while the next ones are built, and a later manifest has what came of it.
//
// An article is known by its id. Of several with one id in a run, the last
// stays.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/archive/archive_lock.h"
#include "indexer/archive/build_limits.h"
#include "indexer/archive/changes.h"
#include "indexer/archive/manifest.h"
#include "indexer/archive/merge_policy.h"
#include "indexer/archive/new_segments.h"
#include "indexer/archive/running_merges.h"
#include "indexer/archive/segment.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/archive/segment_maker.h"
#include "indexer/archive/settings.h"
#include "indexer/duplicates/copy_groups.h"
#include "indexer/worker_pool.h"

namespace backfile {

class ArchiveBuilder {
 public:
  // Opens or creates the archive in the folder `path` and clears away what a killed run left.
  // Throws Error when the folder is something else, of another schema version or being written by
  // another process, Xapian::Error when it cannot be read. `pool` outlives this.
  // `by_xapian`: with Xapian's own writer, which is taken too when the linked Xapian writes another
  // format than this program knows.
  ArchiveBuilder(const std::string& path, WorkerPool& pool, const BuildLimits& limits = {},
                 bool by_xapian = false);
  ArchiveBuilder(const ArchiveBuilder&) = delete;
  ArchiveBuilder& operator=(const ArchiveBuilder&) = delete;
  ~ArchiveBuilder();

  // Whether Xapian's own writer is at work. Then near-copies are not looked for.
  bool is_by_xapian() const { return maker_.is_by_xapian(); }

  void add(NewArticle article);
  void add(Article article) { add(prepared(std::move(article))); }
  // False when the archive has no article of that id.
  bool remove(const std::string& id);

  // The repeated paragraphs that the archive knows (cleaner/repetition.h), as bytes; what is set is
  // kept from the next commit on.
  const std::string& repeated() const { return repeated_; }
  void set_repeated(std::string repeated) { repeated_ = std::move(repeated); }

  // Whether so much waits or is remembered, or for so long, that a commit should come now; rather
  // between two segments than within one.
  bool wants_commit() const;
  // Makes all changes durable and visible; merges go on behind. Throws Error and Xapian::Error; the
  // archive is then as it was.
  void checkpoint();
  // The same, and waits for what is to be merged, unless interrupted() (indexer/interruption.h).
  // Returns what changed since the builder was made or commit() was called.
  ArchiveChanges commit();
  // Commits, and makes one segment of all, unless interrupted().
  ArchiveChanges optimize();

 private:
  void open(bool by_xapian);
  void open_segments();

  std::optional<std::string> archived_digest(const std::string& id) const;
  void put(Change& change, NewArticle article);
  void drop(Change& change);

  void publish(bool ends_merges);
  std::string copies_of(const std::vector<std::string>& segments, std::size_t first_new);
  std::vector<std::string> without_replaced();
  void remove_unlisted();
  void end_removal();

  std::vector<std::uint64_t> segment_bytes() const;
  bool start_merges(std::uint64_t max_bytes);
  bool start_last_merge();
  void merge(const MergeRange& range);
  void take_merged(bool all);

  std::string path_;
  WorkerPool& pool_;
  BuildLimits limits_;
  SegmentMaker maker_;
  std::unique_ptr<ArchiveLock> lock_;
  Manifest manifest_;                               // as it is on the disk
  std::vector<std::unique_ptr<Segment>> segments_;  // of manifest_
  Settings settings_;                               // as they are on the disk
  CopyGroups copy_groups_;
  std::string repeated_;

  Changes window_;  // since the last commit
  NewSegments new_segments_;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
  std::uint64_t run_bytes_ = 0;  // of text, written by this run
  std::uint64_t run_begin_ = 1;  // its segments have this number and greater ones
  ArchiveChanges changes_;

  RunningMerges merges_;
  std::future<void> removal_;
  WorkerPool removing_{1};
};

}  // namespace backfile
