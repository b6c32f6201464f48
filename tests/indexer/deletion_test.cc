#include "indexer/archive/deletion.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/schema.h"
#include "indexer/archive/segment_builder.h"
#include "indexer/glass/segment_writer.h"
#include "indexer/glass/version_file.h"
#include "indexer/merge/merge.h"
#include "tests/indexer/archive_contents.h"
#include "tests/indexer/build_segment.h"
#include "tests/indexer/glass_sample.h"
#include "tests/indexer/random_article.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

using Docids = std::vector<std::uint32_t>;
using Files = std::map<std::string, std::string>;

void build(const std::string& folder, const Articles& articles) {
  std::vector<NewArticle> made;
  for (const Article& article : articles) made.push_back(prepared(article));
  build_segment(folder, std::move(made), CompressionDictionary(""));
}

bool delete_from(const TempFolder& folder, const std::string& name, const Docids& doomed,
                 const std::string& into) {
  const Segment segment(folder.path().string(), name);
  Decompressor decompressor;
  return delete_into(folder / name, segment, doomed, folder / into, decompressor);
}

// Everything in a segment by docid, and the statistics that searches rank by.
std::map<std::uint32_t, std::string> lines_by_docid(const std::string& folder) {
  std::map<std::uint32_t, std::string> documents;
  const Xapian::Database database(folder);
  for (const auto& [docid, document] : documents_of(folder)) {
    std::string lines = document.get_data();
    for (const std::string& line : term_lines(document)) lines += "\n" + line;
    for (const std::string& line : value_lines(document)) lines += "\n" + line;
    documents[docid] = lines + "\nlength " + std::to_string(database.get_doclength(docid));
  }
  return documents;
}

std::vector<std::string> statistics_of(const std::string& folder) {
  const Xapian::Database database(folder);
  std::vector<std::string> lines = {"documents " + std::to_string(database.get_doccount()),
                                    "length " + std::to_string(database.get_total_length())};
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    lines.push_back(*term + " " + std::to_string(term.get_termfreq()) + " " +
                    std::to_string(database.get_collection_freq(*term)));
  for (Xapian::valueno slot = 0; slot < 20; ++slot)
    lines.push_back("slot " + std::to_string(slot) + " " +
                    std::to_string(database.get_value_freq(slot)));
  return lines;
}

Files files_of(const std::string& folder) {
  Files files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

// What was in the files is in them still; shared ones may go on behind that.
void check_untouched(const Files& before, const Files& after) {
  REQUIRE(before.size() == after.size());
  for (const auto& [name, content] : before) {
    CAPTURE(name);
    CHECK(after.at(name).starts_with(content));
  }
  CHECK(after.at("iamglass") == before.at("iamglass"));
}

Docids random_docids(RandomValues& random, std::size_t count, std::uint32_t last) {
  std::set<std::uint32_t> docids;
  while (docids.size() < count) docids.insert(std::uint32_t(1 + random.below(last)));
  return {docids.begin(), docids.end()};
}

// Deletes, and compares with the articles that stay in a segment of their own.
void check_deletion(const Articles& articles, const Docids& doomed) {
  const TempFolder folder;
  build(folder / "segment-1", articles);
  const Files files = files_of(folder / "segment-1");
  auto expected = lines_by_docid(folder / "segment-1");
  REQUIRE(delete_from(folder, "segment-1", doomed, "segment-2"));

  CHECK(glass_faults(folder / "segment-2") == "");
  CHECK(glass_faults(folder / "segment-1") == "");
  // No term lists stay.
  CHECK(glass::read_version(folder / "segment-2").tables[glass::kTermLists].entries == 0);
  CHECK(fs::file_size(folder / "segment-2/termlist.glass") ==
        fs::file_size(folder / "segment-1/termlist.glass"));
  check_untouched(files, files_of(folder / "segment-1"));
  CHECK((lines_by_docid(folder / "segment-1") == expected));

  Articles living;
  for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
    if (std::ranges::binary_search(doomed, docid))
      expected.erase(docid);
    else
      living.push_back(articles[docid - 1]);
  }
  CHECK((lines_by_docid(folder / "segment-2") == expected));
  build(folder / "segment-3", living);
  CHECK((contents_of(folder / "segment-2") == contents_of(folder / "segment-3")));
  CHECK((statistics_of(folder / "segment-2") == statistics_of(folder / "segment-3")));
}

TEST_CASE("deletion: the same as a segment of what stays") {
  RandomValues random(1);
  const Articles articles = random_articles(2, 300);
  Docids all(300);
  std::iota(all.begin(), all.end(), 1U);
  for (const std::size_t count : {1U, 20U, 200U})
    check_deletion(articles, random_docids(random, count, 300));
  check_deletion(articles, {1, 2, 3, 298, 299, 300});
  check_deletion(articles, all);
  check_deletion(random_articles(3, 2), {2});
}

