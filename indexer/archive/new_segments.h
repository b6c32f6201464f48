// Articles -> the segments of a commit. Articles are gathered into parts, these are
// inverted on a pool's threads, and a segment is written as soon as its last part
// is there: while the next one is filled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <semaphore>
#include <string>
#include <vector>

#include "indexer/archive/build_limits.h"
#include "indexer/archive/changes.h"
#include "indexer/archive/segment_build.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/archive/segment_maker.h"
#include "indexer/worker_pool.h"

namespace backfile {

// A segment that is being made.
struct NewSegment {
  std::string name;
  std::vector<std::uint32_t> dropped;  // docids of versions that another one replaced
  SegmentBuild::Written written;
};

// Waits for them. Returns their names; of one with versions dropped that of what is made without
// them. Throws what kept one from being made.
std::vector<std::string> names_of(std::vector<NewSegment> segments, SegmentMaker& maker);

// One thread at a time; add() throws Error when it cannot go on.
class NewSegments {
 public:
  // `maker` and `pool` outlive this.
  NewSegments(SegmentMaker& maker, WorkerPool& pool, const BuildLimits& limits);
  NewSegments(const NewSegments&) = delete;
  NewSegments& operator=(const NewSegments&) = delete;
  ~NewSegments() { give_up(); }

  // Where it is, of the segments since the last take().
  Place add(NewArticle article);
  void drop(const Place& place) { segments_[place.segment].dropped.push_back(place.index + 1); }

  // Of the text that was added since the last take().
  std::uint64_t bytes() const { return bytes_; }
  // Whether the next article begins a segment.
  bool is_between() const { return !filling_; }

  // All that was added since the last time.
  std::vector<NewSegment> take();

  // Waits for what the pool has to do for this.
  void give_up();

 private:
  void begin();
  void invert_waiting(std::size_t max_parts = 1);
  void invert(std::vector<NewArticle> articles);
  void end_filling();

  SegmentMaker& maker_;
  WorkerPool& pool_;
  BuildLimits limits_;
  std::vector<NewSegment> segments_;
  std::uint64_t bytes_ = 0;

  // The last one, as long as it is not full:
  std::shared_ptr<SegmentBuild> filling_;
  std::uint32_t articles_ = 0;
  std::uint64_t filling_bytes_ = 0;
  std::vector<NewArticle> waiting_;  // in none of its parts yet
  std::size_t waiting_bytes_ = 0;

  std::counting_semaphore<> parts_left_;       // that may be given to the pool, for memory's sake
  std::deque<SegmentBuild::Written> writing_;  // full ones, of which some are written by now
  std::deque<std::future<void>> tasks_;
  WorkerPool disk_{1};  // waits for it, and does nothing else
};

}  // namespace backfile
