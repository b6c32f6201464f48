#include "indexer/archive/segment_build.h"

#include <chrono>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include "indexer/worker_pool.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

SegmentPart part_of(std::size_t number) {
  SegmentPart part;
  part.documents.push_back({std::to_string(number), 0, {}});
  return part;
}

// Remembers the parts that were written, by their data.
struct Written {
  std::string text;
  SegmentBuild::Write write = [this](std::vector<SegmentPart> parts) {
    for (const SegmentPart& part : parts) text += part.documents.front().data + ' ';
    std::promise<void> durable;
    durable.set_value();
    return durable.get_future().share();
  };
};

TEST_CASE("segment build: written once, by who ends last, in the order of the parts") {
  Written written;
  SegmentBuild build(written.write);
  const auto done = build.written();
  const std::size_t first = build.begin_part();
  const std::size_t second = build.begin_part();
  build.put(second, part_of(second));
  build.put(first, part_of(first));
  CHECK_FALSE(is_ready(done));
  build.close();
  CHECK(is_ready(done));
  CHECK(written.text == "0 1 ");
}

TEST_CASE("segment build: closed before its parts are there") {
  Written written;
  SegmentBuild build(written.write);
  const auto done = build.written();
  build.begin_part();
  build.close();
  CHECK_FALSE(is_ready(done));
  build.put(0, part_of(0));
  CHECK(is_ready(done));
  CHECK(written.text == "0 ");
}

TEST_CASE("segment build: what fails is told once, and nothing is written") {
  Written written;
  SegmentBuild build(written.write);
  auto done = build.written();
  for (int i = 0; i < 3; ++i) build.begin_part();
  build.fail(std::make_exception_ptr(std::runtime_error("one")));
  build.fail(std::make_exception_ptr(std::runtime_error("another")));
  build.put(1, part_of(1));
  build.close();
  CHECK_THROWS_WITH(done.get(), "one");
  CHECK(written.text.empty());

  SegmentBuild unwritable([](const std::vector<SegmentPart>&) -> std::future<void> {
    throw std::runtime_error("a full disk");
  });
  auto failed = unwritable.written();
  unwritable.close();
  CHECK_THROWS_WITH(failed.get(), "a full disk");
}

TEST_CASE("segment build: parts from many threads") {
  RandomValues random(91);
  WorkerPool pool(4);
  for (int round = 0; round < 200; ++round) {
    Written written;
    SegmentBuild build(written.write);
    auto done = build.written();
    const std::size_t parts = random.below(9);
    std::string expected;
    std::vector<std::future<void>> tasks;
    for (std::size_t i = 0; i < parts; ++i) {
      expected += std::to_string(i) + ' ';
      tasks.push_back(pool.submit(
          [&build, number = build.begin_part()] { build.put(number, part_of(number)); }));
    }
    tasks.push_back(pool.submit([&build] { build.close(); }));
    done.get().get();
    CHECK(written.text == expected);
    for (const auto& task : tasks) task.wait();
  }
}

}  // namespace
}  // namespace backfile
