#include "indexer/archive/id_filter.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace backfile {
namespace {

std::vector<std::string> ids(std::string_view prefix, std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back(std::string(prefix) + std::to_string(i));
  return made;
}

std::size_t count_maybe(const IdFilter& filter, const std::vector<std::string>& ids) {
  std::size_t count = 0;
  for (const std::string& id : ids) count += filter.may_have(IdFilter::Hash(id)) ? 1 : 0;
  return count;
}

TEST_CASE("id filter: what was added is never denied, what was not seldom affirmed") {
  for (const std::size_t count : {1U, 2U, 10U, 1'000U, 50'000U}) {
    CAPTURE(count);
    IdFilter filter(count);
    const auto added = ids("Qreuters-", count);
    for (const std::string& id : added) filter.add(IdFilter::Hash(id));
    CHECK(count_maybe(filter, added) == count);
    // One in a hundred is what ten bits give; small filters are rounded up.
    const std::size_t wrong = count_maybe(filter, ids("Qreuters-new-", 20'000));
    CHECK(wrong < 300);
    if (count >= 1'000) CHECK(wrong > 50);  // no more memory than was said
  }
}

TEST_CASE("id filter: empty and strange ids") {
  IdFilter filter(100);
  CHECK_FALSE(filter.may_have(IdFilter::Hash("")));
  CHECK_FALSE(filter.may_have(IdFilter::Hash("Qa")));
  filter.add(IdFilter::Hash(""));
  CHECK(filter.may_have(IdFilter::Hash("")));
  CHECK_FALSE(filter.may_have(IdFilter::Hash("Qa")));
  const std::string long_id(100'000, 'x');
  filter.add(IdFilter::Hash(long_id));
  CHECK(filter.may_have(IdFilter::Hash(long_id)));
  CHECK_FALSE(filter.may_have(IdFilter::Hash(long_id + 'x')));
}

TEST_CASE("id filter: for none, and with more than it is for") {
  IdFilter none(0);
  CHECK(count_maybe(none, ids("a", 1'000)) == 0);
  const auto many = ids("a", 10'000);
  for (const std::string& id : many) none.add(IdFilter::Hash(id));
  CHECK(count_maybe(none, many) == many.size());
}

}  // namespace
}  // namespace backfile
