#include "indexer/input/input.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/common/random_values.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

// Bytes that tell where in the file they stand.
std::string numbered(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += std::to_string(text.size()) + " ";
  text.resize(bytes);
  return text;
}

TEST_CASE("input: peek shows without taking") {
  const TempFolder folder;
  Input input(folder.write("a", "abcdef"));
  CHECK(input.bytes_read() == 0);
  CHECK(input.peek(1) == "abcdef");
  CHECK(input.peek(100) == "abcdef");
  input.take(2);
  CHECK(input.peek(1) == "cdef");
  CHECK(input.peek(100) == "cdef");
  input.take(4);
  CHECK(input.peek(1).empty());
  CHECK(input.peek(1).empty());
  CHECK(input.bytes_read() == 6);
}

TEST_CASE("input: sizes around the block") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kBlock - 1, kBlock, kBlock + 1,
                                 2 * kBlock - 1, 2 * kBlock, 2 * kBlock + 1, 3 * kBlock + 17}) {
    CAPTURE(size);
    const TempFolder folder;
    const std::string content = numbered(size);
    Input input(folder.write("a", content));
    CHECK(input.peek(size + 1) == content);
    input.take(size / 2);
    CHECK(input.peek(size + 1) == content.substr(size / 2));
    CHECK(input.bytes_read() == size);
  }
}

TEST_CASE("input: any order of looks and takes gives the file") {
  RandomValues random(11);
  const TempFolder folder;
  const std::string content = numbered(5 * kBlock + 4321);
  const std::string path = folder.write("a", content);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    Input input(path);
    std::size_t at = 0;
    bool right = true;
    while (at < content.size()) {
      const auto wanted = std::size_t(random.number(1, std::int64_t(2 * kBlock)));
      const std::string_view seen = input.peek(wanted);
      right = right && seen.size() >= std::min(wanted, content.size() - at) &&
              seen == std::string_view(content).substr(at, seen.size());
      const std::size_t taken = random.below(seen.size() + 1);
      input.take(taken);
      at += taken;
    }
    CHECK(right);
    CHECK(input.peek(1).empty());
    CHECK(input.bytes_read() == content.size());
  }
}

TEST_CASE("input: what cannot be read") {
  const TempFolder folder;
  const std::string missing = folder / "missing";
  CHECK_THROWS_WITH_AS(Input{missing},
                       ("cannot read: " + missing + "; No such file or directory").c_str(), Error);
  const std::string path = folder.path().string();
  Input opened(path);
  CHECK(opened.peek(1).empty());
  CHECK_THROWS_WITH_AS(opened.require_whole(),
                       ("cannot read: " + path + "; Is a directory").c_str(), Error);
}

}  // namespace
}  // namespace backfile
