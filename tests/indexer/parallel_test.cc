#include "indexer/parallel.h"

#include <atomic>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("parallel: every index once") {
  for (const std::size_t jobs : {1, 2, 4, 9}) {
    for (const std::size_t count : {0, 1, 2, 3, 8, 1000}) {
      CAPTURE(jobs);
      CAPTURE(count);
      std::vector<std::atomic<int>> calls(count);
      std::atomic<bool> workers_right{true};
      parallel_for(jobs, count, [&](std::size_t worker, std::size_t i) {
        if (worker >= jobs || i >= count) workers_right = false;
        ++calls.at(i);
      });
      CHECK(workers_right);
      bool once = true;
      for (const auto& call : calls) once = once && call == 1;
      CHECK(once);
    }
  }
}

TEST_CASE("parallel: a worker is one thread's own") {
  constexpr std::size_t kJobs = 4;
  std::vector<std::set<std::thread::id>> threads(kJobs);
  std::vector<std::size_t> sums(kJobs);
  parallel_for(kJobs, 5000, [&](std::size_t worker, std::size_t i) {
    threads[worker].insert(std::this_thread::get_id());
    sums[worker] += i;
  });
  std::size_t sum = 0;
  for (std::size_t worker = 0; worker < kJobs; ++worker) {
    CHECK(threads[worker].size() <= 1);
    sum += sums[worker];
  }
  CHECK(sum == 5000U * 4999U / 2);
}

TEST_CASE("parallel: one job works on the caller's thread, in order") {
  std::vector<std::size_t> order;
  bool own_thread = true;
  parallel_for(1, 5, [&, caller = std::this_thread::get_id()](std::size_t, std::size_t i) {
    own_thread = own_thread && std::this_thread::get_id() == caller;
    order.push_back(i);
  });
  CHECK(own_thread);
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("parallel: an exception is passed on once all threads are done") {
  for (const std::size_t jobs : {1, 4}) {
    for (const std::size_t bad : {0, 57, 99}) {
      CAPTURE(jobs);
      CAPTURE(bad);
      std::atomic<int> running{0};
      std::string message;
      try {
        parallel_for(jobs, 100, [&](std::size_t, std::size_t i) {
          ++running;
          if (i == bad) {
            --running;
            throw std::runtime_error("item " + std::to_string(i));
          }
          --running;
        });
      } catch (const std::runtime_error& error) {
        message = error.what();
      }
      CHECK(message == "item " + std::to_string(bad));
      CHECK(running == 0);
    }
  }
  CHECK_THROWS_AS(parallel_for(4, 100, [](std::size_t, std::size_t) { throw 1; }), int);
}

}  // namespace
}  // namespace backfile
