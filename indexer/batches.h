// Items that are worked on side by side, some at a time, and whose results are taken
// in their order: what comes out is the same whatever the number of threads.
//
//   Batches<std::string, std::size_t> batches(
//       pool, [](std::string text) { return text.size(); },
//       [&](std::size_t bytes) { sum += bytes; });
//   batches.add("a text", 6);
//   batches.finish();
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <utility>
#include <vector>

#include "indexer/worker_pool.h"

namespace backfile {

template <class Item, class Result>
class Batches {
 public:
  // `work` is called on the pool's threads, `take` on that which adds. All outlive this.
  Batches(WorkerPool& pool, std::function<Result(Item)> work, std::function<void(Result)> take)
      : pool_(pool), work_(std::move(work)), take_(std::move(take)) {}
  Batches(const Batches&) = delete;
  Batches& operator=(const Batches&) = delete;
  // Waits for what was begun.
  ~Batches() {
    for (const auto& batch : begun_) batch.wait();
  }

  // `bytes`: about what the item takes in memory. Throws what `work` or `take` did.
  void add(Item item, std::size_t bytes) {
    items_.push_back(std::move(item));
    bytes_ += bytes;
    if (items_.size() >= kMaxItems || bytes_ >= kMaxBytes) begin();
  }

  // Takes all results.
  void finish() {
    begin();
    while (!begun_.empty()) take_first();
  }

 private:
  // Small enough that memory stays small with large items.
  static constexpr std::size_t kMaxItems = 512;
  static constexpr std::size_t kMaxBytes = std::size_t{16} << 20;

  void begin() {
    if (items_.empty()) return;
    if (begun_.size() > pool_.jobs()) take_first();
    bytes_ = 0;
    begun_.push_back(pool_.submit(
        [this, items = std::exchange(items_, {})]() mutable {
          std::vector<Result> results;
          results.reserve(items.size());
          for (Item& item : items) results.push_back(work_(std::move(item)));
          return results;
        },
        Urgency::kFirst));
  }

  void take_first() {
    std::future<std::vector<Result>> first = std::move(begun_.front());
    begun_.pop_front();
    for (Result& result : first.get()) take_(std::move(result));
  }

  WorkerPool& pool_;
  std::function<Result(Item)> work_;
  std::function<void(Result)> take_;
  std::vector<Item> items_;
  std::size_t bytes_ = 0;
  std::deque<std::future<std::vector<Result>>> begun_;  // in order
};

}  // namespace backfile
