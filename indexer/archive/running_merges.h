// Merges of segments that go on behind, on threads of their own: they wait for the
// disk half of the time, which leaves the processors to others.
#pragma once

#include <cstddef>
#include <future>
#include <string>
#include <vector>

#include "indexer/archive/segment_maker.h"
#include "indexer/worker_pool.h"

namespace backfile {

class RunningMerges {
 public:
  // `maker` outlives this.
  RunningMerges(const SegmentMaker& maker, std::size_t jobs) : maker_(maker), pool_(jobs) {}
  RunningMerges(const RunningMerges&) = delete;
  RunningMerges& operator=(const RunningMerges&) = delete;
  ~RunningMerges() { give_up(); }

  struct Merge {
    std::vector<std::string> from;
    std::string into;
  };
  void begin(Merge merge);

  // Those that have ended since the last time, in the order in which they were begun; `all`: waits
  // for every one. Throws what one threw. Those that were given up, interrupted(), are left out.
  std::vector<Merge> take(bool all);

  bool empty() const { return running_.empty(); }
  // Whether one is making the segment.
  bool is_making(const std::string& name) const;

  // Waits for all, and forgets them.
  void give_up();

 private:
  struct Running {
    Merge merge;
    std::future<bool> task;  // false: given up
  };

  const SegmentMaker& maker_;
  std::vector<Running> running_;
  WorkerPool pool_;
};

}  // namespace backfile
