// The examples of indexer/glass/FORMAT.md.
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "indexer/glass/packed_positions.h"
#include "indexer/glass/segment_writer.h"
#include "indexer/glass/term_lists.h"
#include "indexer/merge/table_reader.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    char digits[4];
    std::snprintf(digits, sizeof digits, " %02X", unsigned{static_cast<unsigned char>(byte)});
    text.append(digits + (text.empty() ? 1 : 0));
  }
  return text;
}

// "key: tag" of each entry.
std::string entries_of(const std::string& folder, glass::Table table) {
  std::string lines;
  glass::TableReader reader(glass::table_file(folder, table),
                            glass::read_version(folder).tables[table]);
  while (reader.next()) lines += hex(reader.key()) + ": " + hex(reader.tag()) + "\n";
  return lines;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Two documents, "one" and "two": "a" three times in the first, "bc" once in each.
void write_example(const std::string& folder) {
  glass::SegmentWriter segment(folder, {.sync = false});
  segment.set_metadata("k", "v");
  const glass::SlotValue first[] = {{3, "red"}};
  const glass::SlotValue second[] = {{3, "blue"}};
  segment.add_document("one", 4, first);
  segment.add_document("two", 1, second);
  segment.begin_term("a");
  char packed[glass::max_packed_positions(3)];
  const char* const end = glass::pack_positions(packed, std::array{4u, 17u, 21u});
  segment.add_posting(1, 3, {packed, std::size_t(end - packed)});
  segment.begin_term("bc");
  segment.add_posting(1, 1, "\x05");
  segment.add_posting(2, 1, {});
  segment.finish();
}

TEST_CASE("glass format: the examples") {
  const TempFolder folder;
  const std::string path = folder / "a";
  write_example(path);
  CHECK(entries_of(path, glass::kPostings) ==
        "00 C0 6B: 76\n"
        "00 D0 03: 02 04 62 6C 75 65 72 65 64\n"
        "00 D8 03 00 01: 03 72 65 64 00 04 62 6C 75 65\n"
        "00 E0: 00 00 00 31 01 04 00 01\n"
        "61: 01 03 00 31 00 03\n"
        "62 63: 02 02 00 31 01 01 00 01\n");
  CHECK(entries_of(path, glass::kPositions) ==
        "61 00 00 01: 15 24 18\n"
        "62 63 00 00 01: 05\n");
  CHECK(entries_of(path, glass::kDocumentData) ==
        "00 01: 6F 6E 65\n"
        "00 02: 74 77 6F\n");
  const std::string version = hex(content_of(path + "/iamglass"));
  CHECK(version.starts_with("0F 0D 58 61 70 69 61 6E 20 47 6C 61 73 73 04 6E"));
  CHECK(version.substr(3 * 32) ==
        "01 00 02 06 04 00 06 01 01 00 00 00 00 00 02 02 04 00 06 01 01 00 00 00 00 "
        "00 02 00 04 12 06 01 01 00 00 00 00 00 02 02 04 00 06 01 01 00 00 00 00 "
        "00 03 00 04 12 00 00 03 00 04 12 00 02 00 01 03 01 00 05 00");
  CHECK(hex(content_of(path + "/postlist.glass").substr(0, 15)) ==
        "00 00 00 01 00 1F 98 1F 98 00 19 1F FD 1F F6");

  const glass::DocumentTerms terms[] = {{1, 4, {{"a", 3}, {"bc", 1}, {"bcd", 0}}, {3, 7}}};
  glass::graft_term_lists(path, terms);
  CHECK(entries_of(path, glass::kTermLists) ==
        "00 01: 04 03 01 61 03 04 02 62 63 05 01 64\n"
        "00 01 00: 03 03\n");
}

}  // namespace
}  // namespace backfile
