#include <filesystem>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "indexer/glass/term_lists.h"
#include "tests/indexer/glass_sample.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

// The lists of every document that `wanted` says yes to.
template <typename Wanted>
std::vector<glass::DocumentTerms> lists_of(const GlassSample& sample, Wanted wanted) {
  std::vector<glass::DocumentTerms> lists;
  const auto terms = terms_by_document(sample);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!wanted()) continue;
    glass::DocumentTerms& list = lists.emplace_back();
    list.docid = static_cast<std::uint32_t>(i + 1);
    list.length = 0;
    for (const auto& [term, posting] : terms[i]) {
      list.length += posting.wdf;
      list.terms.push_back({term, posting.wdf});
    }
    for (const auto& [slot, value] : sample.documents[i].values) list.slots.push_back(slot);
  }
  return lists;
}

void delete_stock(const std::string& folder, const std::vector<glass::DocumentTerms>& documents) {
  Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    database.delete_document(documents[i].docid);
    if (i % 100 == 50) database.commit();
  }
  database.commit();
}

TEST_CASE("glass term lists: documents deleted by grafted ones") {
  GlassRandom random(11);
  for (const GlassSampleSize& size :
       {GlassSampleSize{1, 3}, {20, 100}, {60, 4'000, 0}, {500, 300}, {3'000, 40}}) {
    for (const unsigned one_in : {1u, 3u, 50u}) {
      CAPTURE(size.documents);
      CAPTURE(one_in);
      const TempFolder folder;
      const GlassSample sample = random_sample(random, size);
      write_segment(sample, folder / "ours");
      write_stock(sample, folder / "stock", 0);
      const auto lists = lists_of(sample, [&] { return random() % one_in == 0; });

      glass::graft_term_lists(folder / "ours", lists);
      delete_stock(folder / "ours", lists);
      glass::drop_term_lists(folder / "ours");
      delete_stock(folder / "stock", lists);
      CHECK(glass_faults(folder / "ours") == "");
      CHECK(first_difference(glass_contents(folder / "ours"), glass_contents(folder / "stock")) ==
            "");
    }
  }
}

TEST_CASE("glass term lists: again and again, and documents between") {
  GlassRandom random(12);
  const TempFolder folder;
  const GlassSample sample = random_sample(random, {400, 300});
  write_segment(sample, folder / "ours");
  write_stock(sample, folder / "stock", 0);
  const auto lists = lists_of(sample, [] { return true; });
  for (std::size_t from = 0; from < lists.size(); from += 50) {
    const std::vector part(lists.begin() + static_cast<std::ptrdiff_t>(from),
                           lists.begin() + static_cast<std::ptrdiff_t>(from + 40));
    glass::graft_term_lists(folder / "ours", part);
    delete_stock(folder / "ours", part);
    glass::drop_term_lists(folder / "ours");
    delete_stock(folder / "stock", part);
    const GlassSample more = random_sample(random, {30, 50});
    add_stock(more, folder / "ours", Xapian::DB_NO_TERMLIST);
    add_stock(more, folder / "stock", 0);
  }
  glass::drop_term_lists(folder / "ours");
  CHECK(glass_faults(folder / "ours") == "");
  CHECK(first_difference(glass_contents(folder / "ours"), glass_contents(folder / "stock")) == "");
}

TEST_CASE("glass term lists: what a run left that broke off") {
  GlassRandom random(13);
  const TempFolder folder;
  const GlassSample sample = random_sample(random, {50, 100});
  write_segment(sample, folder / "a");
  const auto before = glass_contents(folder / "a");
  const auto lists = lists_of(sample, [&] { return random() % 2 == 0; });
  glass::graft_term_lists(folder / "a", lists);
  CHECK(first_difference(glass_contents(folder / "a"), before) == "");
  glass::graft_term_lists(folder / "a", lists);
  glass::drop_term_lists(folder / "a");
  CHECK(glass_faults(folder / "a") == "");
  CHECK(first_difference(glass_contents(folder / "a"), before) == "");
  glass::drop_term_lists(folder / "a");

  // The file was made, the version file did not yet name it.
  folder.write("a/termlist.glass", "half");
  glass::drop_term_lists(folder / "a");
  CHECK(glass_faults(folder / "a") == "");
}

TEST_CASE("glass term lists: what is refused") {
  const TempFolder folder;
  write_segment({}, folder / "a");
  using Lists = std::vector<glass::DocumentTerms>;
  CHECK_THROWS_AS(glass::graft_term_lists(folder / "none", {}), Error);
  CHECK_THROWS_AS(glass::drop_term_lists(folder / "none"), Error);
  CHECK_THROWS_AS(
      glass::graft_term_lists(folder / "a", Lists{{2, 1, {{"a", 1}}, {}}, {1, 1, {{"a", 1}}, {}}}),
      Error);
  CHECK_THROWS_AS(glass::graft_term_lists(folder / "a", Lists{{1, 2, {{"b", 1}, {"a", 1}}, {}}}),
                  Error);
  CHECK(glass_faults(folder / "a") == "");
}

}  // namespace
}  // namespace backfile