TEST_CASE("deletion: from a segment that lost articles before, and from a merged one") {
  RandomValues random(4);
  const TempFolder folder;
  build(folder / "segment-1", random_articles(5, 300));
  auto expected = lines_by_docid(folder / "segment-1");
  std::uint64_t number = 1;
  for (int round = 0; round < 4; ++round) {
    CAPTURE(round);
    const std::string from = "segment-" + std::to_string(number);
    const std::string into = "segment-" + std::to_string(++number);
    Docids doomed;
    for (const auto& [docid, lines] : expected)
      if (random.below(20) == 0) doomed.push_back(docid);
    const auto before = expected;
    const Files files = files_of(folder / from);
    REQUIRE(delete_from(folder, from, doomed, into));
    for (const std::uint32_t docid : doomed) expected.erase(docid);
    CHECK(glass_faults(folder / into) == "");
    CHECK((lines_by_docid(folder / into) == expected));
    CHECK(glass_faults(folder / from) == "");
    CHECK((lines_by_docid(folder / from) == before));
    CHECK(files_of(folder / from).at("iamglass") == files.at("iamglass"));
    if (round == 1) {
      const std::string merged = "segment-" + std::to_string(++number);
      glass::merge_segments({folder / into}, folder / merged);
      expected = lines_by_docid(folder / merged);  // docids are other ones
    }
  }
}

TEST_CASE("deletion: a reader of the old segment goes on") {
  const TempFolder folder;
  build(folder / "segment-1", random_articles(6, 300));
  const auto expected = lines_by_docid(folder / "segment-1");
  const Segment open_before(folder.path().string(), "segment-1");
  REQUIRE(delete_from(folder, "segment-1", {3, 50, 51, 299}, "segment-2"));
  fs::remove_all(folder / "segment-1");
  Decompressor decompressor;
  const Docids docids = open_before.docids();
  REQUIRE(docids.size() == expected.size());
  for (const std::uint32_t docid : docids) {
    const std::string stored = open_before.stored(docid, decompressor);
    REQUIRE(expected.at(docid).starts_with(stored + "\n"));
  }
}

// A second deletion writes over blocks that only the first segment had: who still reads that is
// told so, and never reads anything else.
TEST_CASE("deletion: a reader two segments behind is told") {
  const TempFolder folder;
  build(folder / "segment-1", random_articles(7, 300));
  const auto expected = lines_by_docid(folder / "segment-1");
  const Xapian::Database old(folder / "segment-1");
  REQUIRE(delete_from(folder, "segment-1", {3, 50, 51, 299}, "segment-2"));
  REQUIRE(delete_from(folder, "segment-2", {4, 60, 200}, "segment-3"));
  Decompressor decompressor;
  for (std::uint32_t docid = 1; docid <= 300; ++docid) {
    std::string lines;
    try {
      lines = decompressor.decompress(old.get_document(docid).get_data());
    } catch (const Xapian::DatabaseModifiedError&) {
      continue;
    }
    REQUIRE(expected.at(docid).starts_with(lines + "\n"));
  }
}

TEST_CASE("deletion: a document whose words this program would not make") {
  const TempFolder folder;
  const NewArticle article = prepared(random_articles(8, 1)[0]);
  {
    glass::SegmentWriter segment(folder / "segment-1", {});
    segment.set_metadata(kSchemaKey, kSchemaVersion);
    Compressor compressor;
    const std::string data(compressor.compress(article.stored, CompressionDictionary("")));
    for (int i = 0; i < 2; ++i) segment.add_document(data, 1, {});
    segment.begin_term("otherwise");
    for (std::uint32_t docid = 1; docid <= 2; ++docid) segment.add_posting(docid, 1, "\x01");
    segment.finish();
  }
  const Files files = files_of(folder / "segment-1");
  CHECK_FALSE(delete_from(folder, "segment-1", {1}, "segment-2"));
  CHECK_FALSE(fs::exists(folder / "segment-2"));
  CHECK((files_of(folder / "segment-1") == files));
}

TEST_CASE("deletion: when it is cheap") {
  constexpr std::uint64_t kMega = 1 << 20;
  CHECK(is_cheap_to_delete(1, 100 * kMega));
  CHECK(is_cheap_to_delete(20, 100 * kMega));
  CHECK_FALSE(is_cheap_to_delete(1, kMega));
  CHECK_FALSE(is_cheap_to_delete(200, 100 * kMega));
  CHECK(is_cheap_to_delete(0, kMega));
}

}  // namespace
}  // namespace backfile
