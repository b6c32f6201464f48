#include "common/duplicates/union_find.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("union find: what is joined belongs together") {
  UnionFind things(4);
  CHECK(things.find(2) == 2);
  CHECK(things.join(0, 1));
  CHECK(things.join(2, 3));
  CHECK(things.find(0) == things.find(1));
  CHECK(things.find(1) != things.find(2));
  CHECK(things.join(3, 0));
  CHECK_FALSE(things.join(1, 2));
  CHECK_FALSE(things.join(1, 1));
  CHECK(things.find(1) == things.find(2));
}

TEST_CASE("union find: things that come later") {
  UnionFind things(0);
  for (std::uint32_t i = 0; i < 3; ++i) CHECK(things.add() == i);
  things.join(0, 2);
  CHECK(things.find(0) == things.find(2));
  CHECK(things.find(1) == 1);
}

TEST_CASE("union find: the same as renaming all of a group") {
  RandomValues random(1);
  for (int i = 0; i < 50; ++i) {
    const std::size_t count = 1 + random.below(60);
    UnionFind things(count);
    std::vector<std::size_t> names(count);
    for (std::size_t thing = 0; thing < count; ++thing) names[thing] = thing;
    for (std::size_t left = random.below(2 * count); left > 0; --left) {
      const std::size_t one = random.below(count);
      const std::size_t other = random.below(count);
      CHECK(things.join(std::uint32_t(one), std::uint32_t(other)) == (names[one] != names[other]));
      std::ranges::replace(names, std::size_t{names[one]}, std::size_t{names[other]});
    }
    for (std::size_t one = 0; one < count; ++one)
      for (std::size_t other = 0; other < one; ++other)
        CHECK((things.find(std::uint32_t(one)) == things.find(std::uint32_t(other))) ==
              (names[one] == names[other]));
  }
}

}  // namespace
}  // namespace backfile
