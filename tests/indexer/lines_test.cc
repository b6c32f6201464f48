#include "indexer/input/lines.h"

#include <sstream>
#include <vector>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::size_t kNoLimit = std::size_t{1} << 30;

struct NumberedLine {
  std::uint64_t number;
  std::string text;
  bool too_long;

  bool operator==(const NumberedLine&) const = default;
};

std::vector<NumberedLine> lines_of(const std::string& content, std::size_t max_bytes) {
  const TempFolder folder;
  Input input(folder.write("a", content));
  Lines lines(input, max_bytes);
  std::vector<NumberedLine> all;
  while (const auto line = lines.next())
    all.push_back({line->number, std::string(line->text), line->too_long});
  CHECK_FALSE(lines.next());
  return all;
}

std::vector<NumberedLine> expected_lines(const std::string& content, std::size_t max_bytes) {
  std::istringstream in(content);
  std::vector<NumberedLine> all;
  for (std::string line; std::getline(in, line);) {
    const bool too_long = line.size() > max_bytes;
    all.push_back({all.size() + 1, too_long ? std::string() : line, too_long});
  }
  return all;
}

// "1:a 2:b", "!" for a line too long.
std::string described(const std::vector<NumberedLine>& lines) {
  std::string text;
  for (const NumberedLine& line : lines)
    text += (text.empty() ? "" : " ") + std::to_string(line.number) + ":" +
            (line.too_long ? "!" : line.text);
  return text;
}

std::string random_text(RandomValues& random, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += char(random.number(' ', '~'));
  return text;
}

// Told apart without printing a quarter of a megabyte.
void check_like_getline(const std::string& content, std::size_t max_bytes) {
  const auto found = lines_of(content, max_bytes);
  const auto expected = expected_lines(content, max_bytes);
  CHECK(found.size() == expected.size());
  CHECK((found == expected));
}

TEST_CASE("lines: small inputs") {
  struct Row {
    std::string content;
    std::size_t max_bytes;
    std::string expected;
  };
  const Row rows[] = {
      {"", kNoLimit, ""},
      {"\n", kNoLimit, "1:"},
      {"a", kNoLimit, "1:a"},
      {"a\n", kNoLimit, "1:a"},
      {"a\nb", kNoLimit, "1:a 2:b"},
      {"a\n\n\nb\n", kNoLimit, "1:a 2: 3: 4:b"},
      {"\n\na\n\n", kNoLimit, "1: 2: 3:a 4:"},
      {"a\r\nb\r\n", kNoLimit, "1:a\r 2:b\r"},
      {"a\rb\n", kNoLimit, "1:a\rb"},
      {std::string("a\0b\nc", 5), kNoLimit, std::string("1:a\0b 2:c", 9)},
      // a byte-order mark counts for nothing at the front, and is text elsewhere
      {"\xEF\xBB\xBF", kNoLimit, ""},
      {"\xEF\xBB\xBF\n", kNoLimit, "1:"},
      {"\xEF\xBB\xBFone\ntwo", kNoLimit, "1:one 2:two"},
      {"\xEF\xBB\xBF\xEF\xBB\xBFone", kNoLimit, "1:\xEF\xBB\xBFone"},
      {"one\n\xEF\xBB\xBFtwo", kNoLimit, "1:one 2:\xEF\xBB\xBFtwo"},
      {"\xEF\xBB", kNoLimit, "1:\xEF\xBB"},
      {"\xEF\xBB\xBF"
       "1234\n",
       4, "1:1234"},
      // the limit
      {"1234", 4, "1:1234"},
      {"1234\n", 4, "1:1234"},
      {"12345", 4, "1:!"},
      {"12345\n", 4, "1:!"},
      {"12345\nab\n", 4, "1:! 2:ab"},
      {"123\r\n123\r4\n", 4, "1:123\r 2:!"},
      {"ab\n123456789012\n12345\n1234\n\n12345", 4, "1:ab 2:! 3:! 4:1234 5: 6:!"},
      {"a\n\nb", 0, "1:! 2: 3:!"},
      {"ab\nc\n", 1, "1:! 2:c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CAPTURE(row.max_bytes);
    CHECK(described(lines_of(row.content, row.max_bytes)) == row.expected);
  }
}

TEST_CASE("lines: a line feed at, before and behind the border of a block") {
  RandomValues random(1);
  for (const std::size_t block : {std::size_t{4096}, kBlock, 2 * kBlock}) {
    for (std::size_t first = block - 3; first <= block + 3; ++first) {
      CAPTURE(first);
      const std::string line = random_text(random, first);
      const std::string content = line + "\nsecond\n" + line + "\r\n\nlast";
      check_like_getline(content, kNoLimit);
      check_like_getline(content, block);
      check_like_getline("short\n" + content + "\n", block);
      check_like_getline("\n" + line, first);
      check_like_getline("\n" + line, first - 1);
    }
  }
}

TEST_CASE("lines: a byte-order mark before a line of a whole block") {
  RandomValues random(2);
  const std::string line = random_text(random, kBlock);
  const auto found = lines_of("\xEF\xBB\xBF" + line + "\nnext", kBlock);
  REQUIRE(found.size() == 2);
  CHECK((found[0].text == line));
  CHECK(found[1].text == "next");
}

TEST_CASE("lines: a line too long for memory is skipped, the next is right") {
  RandomValues random(3);
  const std::string line = random_text(random, 5 * kBlock);
  for (const std::size_t max_bytes : {std::size_t{0}, std::size_t{10}, std::size_t{4096}, kBlock}) {
    CAPTURE(max_bytes);
    CHECK(described(lines_of(line + "\n\n" + line, max_bytes)) == "1:! 2: 3:!");
    const std::string next = max_bytes < 4 ? "" : "next";
    CHECK(described(lines_of(line + "\n" + next + "\n", max_bytes)) == "1:! 2:" + next);
  }
}

TEST_CASE("lines: any content and limit as std::getline has it") {
  RandomValues random(4);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const std::size_t longest = round % 20 == 0 ? 2 * kBlock : round % 2 == 0 ? 20 : 9000;
    std::string content;
    for (std::size_t left = random.below(12); left > 0; --left) {
      content += random_text(random, random.below(longest));
      content += random.coin() ? "\n" : "\r\n";
    }
    if (random.coin()) content += random_text(random, random.below(longest));
    check_like_getline(content, kNoLimit);
    check_like_getline(content, random.below(longest));
  }
}

}  // namespace
}  // namespace backfile
