#include "indexer/archive/running_merges.h"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/archive/new_segments.h"
#include "indexer/archive/segment.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

// Segments of 2 articles each.
std::vector<std::string> some_segments(SegmentMaker& maker, std::size_t count) {
  WorkerPool pool(1);
  NewSegments segments(maker, pool, {.segment_articles = 2});
  for (std::size_t i = 0; i < 2 * count; ++i) {
    Article made;
    made.id = "id-" + std::to_string(i);
    made.body = "Rivers rise.";
    segments.add(prepared(std::move(made)));
  }
  return names_of(segments.take(), maker);
}

TEST_CASE("running merges: each is taken once, in their order") {
  const TempFolder folder;
  SegmentMaker maker(folder.path().string());
  const auto names = some_segments(maker, 5);
  REQUIRE(names.size() == 5);
  RunningMerges merges(maker, 2);
  CHECK(merges.empty());
  CHECK(merges.take(true).empty());
  const std::vector<RunningMerges::Merge> begun = {
      {{names[0], names[1], names[2]}, maker.next_name("segment-")},
      {{names[3], names[4]}, maker.next_name("segment-")}};
  for (const auto& merge : begun) merges.begin(merge);
  CHECK_FALSE(merges.empty());
  CHECK(merges.is_making(begun[0].into));
  CHECK(merges.is_making(begun[1].into));
  CHECK_FALSE(merges.is_making(names[0]));

  auto taken = merges.take(false);  // what has ended by now, if any
  for (auto& merge : merges.take(true)) taken.push_back(std::move(merge));
  CHECK(merges.empty());
  REQUIRE(taken.size() == 2);
  std::size_t documents = 6;
  for (const auto& merge : begun) {
    const bool is_taken = merge.into == taken[0].into || merge.into == taken[1].into;
    CHECK(is_taken);
    CHECK_FALSE(merges.is_making(merge.into));
    CHECK(Segment(folder.path().string(), merge.into).documents() == documents);
    documents -= 2;
  }
}

TEST_CASE("running merges: one that fails is told, and the others are there still") {
  const TempFolder folder;
  SegmentMaker maker(folder.path().string());
  const auto names = some_segments(maker, 2);
  RunningMerges merges(maker, 1);
  merges.begin({{"segment-999", names[0]}, maker.next_name("segment-")});
  const std::string into = maker.next_name("segment-");
  merges.begin({names, into});
  CHECK_THROWS_AS(merges.take(true), Error);
  CHECK(merges.is_making(into));
  merges.give_up();
  CHECK(merges.empty());
  CHECK(std::filesystem::exists(maker.path_of(into)));  // it was waited for
}

}  // namespace
}  // namespace backfile
