#include "indexer/worker_pool.h"

#include <atomic>
#include <latch>
#include <memory>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

namespace backfile {
namespace {

// Keeps workers busy until it is opened.
class Gate {
 public:
  void open() { promise_.set_value(); }
  void pass() const { future_.wait(); }

 private:
  std::promise<void> promise_;
  std::shared_future<void> future_ = promise_.get_future().share();
};

template <class Result>
bool is_broken(std::future<Result>& future) {
  try {
    future.get();
  } catch (const std::future_error& error) {
    return error.code() == std::future_errc::broken_promise;
  }
  return false;
}

TEST_CASE("worker pool: results of any type") {
  for (const std::size_t jobs : {1U, 3U}) {
    WorkerPool pool(jobs);
    CHECK(pool.jobs() == jobs);
    std::vector<std::future<std::size_t>> futures;
    for (std::size_t i = 0; i < 500; ++i) futures.push_back(pool.submit([i] { return i * i; }));
    for (std::size_t i = 0; i < 500; ++i) REQUIRE(futures[i].get() == i * i);
    // what can only be moved, in and out
    auto number = pool.submit([seven = std::make_unique<int>(7)] { return *seven; });
    auto text = pool.submit([] { return std::make_unique<std::string>("text"); });
    CHECK(number.get() == 7);
    CHECK(*text.get() == "text");
    bool ran = false;
    pool.submit([&ran] { ran = true; }).get();
    CHECK(ran);
  }
}

TEST_CASE("worker pool: what a task throws comes with its future, and the worker goes on") {
  WorkerPool pool(1);
  auto failing = pool.submit([]() -> int { throw std::runtime_error("no luck"); });
  auto odd = pool.submit([] { throw 7; });
  auto next = pool.submit([] { return 1; });
  CHECK_THROWS_WITH_AS(failing.get(), "no luck", std::runtime_error);
  CHECK_THROWS_AS(odd.get(), int);
  CHECK(next.get() == 1);
}

TEST_CASE("worker pool: the urgent first, and each urgency in its order") {
  WorkerPool pool(1);
  Gate gate;
  auto busy = pool.submit([&gate] { gate.pass(); });
  std::string order;
  std::vector<std::future<void>> futures;
  const auto submit = [&](char name, Urgency urgency) {
    futures.push_back(pool.submit([&order, name] { order += name; }, urgency));
  };
  submit('a', Urgency::kSoon);
  submit('b', Urgency::kSoon);
  submit('1', Urgency::kFirst);
  submit('c', Urgency::kSoon);
  submit('2', Urgency::kFirst);
  submit('3', Urgency::kFirst);
  gate.open();
  for (auto& future : futures) future.get();
  CHECK(order == "123abc");
}

TEST_CASE("worker pool: as many tasks at once as there are workers") {
  WorkerPool pool(3);
  std::latch all(3);  // none of them ends before all have begun
  std::vector<std::future<void>> futures;
  for (int i = 0; i < 3; ++i) futures.push_back(pool.submit([&all] { all.arrive_and_wait(); }));
  for (auto& future : futures) future.get();
  CHECK(all.try_wait());
}

TEST_CASE("worker pool: a task may give others") {
  WorkerPool pool(1);
  auto outer = pool.submit([&pool] { return pool.submit([] { return 5; }, Urgency::kFirst); });
  CHECK(outer.get().get() == 5);
}

TEST_CASE("worker pool: its end waits for what runs and gives up what waits") {
  std::vector<std::future<int>> futures;
  std::promise<void> begun;
  Gate gate;
  std::atomic<bool> ended = false;
  std::jthread opener;
  {
    WorkerPool pool(1);
    futures.push_back(pool.submit([&] {
      begun.set_value();
      gate.pass();
      std::this_thread::yield();
      ended = true;
      return 1;
    }));
    begun.get_future().get();
    pool.submit([] {});  // a future that nobody keeps
    CHECK_FALSE(ended);
    opener = std::jthread([&gate] { gate.open(); });
  }
  CHECK(ended);
  CHECK(futures[0].get() == 1);
}

// How many of 1,000 waiting tasks ran although the pool was being destroyed, by several workers
// that were busy when that began.
std::size_t ran_at_end() {
  std::vector<std::future<void>> waiting;
  std::atomic<std::size_t> ran = 0;
  Gate gate;
  std::jthread opener;
  {
    WorkerPool pool(4);
    std::latch busy(5);
    for (int i = 0; i < 4; ++i)
      pool.submit([&] {
        busy.arrive_and_wait();
        gate.pass();
      });
    busy.arrive_and_wait();
    for (int i = 0; i < 1'000; ++i) waiting.push_back(pool.submit([&ran] { ++ran; }));
    opener = std::jthread([&gate] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the destructor waits by now
      gate.open();
    });
  }
  std::size_t broken = 0;
  for (auto& future : waiting) broken += is_broken(future) ? 1U : 0U;
  CHECK(broken + ran == 1'000);
  return ran;
}

TEST_CASE("worker pool: no worker begins a waiting task at the end") {
  // On a machine so busy that the destructor begins late, some may rightly run.
  bool gave_up = false;
  for (int attempt = 0; attempt < 5 && !gave_up; ++attempt) gave_up = ran_at_end() == 0;
  CHECK(gave_up);
}

TEST_CASE("worker pool: made and ended without a task") {
  for (const std::size_t jobs : {1U, 2U, 8U}) CHECK(WorkerPool(jobs).jobs() == jobs);
}

}  // namespace
}  // namespace backfile
