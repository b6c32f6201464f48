#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "indexer/glass/term_lists.h"
#include "indexer/merge/copy_without.h"
#include "indexer/merge/merge.h"
#include "tests/indexer/glass_sample.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using Folders = std::vector<std::string>;

void compact(const Folders& folders, const std::string& into) {
  Xapian::Database database;
  for (const std::string& folder : folders) database.add_database(Xapian::Database(folder));
  database.compact(into);
}

// The terms of these documents, for them to be deleted.
void delete_documents(const GlassSample& sample, const std::string& folder,
                      const std::vector<std::uint32_t>& docids) {
  std::vector<glass::DocumentTerms> lists;
  const auto terms = terms_by_document(sample);
  for (const std::uint32_t docid : docids) {
    glass::DocumentTerms& list = lists.emplace_back();
    list.docid = docid;
    list.length = 0;
    for (const auto& [term, posting] : terms[docid - 1]) {
      list.length += posting.wdf;
      list.terms.push_back({term, posting.wdf});
    }
    for (const auto& [slot, value] : sample.documents[docid - 1].values) list.slots.push_back(slot);
  }
  glass::graft_term_lists(folder, lists);
  {
    Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const std::uint32_t docid : docids) database.delete_document(docid);
    database.commit();
  }
  glass::drop_term_lists(folder);
}

// Metadata of the same keys: Xapian's compaction does not say whose stays.
GlassSample sample_without_metadata(GlassRandom& random, const GlassSampleSize& size) {
  GlassSample sample = random_sample(random, size);
  sample.metadata.clear();
  return sample;
}

// A database as it may be after some life.
void make_source(GlassRandom& random, const std::string& folder, const GlassSampleSize& size) {
  const unsigned block_size = 2048u << random() % 6;
  const GlassSample sample = sample_without_metadata(random, size);
  const std::string first = folder + "-first";
  write_segment(sample, first, {.block_size = block_size, .sync = false});
  if (random() % 2 == 0) {
    // All, or all but some in the middle, or some.
    std::vector<std::uint32_t> docids;
    const std::uint64_t kind = random() % 5;
    for (std::uint32_t docid = 1; docid <= size.documents; ++docid) {
      const bool in_middle = docid > size.documents / 4 && docid < size.documents / 2;
      if (kind == 0 || (kind < 3 ? !in_middle : random() % 3 == 0)) docids.push_back(docid);
    }
    delete_documents(sample, first, docids);
  }
  if (random() % 4 == 0) {
    GlassSample more = sample_without_metadata(random, {50, 100});
    add_stock(more, first, Xapian::DB_NO_TERMLIST);
  }
  if (random() % 3 == 0) {
    compact({first}, folder);
    std::filesystem::remove_all(first);
  } else {
    std::filesystem::rename(first, folder);
  }
}

void check_merge(const Folders& folders, const TempFolder& folder) {
  glass::merge_segments(folders, folder / "ours", {.sync = false});
  compact(folders, folder / "stock");
  CHECK(glass_faults(folder / "ours") == "");
  CHECK(first_difference(glass_contents(folder / "ours"), glass_contents(folder / "stock")) == "");
}

TEST_CASE("glass merge: the same as Xapian's compaction") {
  GlassRandom random(21);
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    const TempFolder folder;
    Folders folders;
    for (std::uint64_t i = 1 + random() % 5; i > 0; --i) {
      folders.push_back(folder / std::to_string(i));
      make_source(random, folders.back(),
                  {static_cast<std::uint32_t>(random() % 200), random() % 200});
    }
    check_merge(folders, folder);
  }
}

// Against the deletion of the same documents by Xapian's writer.
void check_copy(GlassRandom& random, const GlassSampleSize& size) {
  const TempFolder folder;
  const GlassSample sample = random_sample(random, size);
  std::vector<std::uint32_t> docids;
  const std::uint64_t rate = 1 + random() % 5;
  for (std::uint32_t docid = 1; docid <= size.documents; ++docid)
    if (random() % rate == 0) docids.push_back(docid);
  write_segment(sample, folder / "whole");
  write_segment(sample, folder / "stock");
  delete_documents(sample, folder / "stock", docids);
  const auto before = glass_contents(folder / "whole");
  glass::copy_without(folder / "whole", docids, folder / "ours", {.sync = false});
  CHECK(glass_faults(folder / "ours") == "");
  CHECK(first_difference(glass_contents(folder / "ours"), glass_contents(folder / "stock")) == "");
  CHECK(first_difference(glass_contents(folder / "whole"), before) == "");
  // Again, without what is not there.
  glass::copy_without(folder / "ours", docids, folder / "again", {.sync = false});
  CHECK(first_difference(glass_contents(folder / "again"), glass_contents(folder / "ours")) == "");
}

