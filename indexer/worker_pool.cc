#include "indexer/worker_pool.h"

#include <csignal>

namespace backfile {

WorkerPool::WorkerPool(std::size_t jobs) {
  for (std::size_t i = 0; i < jobs; ++i)
    threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

WorkerPool::~WorkerPool() {
  // All before the first is waited for: the others would go on with what waits.
  for (std::jthread& thread : threads_) thread.request_stop();
}

void WorkerPool::push(Work work, Urgency urgency) {
  {
    const std::lock_guard lock(mutex_);
    (urgency == Urgency::kFirst ? first_ : soon_).push_back(std::move(work));
  }
  wake_.notify_one();
}

void WorkerPool::run(const std::stop_token& stop) {
  // Signals wake the thread that made the pool: it may wait for input (indexer/interruption.h).
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  while (true) {
    Work work;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return !first_.empty() || !soon_.empty(); })) return;
      if (stop.stop_requested()) return;
      auto& queue = first_.empty() ? soon_ : first_;
      work = std::move(queue.front());
      queue.pop_front();
    }
    work();
  }
}

}  // namespace backfile
