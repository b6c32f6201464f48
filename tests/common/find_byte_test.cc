#include "common/find_byte.h"

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("find byte: as one byte after the other is looked at") {
  RandomValues random(81);
  const auto is_digit = [](char c) { return (c >= '0') & (c <= '9'); };
  for (int round = 0; round < 5000; ++round) {
    std::string text(random.below(150), 'x');
    for (std::size_t digits = random.below(4); digits > 0 && !text.empty(); --digits)
      text[random.below(text.size())] = '7';
    const std::size_t offset = random.below(text.size() + 1);
    CAPTURE(text);
    CAPTURE(offset);
    CHECK(find_byte(text, offset, is_digit) ==
          std::min(text.find_first_of("0123456789", offset), text.size()));
  }
}

}  // namespace
}  // namespace backfile
