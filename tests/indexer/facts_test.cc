#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "common/duplicates/signature.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("facts: what they tell is what counting them one by one does") {
  RandomValues random(10);
  int agreeing = 0;
  for (int i = 0; i < 2000; ++i) {
    std::set<int> facts[2];
    std::string bytes[2];
    const std::size_t kinds = 1 + random.below(100);
    for (int side = 0; side < 2; ++side) {
      bytes[side].assign(2 + 64, '\0');
      for (std::size_t left = random.below(30); left > 0; --left) {
        const auto fact = int(random.below(kinds) + (random.coin() ? 128 : 0));
        facts[side].insert(fact);
        bytes[side] += char(fact);
      }
    }
    const auto share = [&](int first) {
      double counts[3] = {};
      for (int fact = first; fact < first + 128; ++fact) {
        const bool in_one = facts[0].contains(fact);
        const bool in_other = facts[1].contains(fact);
        counts[0] += in_one;
        counts[1] += in_other;
        counts[2] += in_one && in_other;
      }
      const double fewer = std::min(counts[0], counts[1]);
      return fewer > 0 ? counts[2] / fewer : 1;
    };
    const Signature one(bytes[0]);
    const Signature other(bytes[1]);
    CHECK(likeness(one, other).numbers == share(0));
    CHECK(likeness(one, other).names == share(128));
    CHECK(may_be_copies(one.facts, other.facts) == (share(0) >= 0.5 && share(128) >= 0.6));
    agreeing += may_be_copies(one.facts, other.facts);
  }
  CHECK(agreeing > 100);
  CHECK(agreeing < 1900);
}

}  // namespace
}  // namespace backfile
