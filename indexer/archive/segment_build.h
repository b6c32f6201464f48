// A segment that several threads build: its parts are inverted side by side and end
// in any order, and whichever thread ends the last one writes them. So none waits
// for another.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <future>
#include <mutex>
#include <utility>
#include <vector>

#include "indexer/archive/segment_builder.h"

namespace backfile {

class SegmentBuild {
 public:
  // Writes the segment of these parts; what it returns is ready when that is durable.
  using Write = std::function<std::future<void>(std::vector<SegmentPart> parts)>;
  explicit SegmentBuild(Write write) : write_(std::move(write)) {}

  // To be called once. Ready when the segment is written; throws what was thrown on the way.
  std::future<std::future<void>> written() { return written_.get_future(); }

  // The number of the next part, which will be put() or fail().
  std::size_t begin_part();
  // Any thread; may write the segment before it returns.
  void put(std::size_t number, SegmentPart part);
  // Any thread: the segment cannot be made.
  void fail(const std::exception_ptr& why);
  // After the last begin_part(). Any thread; may write the segment before it returns.
  void close() { end_one(); }

 private:
  void end_one();

  Write write_;
  std::mutex mutex_;
  std::vector<SegmentPart> parts_;
  std::size_t missing_ = 1;  // parts, and close()
  bool has_failed_ = false;
  std::promise<std::future<void>> written_;
};

}  // namespace backfile
