#include "searcher/line_reader.h"

#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

namespace backfile {
namespace {

// Of what is written to a pipe.
std::vector<std::string> lines_of(const std::string& text, std::size_t max_bytes) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], text.data(), text.size()) == ssize_t(text.size()));
  ::close(ends[1]);
  LineReader reader(ends[0], max_bytes);
  std::vector<std::string> lines;
  while (auto line = reader.next()) lines.push_back(*line);
  ::close(ends[0]);
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("lines of a pipe") {
  CHECK(lines_of("", 9).empty());
  CHECK(lines_of("one\n\ntwo", 9) == Lines{"one", "", "two"});
  CHECK(lines_of("\n", 9) == Lines{""});
  CHECK(lines_of(std::string("a\0b\n", 4), 9) == Lines{std::string("a\0b", 3)});
}

TEST_CASE("lines of a pipe: of a long one no more is kept than shows that it is") {
  CHECK(lines_of("123456789\nnext\n", 4) == Lines{"12345", "next"});
}

TEST_CASE("lines of a pipe: a line is there before the next one is written") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  LineReader reader(ends[0], 100);
  for (const std::string text : {"one", "two"}) {
    REQUIRE(::write(ends[1], (text + '\n').data(), text.size() + 1) == ssize_t(text.size() + 1));
    CHECK(reader.next() == text);
  }
  ::close(ends[1]);
  CHECK_FALSE(reader.next());
  ::close(ends[0]);
}

}  // namespace
}  // namespace backfile
