#include "indexer/archive/segment_build.h"

#include <utility>

namespace backfile {

std::size_t SegmentBuild::begin_part() {
  const std::lock_guard lock(mutex_);
  ++missing_;
  parts_.emplace_back();
  return parts_.size() - 1;
}

void SegmentBuild::put(std::size_t number, SegmentPart part) {
  {
    const std::lock_guard lock(mutex_);
    parts_[number] = std::move(part);
  }
  end_one();
}

void SegmentBuild::fail(const std::exception_ptr& why) {
  const std::lock_guard lock(mutex_);
  if (!std::exchange(has_failed_, true)) written_.set_exception(why);
}

void SegmentBuild::end_one() {
  {
    const std::lock_guard lock(mutex_);
    if (--missing_ > 0) return;
  }
  try {
    written_.set_value(write_(std::move(parts_)));
  } catch (...) {
    fail(std::current_exception());
  }
}

}  // namespace backfile
