#include "indexer/archive/string_table.h"

#include <string>
#include <unordered_map>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("string table: numbers in the order of coming") {
  StringTable table;
  CHECK(table.size() == 0);
  CHECK(table.add("b") == 0);
  CHECK(table.add("") == 1);
  CHECK(table.add("a") == 2);
  CHECK(table.add("") == 1);
  CHECK(table.add("b") == 0);
  CHECK(table.add(std::string(1, '\0')) == 3);
  CHECK(table.add(std::string(2, '\0')) == 4);
  CHECK(table.size() == 5);
  CHECK(table.text(0) == "b");
  CHECK(table.text(1).empty());
  CHECK(table.text(3) == std::string(1, '\0'));
  CHECK(table.text(4) == std::string(2, '\0'));
}

TEST_CASE("string table: long texts that differ in one byte") {
  StringTable table;
  std::string text(100'000, 'x');
  CHECK(table.add(text) == 0);
  text.back() = 'y';
  CHECK(table.add(text) == 1);
  text.pop_back();
  CHECK(table.add(text) == 2);
  CHECK(table.text(0) == text + 'x');
  CHECK(table.text(1) == text + 'y');
  CHECK(table.text(2) == text);
  CHECK(table.add(text + 'x') == 0);
}

TEST_CASE("string table: the same numbers as a map gives") {
  RandomValues random(1);
  constexpr std::string_view kPieces[] = {"a", "b", "storm", "", "\xc3\xbc", " ", "Z"};
  // Few texts that come again and again, and so many that the table grows over and over.
  for (const std::size_t most_pieces : {2U, 8U, 40U}) {
    CAPTURE(most_pieces);
    StringTable table;
    std::unordered_map<std::string, std::uint32_t> expected;
    for (int i = 0; i < 60'000; ++i) {
      const std::string text = random.text(kPieces, most_pieces);
      const auto number = std::uint32_t(expected.size());
      REQUIRE(table.add(text) == expected.try_emplace(text, number).first->second);
      REQUIRE(table.size() == expected.size());
    }
    for (const auto& [text, number] : expected) {
      REQUIRE(table.text(number) == text);
      REQUIRE(table.add(text) == number);
    }
    CHECK(table.size() == expected.size());
  }
}

TEST_CASE("string table: texts of any size that differ in one byte") {
  StringTable table;
  std::uint32_t texts = 0;
  for (std::size_t size = 1; size <= 40; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = 'y';
      REQUIRE(table.add(text) == texts++);
    }
  REQUIRE(table.add(std::string(20, 'x')) == texts);
  table.clear();
  CHECK(table.size() == 0);
  CHECK(table.add("b") == 0);
  CHECK(table.add("a") == 1);
  CHECK(table.text(0) == "b");
}

TEST_CASE("string table: so many that hashes of 32 bits are the same") {
  StringTable table;
  for (std::uint32_t i = 0; i < 300'000; ++i) REQUIRE(table.add("w" + std::to_string(i)) == i);
  for (std::uint32_t i = 0; i < 300'000; i += 7) REQUIRE(table.text(i) == "w" + std::to_string(i));
}

TEST_CASE("string table: a copy is a table of its own") {
  StringTable table;
  table.add("a");
  StringTable copy = table;
  CHECK(copy.add("b") == 1);
  CHECK(table.size() == 1);
  CHECK(table.add("c") == 1);
  CHECK(copy.text(1) == "b");
}

}  // namespace
}  // namespace backfile
