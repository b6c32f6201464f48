#include "common/number.h"

#include <limits>
#include <string_view>

#include <doctest/doctest.h>

namespace backfile {
namespace {

struct Row {
  std::uint64_t number;
  std::string_view expected;
};

TEST_CASE("number: grouped") {
  constexpr Row kRows[] = {
      {0, "0"},
      {12, "12"},
      {999, "999"},
      {1000, "1,000"},
      {99'999, "99,999"},
      {1'234'567, "1,234,567"},
      {std::numeric_limits<std::uint64_t>::max(), "18,446,744,073,709,551,615"},
  };
  for (const Row& row : kRows) CHECK(grouped(row.number) == row.expected);
}

TEST_CASE("number: bytes") {
  constexpr Row kRows[] = {
      {0, "0 bytes"},
      {1, "1 bytes"},
      {999, "999 bytes"},
      {1000, "1.0 KB"},
      {1'250, "1.2 KB"},
      {9'900, "9.9 KB"},
      {450'000, "450 KB"},
      {1'200'000'000, "1.2 GB"},
      {45'000'000'000'000, "45 TB"},
      {7'000'000'000'000'000, "7000 TB"},
  };
  for (const Row& row : kRows) CHECK(readable_bytes(row.number) == row.expected);
}

}  // namespace
}  // namespace backfile
