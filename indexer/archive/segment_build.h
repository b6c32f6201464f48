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
  using Write = std::function<std::shared_future<void>(std::vector<SegmentPart> parts)>;
  // What Write returned, when it has; throws what was thrown on the way.
  using Written = std::shared_future<std::shared_future<void>>;
  explicit SegmentBuild(Write write) : write_(std::move(write)) {}

  // To be called once.
  Written written() { return written_.get_future().share(); }

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
  std::promise<std::shared_future<void>> written_;
};

}  // namespace backfile
