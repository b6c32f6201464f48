#include "common/json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("json: written as nlohmann writes it, whatever the text") {
  RandomValues random(21);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random.below(40);
    const int highest = round % 3 == 0 ? 0xFF : 0x7F;
    while (text.size() < size) text += char(random.number(0, highest));
    if (round % 5 == 0) text += "é日本\\\"\n\x7F";
    std::string written = "x";
    append_json(written, text);
    CHECK(written + "\n" == "x" + dump_line(nlohmann::ordered_json(text)));
  }
}

}  // namespace
}  // namespace backfile
