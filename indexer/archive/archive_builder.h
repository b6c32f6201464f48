// Articles -> an archive: the only writer of one.
//
// An archive is a row of segments (common/archive_files.h), and none of them is
// ever changed. Articles are gathered, built into new segments side by side, and
// a commit puts those into the manifest: until then readers see the archive as
// it was, and a run that is killed, fails or is destroyed leaves it so. What an
// article replaces is deleted from a copy of its segment that takes the old
// one's place in the same manifest. Segments are merged as merge_policy says,
// while the next ones are built.
//
// An article is known by its id. Of several with one id in a run, the last
// stays.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <semaphore>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "indexer/archive/archive_lock.h"
#include "indexer/archive/build_limits.h"
#include "indexer/archive/changes.h"
#include "indexer/archive/manifest.h"
#include "indexer/archive/merge_policy.h"
#include "indexer/archive/segment.h"
#include "indexer/archive/segment_build.h"
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
  void set_repeated(std::string repeated);

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
  // A segment of this commit.
  struct Build {
    std::string name;
    std::uint32_t articles = 0;
    std::uint64_t bytes = 0;
    std::vector<std::uint32_t> dropped;     // docids of versions that another one replaced
    std::shared_ptr<SegmentBuild> filling;  // none when it is filled
    std::future<std::future<void>> written;
    std::vector<std::future<void>> tasks;
  };
  struct Merge {
    std::vector<std::string> from;
    std::string into;
    std::future<bool> task;  // false: given up
  };

  void open(bool by_xapian);
  void open_segments();

  Build& filling();
  void put(Change& change, NewArticle article);
  void drop(Change& change);
  void append(NewArticle article);
  void invert_waiting(std::size_t max_parts = 1);
  void invert(std::vector<NewArticle> articles);
  void write_filled();
  std::vector<std::string> built_segments();

  bool publish();
  std::vector<std::string> without_replaced();
  std::vector<std::string> folders_of(const std::vector<std::string>& names) const;
  void update_copies(const std::vector<std::string>& segments, std::size_t first_new);
  void remove_unlisted();

  std::vector<std::uint64_t> segment_bytes() const;
  bool start_merges();
  bool start_last_merge();
  void merge(const MergeRange& range);
  void finish_merges();

  std::string path_;
  WorkerPool& pool_;
  BuildLimits limits_;
  SegmentMaker maker_;
  std::unique_ptr<ArchiveLock> lock_;
  Manifest manifest_;                               // as it is on the disk
  std::vector<std::unique_ptr<Segment>> segments_;  // of manifest_
  std::string repeated_;
  CopyGroups copy_groups_;
  std::string copies_;  // the same, packed, as the archive has them
  bool settings_changed_ = false;

  std::unordered_map<std::string, Change> window_;  // since the last commit, by id
  std::vector<NewArticle> waiting_;                 // of builds_.back(), in none of its parts yet
  std::vector<Build> builds_;
  std::counting_semaphore<> parts_left_;  // that may be given to the pool, for memory's sake
  std::size_t waiting_bytes_ = 0;
  std::uint64_t window_bytes_ = 0;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
  std::vector<Merge> merges_;    // in the order of the segments
  std::uint64_t run_bytes_ = 0;  // of text, written by this run
  std::uint64_t run_begin_ = 1;  // its segments have this number and greater ones
  ArchiveChanges changes_;
  // What waits for the disk, all the time or half of it, leaves the processors to others.
  WorkerPool disk_{1};
  WorkerPool merging_;
};

}  // namespace backfile
