#include <filesystem>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "indexer/glass/segment_writer.h"
#include "indexer/glass/term_lists.h"
#include "tests/indexer/glass_sample.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

constexpr GlassSampleSize kSizes[] = {
    {0, 0},        {1, 0},     {1, 1},         {2, 3},         {7, 40},
    {60, 300},     {300, 500}, {1'000, 50, 5}, {5'000, 30, 2}, {33'000, 2, 1, false},
    {60, 4'000, 0}};

// Our writer's and Xapian's of the same sample, each in a folder.
struct Pair {
  Pair(const TempFolder& folder, const std::string& name, const GlassSample& sample,
       const glass::SegmentOptions& options = {.sync = false})
      : ours(folder / (name + "-ours")), stock(folder / (name + "-stock")) {
    write_segment(sample, ours, options);
    write_stock(sample, stock, Xapian::DB_NO_TERMLIST);
  }

  std::string ours;
  std::string stock;
};

void check_equal(const std::string& ours, const std::string& stock) {
  CHECK(glass_faults(ours) == "");
  CHECK(first_difference(glass_contents(ours), glass_contents(stock)) == "");
}

TEST_CASE("glass segment: the same as Xapian's writer makes") {
  GlassRandom random(1);
  for (const GlassSampleSize& size : kSizes) {
    CAPTURE(size.documents);
    CAPTURE(size.terms);
    const TempFolder folder;
    const Pair pair(folder, "a", random_sample(random, size));
    check_equal(pair.ours, pair.stock);
  }
}

TEST_CASE("glass segment: any size of blocks") {
  GlassRandom random(2);
  for (const unsigned block_size : {2048u, 4096u, 16384u, 32768u, 65536u}) {
    CAPTURE(block_size);
    const TempFolder folder;
    const Pair pair(folder, "a", random_sample(random, {100, 400}),
                    {.block_size = block_size, .sync = false});
    check_equal(pair.ours, pair.stock);
  }
}

TEST_CASE("glass segment: many small ones") {
  GlassRandom random(3);
  for (int i = 0; i < 30; ++i) {
    CAPTURE(i);
    const TempFolder folder;
    const auto documents = static_cast<std::uint32_t>(random() % 40);
    const Pair pair(folder, "a", random_sample(random, {documents, random() % 100}),
                    {.block_size = 2048, .sync = false});
    check_equal(pair.ours, pair.stock);
  }
}

void compact(const std::vector<std::string>& folders, const std::string& into) {
  Xapian::Database database;
  for (const std::string& folder : folders) database.add_database(Xapian::Database(folder));
  database.compact(into);
}

// As many documents with a term, a length or a value as just fill a chunk of 2,000 bytes, or just
// do not: two bytes a posting or a value of 498.
TEST_CASE("glass segment: where a chunk ends") {
  for (const std::uint32_t documents : {998u, 999u, 1'000u, 1'001u, 1'002u}) {
    CAPTURE(documents);
    GlassSample sample;
    for (std::uint32_t docid = 1; docid <= documents; ++docid) {
      sample.documents.push_back({"", {{3, std::string(docid % 2 == 0 ? 1 : 498, 'v')}}});
      sample.terms["all"][docid] = {1, {docid}};
      if (docid <= documents / 2) sample.terms["half"][docid] = {200, {}};
    }
    const TempFolder folder;
    const Pair pair(folder, "a", sample);
    check_equal(pair.ours, pair.stock);
  }
}

TEST_CASE("glass segment: a document of 10 MB, and a word 100,000 times") {
  GlassRandom random(6);
  GlassSample sample = random_sample(random, {3, 5});
  sample.documents[0].data.assign(10'000'000, 'x');
  sample.documents[1].data.clear();
  while (sample.documents[1].data.size() < 10'000'000)
    sample.documents[1].data.append(std::to_string(random()));
  GlassPosting& posting = sample.terms["often"][2];
  for (std::uint32_t i = 0; i < 100'000; ++i)
    posting.positions.push_back(i * 7 + static_cast<std::uint32_t>(random() % 7));
  posting.wdf = 100'000;
  const TempFolder folder;
  const Pair pair(folder, "a", sample);
  check_equal(pair.ours, pair.stock);
}

TEST_CASE("glass segment: three compacted into one") {
  GlassRandom random(4);
  const TempFolder folder;
  const Pair a(folder, "a", random_sample(random, {300, 200}));
  const Pair b(folder, "b", random_sample(random, {1, 5}));
  const Pair c(folder, "c", random_sample(random, {2'500, 100}));
  compact({a.ours, b.ours, c.ours}, folder / "ours");
  compact({a.stock, b.stock, c.stock}, folder / "stock");
  check_equal(folder / "ours", folder / "stock");
}

TEST_CASE("glass segment: Xapian's writer goes on") {
  GlassRandom random(5);
  for (const GlassSampleSize& size : {GlassSampleSize{0, 0}, {1, 2}, {60, 300}, {3'000, 40}}) {
    CAPTURE(size.documents);
    const TempFolder folder;
    const Pair pair(folder, "a", random_sample(random, size));
    for (int round = 0; round < 2; ++round) {
      const GlassSample more = random_sample(random, {150, 200});
      add_stock(more, pair.ours, Xapian::DB_NO_TERMLIST);
      glass::drop_term_lists(pair.ours);  // those of the documents just added
      add_stock(more, pair.stock, Xapian::DB_NO_TERMLIST);
      check_equal(pair.ours, pair.stock);
    }
  }
}

TEST_CASE("glass segment: what it refuses") {
  const TempFolder folder;
  CHECK_THROWS_AS(glass::SegmentWriter(folder / "a", {.block_size = 1000}), Error);
  CHECK_THROWS_AS(glass::SegmentWriter(folder.path().string(), {}), Error);
  CHECK_THROWS_AS(glass::SegmentWriter(folder / "none/b", {}), Error);

  glass::SegmentWriter writer(folder / "c", {.sync = false});
  constexpr std::string_view positions = "\x01";
  CHECK_THROWS_AS(writer.set_metadata("", "value"), Error);
  CHECK(writer.add_document("one", 2, {}) == 1);
  CHECK(writer.add_document("two", 0, {}) == 2);
  CHECK_THROWS_AS(writer.add_posting(1, 1, positions), Error);
  CHECK_THROWS_AS(writer.begin_term(""), Error);
  writer.begin_term("b");
  CHECK_THROWS_AS(writer.set_metadata("key", "value"), Error);
  CHECK_THROWS_AS(writer.add_document("three", 1, {}), Error);
  CHECK_THROWS_AS(writer.add_posting(3, 1, positions), Error);
  CHECK_THROWS_AS(writer.add_posting(0, 1, positions), Error);
  writer.add_posting(1, 1, positions);
  CHECK_THROWS_AS(writer.add_posting(1, 1, positions), Error);
  CHECK_THROWS_AS(writer.begin_term("a"), Error);
  CHECK_THROWS_AS(writer.begin_term(std::string(246, 'x')), Error);
  CHECK_FALSE(std::filesystem::exists(folder / "c/iamglass"));
  CHECK_THROWS_AS(writer.finish(), Error);
}

}  // namespace
}  // namespace backfile
