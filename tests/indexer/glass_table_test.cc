#include <filesystem>
#include <map>
#include <string>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "indexer/glass/table_writer.h"
#include "indexer/merge/table_reader.h"
#include "tests/indexer/glass_sample.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using glass::TableReader;
using glass::TableWriter;

using Entries = std::map<std::string, std::string>;

// Read by our reader, and by Xapian's as metadata: key 00 C0 name.
void check_table(const Entries& entries, unsigned block_size) {
  const TempFolder folder;
  const std::string prefix("\0\xc0", 2);
  TableWriter writer(glass::table_file(folder.path().string(), glass::kPostings), block_size, 1);
  for (const auto& [key, tag] : entries) writer.add(prefix + key, tag);
  glass::Version version = glass::make_version(block_size);
  version.tables[glass::kPostings] = writer.finish(false);
  glass::write_version(folder.path().string(), version, false);

  CHECK(glass_faults(folder.path().string()) == "");
  TableReader reader(glass::table_file(folder.path().string(), glass::kPostings),
                     version.tables[glass::kPostings]);
  for (const auto& [key, tag] : entries) {
    REQUIRE(reader.next());
    REQUIRE(reader.key() == prefix + key);
    REQUIRE(reader.tag() == tag);
  }
  CHECK_FALSE(reader.next());

  const Xapian::Database database(folder.path().string());
  auto expected = entries.begin();
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    REQUIRE(*key == expected->first);
    REQUIRE(database.get_metadata(*key) == expected->second);
    ++expected;
  }
  CHECK(expected == entries.end());

  GlassRandom random(entries.size());
  for (int i = 0; i < 50; ++i) {
    auto wanted = entries.begin();
    std::advance(wanted, static_cast<std::ptrdiff_t>(random() % entries.size()));
    // At it, or just behind it.
    const bool behind = random() % 2 == 0;
    reader.seek(prefix + wanted->first + (behind ? std::string(1, '\0') : ""));
    if (behind) ++wanted;
    REQUIRE(reader.next() == (wanted != entries.end()));
    if (wanted != entries.end()) REQUIRE(reader.key() == prefix + wanted->first);
  }
}

std::string text_of(std::size_t bytes, std::size_t number) {
  std::string text(bytes, 'x');
  for (std::size_t i = 0; i < bytes; ++i) text[i] = static_cast<char>('a' + (i + number) % 26);
  return text;
}

std::string numbered(std::size_t number, std::size_t bytes) {
  std::string key = std::to_string(100'000 + number);
  key.resize(std::max(bytes, key.size()), 'k');
  return key;
}

TEST_CASE("glass table: tags about as large as a block") {
  for (const unsigned block_size : {2048u, 8192u, 65536u}) {
    for (const std::size_t times : {1, 2, 3, 4, 8}) {
      // A quarter, half, a whole block and more.
      const std::size_t bytes = block_size * times / 4;
      CAPTURE(block_size);
      CAPTURE(bytes);
      Entries entries;
      for (std::size_t i = 0; i < 60; ++i) entries[numbered(i, 6)] = text_of(bytes - 50 + i, i);
      check_table(entries, block_size);
    }
  }
}

TEST_CASE("glass table: what just fills a block, or just does not") {
  // Two entries a round; the first fills a little more of the block each round.
  for (std::size_t bytes = 1; bytes < 560; ++bytes) {
    CAPTURE(bytes);
    Entries entries;
    for (std::size_t i = 0; i < 12; ++i)
      entries[numbered(i, 6)] = text_of(i % 3 == 0 ? bytes : 480, i);
    check_table(entries, 2048);
  }
}

TEST_CASE("glass table: keys of 250 bytes") {
  for (const unsigned block_size : {2048u, 8192u}) {
    for (const std::size_t tag_bytes : {1u, 30u, 230u, 250u, 500u, 5'000u, 100'000u}) {
      CAPTURE(block_size);
      CAPTURE(tag_bytes);
      Entries entries;
      for (std::size_t i = 0; i < 300 && i * tag_bytes < 2'000'000; ++i) {
        // Different at their ends, and at their beginnings.
        entries[std::string(244, 'k') + numbered(i, 6).substr(1)] = text_of(tag_bytes + i, i);
        entries[numbered(i, 248)] = text_of(tag_bytes, i);
      }
      check_table(entries, block_size);
    }
  }
}

TEST_CASE("glass table: keys and tags of any size") {
  GlassRandom random(31);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    Entries entries;
    for (std::uint64_t i = 1 + random() % 400; i > 0; --i) {
      std::string key(1 + random() % (random() % 4 == 0 ? 250 : 10), 'a');
      for (char& letter : key) letter = static_cast<char>('a' + random() % 3);
      entries[key] = text_of(1 + random() % (random() % 10 == 0 ? 20'000 : 300), i);
    }
    check_table(entries, 2048u << round % 6);
  }
}

TEST_CASE("glass table: what is refused") {
  const TempFolder folder;
  TableWriter table(folder / "a.glass", 2048, 1);
  table.add(std::string(255, 'a'), "tag");
  CHECK_THROWS_AS(table.add(std::string(256, 'b'), "tag"), Error);
  // 65,535 pieces are possible, of about 500 bytes.
  CHECK_THROWS_AS(table.add("c", std::string(34'000'000, 'x')), Error);
}

}  // namespace
}  // namespace backfile
