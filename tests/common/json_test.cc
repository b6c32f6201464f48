#include "common/json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/utf8.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("json: written as nlohmann writes it, whatever the text") {
  RandomValues random(21);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random.below(120);
    const int highest = round % 3 == 0 ? 0xFF : 0x7F;
    while (text.size() < size) text += char(random.number(0, highest));
    if (round % 5 == 0) text += "é日本\\\"\n\x7F";
    std::string written = "x";
    append_json(written, text);
    CHECK(written + "\n" == "x" + dump_line(nlohmann::ordered_json(text)));
  }
}

TEST_CASE("json: nothing of a harmless text is a control, and it reads the same") {
  constexpr std::string_view kPieces[] = {
      "a",      "é",      "\"",     "\\",     "\n",     "\x1b",   "\x7F", "\u0080", "\u0085",
      "\u009B", "\u202E", "\u2066", "\u00AD", "\uFEFF", "\uFFFE", "😀",    "東京",   "\U000E0041"};
  RandomValues random(22);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random.text(kPieces, 20);
    std::string written;
    append_harmless_json(written, text);
    CAPTURE(written);
    CHECK(nlohmann::json::parse(written) == text);
    for (std::size_t i = 0; i < written.size();) {
      const CodePoint c = code_point_at(written, i);
      const bool controls = is_unwanted(c.value) || c.value == '\n' || c.value == 0x85;
      CHECK_FALSE(controls);
      i += c.bytes;
    }
  }
  std::string written = "x";
  append_harmless_json(written, "\u009B\U000E0041\xFF");
  CHECK(written == R"(x"\u009b\udb40\udc41)"
                   "\uFFFD\"");
}

}  // namespace
}  // namespace backfile
