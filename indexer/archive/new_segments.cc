#include "indexer/archive/new_segments.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "common/archive_files.h"
#include "common/durable_file.h"
#include "indexer/archive/segment.h"

namespace backfile {

std::vector<std::string> names_of(std::vector<NewSegment> segments, SegmentMaker& maker) {
  std::vector<std::string> names;
  for (NewSegment& each : segments) {
    each.written.get().get();
    if (each.dropped.empty()) {
      names.push_back(std::move(each.name));
    } else {
      std::ranges::sort(each.dropped);
      const Segment segment(maker.path(), each.name);
      if (auto name = maker.without(segment, each.dropped)) names.push_back(*std::move(name));
    }
  }
  return names;
}

NewSegments::NewSegments(SegmentMaker& maker, WorkerPool& pool, const BuildLimits& limits)
    : maker_(maker), pool_(pool), limits_(limits), parts_left_(std::ptrdiff_t(pool.jobs() + 1)) {}

void NewSegments::give_up() {
  wait_for_all(tasks_);
  tasks_.clear();
}

Place NewSegments::add(NewArticle article) {
  if (!filling_) begin();
  const Place place{segments_.size() - 1, articles_++};
  const std::size_t bytes = article.stored.size();
  bytes_ += bytes;
  filling_bytes_ += bytes;
  waiting_bytes_ += bytes;
  waiting_.push_back(std::move(article));
  const bool is_full =
      articles_ >= limits_.segment_articles || filling_bytes_ >= limits_.segment_bytes;
  if (is_full || waiting_.size() >= limits_.part_articles || waiting_bytes_ >= limits_.part_bytes)
    invert_waiting();
  if (is_full) end_filling();
  return place;
}

std::vector<NewSegment> NewSegments::take() {
  // In shares: one part would keep one thread at work while the others have none.
  invert_waiting(2 * pool_.jobs());
  if (filling_) end_filling();
  bytes_ = 0;
  return std::exchange(segments_, {});
}

void NewSegments::begin() {
  const std::string name = maker_.next_name(kSegmentPrefix);
  filling_ = std::make_shared<SegmentBuild>([this, name](std::vector<SegmentPart> parts) {
    maker_.write(name, std::move(parts));
    return disk_.submit([folder = maker_.path_of(name)] { sync_files(folder); }).share();
  });
  segments_.push_back({name, {}, filling_->written()});
  articles_ = 0;
  filling_bytes_ = 0;
}

// Parts of a megabyte or more.
void NewSegments::invert_waiting(std::size_t max_parts) {
  if (waiting_.empty()) return;
  maker_.learn_dictionary(waiting_, waiting_bytes_);
  const std::size_t parts = std::clamp(waiting_bytes_ >> 20U, std::size_t{1}, max_parts);
  const std::size_t share = (waiting_.size() + parts - 1) / parts;
  for (auto rest = std::span(waiting_); !rest.empty();) {
    const auto part = rest.first(std::min(share, rest.size()));
    rest = rest.subspan(part.size());
    invert({std::move_iterator(part.begin()), std::move_iterator(part.end())});
  }
  waiting_.clear();
  waiting_bytes_ = 0;
}

void NewSegments::invert(std::vector<NewArticle> articles) {
  parts_left_.acquire();
  while (!tasks_.empty() && is_ready(tasks_.front())) tasks_.pop_front();
  tasks_.push_back(pool_.submit([this, segment = filling_, number = filling_->begin_part(),
                                 part = maker_.part_task(std::move(articles))]() mutable {
    std::optional<SegmentPart> made;
    try {
      made = part();
    } catch (...) {
      segment->fail(std::current_exception());
    }
    parts_left_.release();
    if (made) segment->put(number, *std::move(made));
  }));
}

// It is written when its parts are there. No more at once than there are workers, for memory's sake
// again.
void NewSegments::end_filling() {
  for (; writing_.size() >= pool_.jobs(); writing_.pop_front()) writing_.front().wait();
  writing_.push_back(segments_.back().written);
  tasks_.push_back(
      pool_.submit([segment = std::exchange(filling_, {})] { segment->close(); }, Urgency::kFirst));
}

}  // namespace backfile
