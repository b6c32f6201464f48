#include "indexer/archive/new_segments.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/archive/segment.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr BuildLimits kSmall = {.part_articles = 5, .segment_articles = 16};

NewArticle article_of(std::size_t number) {
  Article made;
  made.id = "id-" + std::to_string(number);
  made.body = "Rivers rise for the " + std::to_string(number) + "th time.";
  return prepared(std::move(made));
}

TEST_CASE("new segments: articles in their order, where add() said, without those dropped") {
  for (const std::size_t jobs : {1U, 3U}) {
    CAPTURE(jobs);
    const TempFolder folder;
    WorkerPool pool(jobs);
    SegmentMaker maker(folder.path().string());
    NewSegments segments(maker, pool, kSmall);
    for (int round = 0; round < 2; ++round) {
      CHECK(segments.is_between());
      CHECK(segments.bytes() == 0);
      std::vector<Place> places;
      for (std::size_t i = 0; i < 58; ++i) {
        places.push_back(segments.add(article_of(i)));
        CHECK(places.back().segment == i / 16);
        CHECK(places.back().index == i % 16);
        CHECK(segments.is_between() == (i % 16 == 15));
      }
      CHECK(segments.bytes() > 58 * 20);
      for (std::size_t i = 16; i < 32; ++i) segments.drop(places[i]);  // all of the second
      for (const std::size_t i : {57U, 3U, 0U}) segments.drop(places[i]);
      const std::vector<std::string> names = names_of(segments.take(), maker);
      REQUIRE(names.size() == 3);
      std::size_t documents = 0;
      for (const std::string& name : names)
        documents += Segment(folder.path().string(), name).documents();
      CHECK(documents == 58 - 16 - 3);
      for (std::size_t i = 0; i < 58; ++i) {
        const bool is_gone = (i >= 16 && i < 32) || i == 0 || i == 3 || i == 57;
        std::size_t found = 0;
        for (const std::string& name : names)
          if (Segment(folder.path().string(), name).find(IdTerm("id-" + std::to_string(i))))
            ++found;
        CHECK(found == (is_gone ? 0 : 1));
      }
    }
  }
}

TEST_CASE("new segments: of nothing, none") {
  const TempFolder folder;
  WorkerPool pool(1);
  SegmentMaker maker(folder.path().string());
  NewSegments segments(maker, pool, kSmall);
  CHECK(segments.take().empty());
  CHECK(names_of({}, maker).empty());
}

TEST_CASE("new segments: one that cannot be written is told, and the others go on") {
  const TempFolder folder;
  WorkerPool pool(2);
  SegmentMaker maker(folder / "not-there");
  NewSegments segments(maker, pool, kSmall);
  for (std::size_t i = 0; i < 100; ++i) segments.add(article_of(i));
  CHECK_THROWS_AS(names_of(segments.take(), maker), Error);
}

}  // namespace
}  // namespace backfile