TEST_CASE("glass copy: the same as deletion by Xapian's writer") {
  GlassRandom random(27);
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    check_copy(random, {static_cast<std::uint32_t>(random() % 200), random() % 200});
  }
  check_copy(random, {3'000, 20, 2});
}

TEST_CASE("glass merge: lists of many chunks") {
  GlassRandom random(22);
  const TempFolder folder;
  Folders folders;
  for (const std::uint32_t documents : {2'500u, 10u, 4'000u, 300u}) {
    folders.push_back(folder / std::to_string(documents));
    make_source(random, folders.back(), {documents, 20, 2});
  }
  check_merge(folders, folder);

  SUBCASE("merged again") {
    glass::merge_segments({folder / "ours", folder / "10"}, folder / "again", {.sync = false});
    compact({folder / "stock", folder / "10"}, folder / "stock-again");
    CHECK(glass_faults(folder / "again") == "");
    CHECK(first_difference(glass_contents(folder / "again"),
                           glass_contents(folder / "stock-again")) == "");
  }
  SUBCASE("Xapian's writer goes on") {
    const GlassSample more = random_sample(random, {200, 100});
    add_stock(more, folder / "ours", Xapian::DB_NO_TERMLIST);
    add_stock(more, folder / "stock", Xapian::DB_NO_TERMLIST);
    glass::drop_term_lists(folder / "ours");  // of the new ones alone: as good as none
    CHECK(glass_faults(folder / "ours") == "");
    CHECK(first_difference(glass_contents(folder / "ours"), glass_contents(folder / "stock")) ==
          "");
  }
}

TEST_CASE("glass merge: small chunks become large ones") {
  GlassRandom random(23);
  const TempFolder folder;
  Folders folders;
  for (int i = 0; i < 40; ++i) {
    GlassSample sample;
    for (std::uint32_t docid = 1; docid <= 100; ++docid) {
      sample.documents.push_back({"", {{0, std::to_string(random() % 1'000)}}});
      sample.terms["common"][docid] = {1, {}};
    }
    folders.push_back(folder / std::to_string(i));
    write_segment(sample, folders.back());
  }
  check_merge(folders, folder);
  const glass::Version version = glass::read_version(folder / "ours");
  // 4,000 lengths of 2 bytes, 4,000 postings of 2 and 4,000 values of 5, and the values' bounds.
  CHECK(version.tables[glass::kPostings].entries <= 4 + 4 + 10 + 1);
}

TEST_CASE("glass merge: the first metadata stay") {
  const TempFolder folder;
  GlassSample a;
  a.metadata = {{"a", "1"}, {"b", "1"}, {std::string("\0", 1), "1"}};
  GlassSample b;
  b.metadata = {{"b", "2"}, {"ba", "2"}};
  write_segment(a, folder / "a");
  write_segment(b, folder / "b");
  glass::merge_segments({folder / "a", folder / "b"}, folder / "ours", {.sync = false});
  a.metadata["ba"] = "2";
  write_segment(a, folder / "both");
  CHECK(glass_faults(folder / "ours") == "");
  CHECK(first_difference(glass_contents(folder / "ours"), glass_contents(folder / "both")) == "");
}

TEST_CASE("glass merge: what is refused") {
  GlassRandom random(24);
  const TempFolder folder;
  write_segment(random_sample(random, {20, 30}), folder / "a");
  CHECK_THROWS_AS(glass::merge_segments({folder / "a", folder / "none"}, folder / "x"), Error);
  CHECK_FALSE(std::filesystem::exists(folder / "x"));
  CHECK_THROWS_AS(glass::merge_segments({folder / "a"}, folder / "a"), Error);
  CHECK_THROWS_AS(glass::merge_segments({folder / "a"}, folder / "y", {.block_size = 1}), Error);
  {
    Xapian::WritableDatabase database(folder / "spelling", Xapian::DB_CREATE);
    database.add_spelling("word");
    database.commit();
  }
  CHECK_THROWS_AS(glass::merge_segments({folder / "a", folder / "spelling"}, folder / "x"), Error);
}

// Whatever the bytes, the merge ends, and touches no memory that is not its own.
TEST_CASE("glass merge: damaged databases") {
  GlassRandom random(25);
  const TempFolder folder;
  write_segment(random_sample(random, {300, 100}), folder / "a",
                {.block_size = 2048, .sync = false});
  write_segment(random_sample(random, {50, 40}), folder / "b", {.block_size = 2048, .sync = false});
  for (int round = 0; round < 200; ++round) {
    const std::string copy = folder / "copy";
    std::filesystem::remove_all(copy);
    std::filesystem::remove_all(folder / "into");
    std::filesystem::copy(folder / "a", copy);
    const char* names[] = {"postlist.glass", "position.glass", "docdata.glass", "iamglass"};
    const std::string path = copy + "/" + names[round % 4];
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    const auto size = std::filesystem::file_size(path);
    for (int i = 0; i < 5; ++i) {
      // Where blocks begin most of all.
      std::uint64_t place = random() % size;
      if (random() % 2 == 0) place = (place & ~std::uint64_t{2047}) + random() % 60;
      file.seekp(static_cast<std::streamoff>(std::min(place, size - 1)));
      file.put(static_cast<char>(random()));
    }
    file.close();
    try {
      glass::merge_segments({copy, folder / "b"}, folder / "into", {.sync = false});
    } catch (const Error&) {
      CHECK_FALSE(std::filesystem::exists(folder / "into/iamglass"));
    }
  }
}

}  // namespace
}  // namespace backfile
