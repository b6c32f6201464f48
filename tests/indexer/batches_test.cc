#include "indexer/batches.h"

#include <atomic>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("batches: every result once, in the order of the items") {
  for (const std::size_t jobs : {1U, 4U})
    for (const int items : {0, 1, 511, 512, 513, 5000})
      for (const std::size_t bytes : {std::size_t{1}, std::size_t{9} << 20}) {
        CAPTURE(jobs);
        CAPTURE(items);
        WorkerPool pool(jobs);
        std::string taken;
        std::string expected;
        Batches<int, std::string> batches(
            pool, [](int item) { return std::to_string(item) + ' '; },
            [&](const std::string& result) { taken += result; });
        for (int i = 0; i < items; ++i) {
          batches.add(i, bytes);
          expected += std::to_string(i) + ' ';
        }
        batches.finish();
        CHECK(taken == expected);
        batches.finish();
        CHECK(taken == expected);
      }
}

TEST_CASE("batches: what was thrown comes to who adds, and nothing runs on") {
  WorkerPool pool(2);
  std::atomic<int> running = 0;
  {
    Batches<int, int> batches(
        pool,
        [&](int item) {
          ++running;
          if (item == 700) throw std::runtime_error("item 700");
          --running;
          return item;
        },
        [](int /*result*/) {});
    const auto add_all = [&] {
      for (int i = 0; i < 10'000; ++i) batches.add(i, 1);
      batches.finish();
    };
    CHECK_THROWS_WITH(add_all(), "item 700");
  }
  CHECK(running == 1);  // the one that threw
}

}  // namespace
}  // namespace backfile
