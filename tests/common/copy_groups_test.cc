#include "common/copy_groups.h"

#include <limits>
#include <utility>

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/glass/packing.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

using Groups = std::vector<CopyGroup>;

std::string packed(Groups groups) { return packed_copies({3, 500, std::move(groups)}); }
Groups unpacked(const std::string& bytes) { return unpacked_copies(bytes, "news").groups; }

TEST_CASE("copy groups: packed and back") {
  CHECK(packed({}).empty());
  CHECK(unpacked({}) == Groups{});
  const Groups groups = {{7, 3}, {1, 128, 2}, {std::numeric_limits<std::uint32_t>::max(), 5}};
  CHECK(unpacked(packed(groups)) == groups);

  RandomValues random(1);
  for (int i = 0; i < 200; ++i) {
    Groups made(random.below(20));
    for (CopyGroup& group : made) {
      group.resize(2 + random.below(300));
      for (std::uint32_t& document : group)
        document = std::uint32_t(random.number(1, 1 << random.below(32)));
    }
    CHECK((unpacked(packed(made)) == made));
  }
}

TEST_CASE("copy groups: bytes that break off") {
  const std::string bytes = packed({{300, 20, 1}});
  for (std::size_t size = 1; size < bytes.size(); ++size)
    if (size != 3)  // no group yet
      CHECK_THROWS_AS(unpacked(bytes.substr(0, size)), Error);
  CHECK_THROWS_WITH_AS(unpacked(bytes.substr(0, 4)), "a damaged Xapian database: news", Error);
}

TEST_CASE("copy groups: what the numbers are of comes with them") {
  const ArchiveCopies copies{7, 1234, {{1, 2}}};
  CHECK((unpacked_copies(packed_copies(copies), "news") == copies));
  CHECK_THROWS_AS(unpacked(packed_copies({0, 1234, {{1, 2}}})), Error);
  CHECK_THROWS_AS(unpacked(packed({{1, 0}})), Error);
}

TEST_CASE("copy groups: sizes that cannot be") {
  for (const std::uint64_t size :
       {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{4}, std::uint64_t{1} << 31,
        std::uint64_t{1} << 40, std::numeric_limits<std::uint64_t>::max()}) {
    CAPTURE(size);
    std::string bytes("\3\4");
    glass::append_uint(bytes, size);
    CHECK_THROWS_AS(unpacked(bytes + "\1\2\3"), Error);
  }
}

TEST_CASE("copy groups: a document of more than 32 bits") {
  std::string bytes("\3\4\2\1");
  glass::append_uint(bytes, std::uint64_t{1} << 32);
  CHECK_THROWS_AS(unpacked(bytes), Error);
}

TEST_CASE("copy groups: any bytes are groups or an error") {
  RandomValues random(2);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes(random.below(40), '\0');
    for (char& byte : bytes) byte = char(random.below(random.coin() ? 6 : 256));
    try {
      for (const CopyGroup& group : unpacked(bytes)) CHECK(group.size() >= 2);
    } catch (const Error&) {
      continue;
    }
  }
}

TEST_CASE("copy groups: the number of a document in its archive") {
  // The settings are the first database of an archive, without documents.
  CHECK(document_number(1, 0, 1) == 2);
  CHECK(document_number(2, 0, 1) == 4);
  CHECK(document_number(1, 2, 3) == 4);
  CHECK(document_number(5, 1, 3) == 19);
}

}  // namespace
}  // namespace backfile
