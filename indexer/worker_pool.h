// Threads that do what they are given, and say when it is done.
//
//   WorkerPool pool(2);
//   std::future<int> sum = pool.submit([] { return 1 + 1; });
//   sum.get();  // 2, or what the task threw
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace backfile {

// Whether its task has ended.
template <class Future>
bool is_ready(const Future& task) {
  return task.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

template <class Futures>
void wait_for_all(const Futures& tasks) {
  for (const auto& task : tasks) task.wait();
}

// What the tasks return, in their order, or the first to throw throws: when all have ended, for
// they may use what their caller has.
template <class Result>
std::vector<Result> results_of(std::vector<std::future<Result>>& tasks) {
  wait_for_all(tasks);
  std::vector<Result> results;
  for (auto& task : tasks) results.push_back(task.get());
  return results;
}

enum class Urgency : std::uint8_t { kSoon, kFirst };  // kFirst goes before all that is only kSoon

class WorkerPool {
 public:
  explicit WorkerPool(std::size_t jobs);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  // Waits for the tasks that run; those that wait are given up: their futures are broken promises.
  ~WorkerPool();

  std::size_t jobs() const { return threads_.size(); }

  // Tasks of one urgency begin in their order.
  template <class Task>
  std::future<std::invoke_result_t<Task>> submit(Task task, Urgency urgency = Urgency::kSoon) {
    // std::function must be copyable, a packaged task is not.
    auto packaged =
        std::make_shared<std::packaged_task<std::invoke_result_t<Task>()>>(std::move(task));
    auto future = packaged->get_future();
    push([packaged] { (*packaged)(); }, urgency);
    return future;
  }

 private:
  using Work = std::function<void()>;

  void push(Work work, Urgency urgency);
  void run(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Work> first_;
  std::deque<Work> soon_;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace backfile
