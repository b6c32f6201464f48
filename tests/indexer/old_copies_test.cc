#include "indexer/duplicates/old_copies.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/duplicates/join_copies.h"
#include "common/error.h"
#include "common/schema.h"
#include "common/sort_key.h"
#include "common/terms.h"
#include "indexer/glass/segment_writer.h"
#include "tests/common/random_values.h"
#include "tests/indexer/hand_made_archive.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

struct Sketched {
  std::string id;
  std::string signature;
  std::set<std::uint32_t> parts;
};
using Rows = std::vector<Sketched>;

constexpr unsigned kBlockBytes = 2048;

// A segment in which documents have that, and nothing else.
std::string segment_of(const std::string& folder, const Rows& rows) {
  glass::SegmentWriter segment(folder, {.block_size = kBlockBytes, .sync = false});
  std::map<std::string, std::vector<std::uint32_t>> terms;
  for (const Sketched& row : rows) {
    Article article;
    article.id = row.id;
    const std::string key = oldest_first_key(article);
    const std::vector<glass::SlotValue> values = {{kOldestSlot, key},
                                                  {kSignatureSlot, row.signature}};
    const std::uint32_t docid = segment.add_document("", 0, values);
    for (const std::uint32_t part : row.parts) terms[sketch_term(part)].push_back(docid);
  }
  for (const auto& [term, docids] : terms) {
    segment.begin_term(term);
    for (const std::uint32_t docid : docids) segment.add_posting(docid, 0, {});
  }
  segment.finish();
  return folder;
}

// Of 50 shingles and more, and some facts.
std::string random_signature(RandomValues& random) {
  std::string bytes(kSignatureCountBytes + kSignatureBins / 2, '\1');
  for (std::size_t i = 1; i < bytes.size(); ++i) bytes[i] = char(random.number(17, 255) | 0x11);
  for (std::size_t left = random.below(12); left > 0; --left) bytes += char(random.below(256));
  return bytes;
}

Rows random_rows(RandomValues& random, const std::string& name, std::size_t count,
                 const std::vector<std::string>& signatures) {
  Rows rows;
  for (std::size_t i = 0; i < count; ++i) {
    Sketched row{name + std::to_string(i), signatures[random.below(signatures.size())], {}};
    if (random.coin()) row.signature[2 + random.below(60)] ^= 0x0F;
    if (random.below(4) == 0) row.signature.back() ^= 1;
    for (int left = 10; left > 0; --left)
      row.parts.insert(std::uint32_t(random.below(std::size_t{1} << random.number(3, 30))));
    rows.push_back(std::move(row));
  }
  return rows;
}

// What was joined, by keys.
class Groups {
 public:
  void join(ArticleKey one, ArticleKey other) { groups_.join(number(one), number(other)); }
  void join(const Sketched& one, const Sketched& other) {
    join(article_key(one.id), article_key(other.id));
  }
  std::set<std::set<ArticleKey>> sets() {
    std::map<std::uint32_t, std::set<ArticleKey>> by_group;
    for (const auto& [key, known] : numbers_) by_group[groups_.find(known)].insert(key);
    std::set<std::set<ArticleKey>> sets;
    for (const auto& [group, keys] : by_group) sets.insert(keys);
    return sets;
  }

 private:
  std::uint32_t number(ArticleKey key) {
    const auto [entry, is_new] = numbers_.try_emplace(key);
    if (is_new) entry->second = groups_.add();
    return entry->second;
  }

  std::map<ArticleKey, std::uint32_t> numbers_;
  UnionFind groups_{0};
};

Groups joined_by_naive(const Rows& old_rows, const Rows& new_rows) {
  Groups groups;
  for (const Sketched& one : new_rows)
    for (const Sketched& other : old_rows) {
      if (one.signature != other.signature &&
          !are_copies(Signature(one.signature), Signature(other.signature)))
        continue;
      bool sharing = false;
      for (const std::uint32_t part : one.parts) sharing = sharing || other.parts.contains(part);
      if (sharing) groups.join(one, other);
    }
  return groups;
}

Groups joined_by_finder(const std::string& old_segment,
                        const std::vector<std::string>& new_segments, std::size_t slices = 1) {
  WorkerPool pool(2);
  const Seekers seekers = seekers_in(new_segments, pool);
  const SegmentReader segment(old_segment);
  Groups groups;
  for (const auto parts : sliced(seekers.parts, slices))
    for (const CopyPair& pair : OldCopies(seekers, segment).find(parts))
      groups.join(pair.one, pair.other);
  return groups;
}

TEST_CASE("old copies: those of a comparison of all with all") {
  RandomValues random(1);
  for (const auto& [old_count, new_count] : std::vector<std::pair<std::size_t, std::size_t>>{
           {1, 1}, {3, 400}, {400, 3}, {300, 300}, {700, 150}}) {
    const TempFolder folder;
    std::vector<std::string> signatures;
    for (int i = 0; i < 40; ++i) signatures.push_back(random_signature(random));
    const Rows old_rows = random_rows(random, "old-", old_count, signatures);
    const Rows new_rows = random_rows(random, "new-", new_count, signatures);
    const std::string old_segment = segment_of(folder / "old", old_rows);
    const std::string new_segment = segment_of(folder / "new", new_rows);
    std::vector<std::string> thirds;
    for (std::size_t third = 0; third < 3; ++third)
      thirds.push_back(
          segment_of(folder / "third-" + std::to_string(third),
                     {new_rows.begin() + std::ptrdiff_t(third * new_count / 3),
                      new_rows.begin() + std::ptrdiff_t((third + 1) * new_count / 3)}));
    Groups expected = joined_by_naive(old_rows, new_rows);
    for (const std::size_t slices : {1U, 2U, 7U}) {
      CAPTURE(slices);
      CHECK(joined_by_finder(old_segment, {new_segment}, slices).sets() == expected.sets());
      CHECK(joined_by_finder(old_segment, thirds, slices).sets() == expected.sets());
    }
  }
}

TEST_CASE("old copies: in all blocks of a segment, and more than are gathered at once") {
  RandomValues random(2);
  const std::string same = random_signature(random);
  Rows old_rows;
  for (std::size_t i = 0; i < 40'000; ++i)
    old_rows.push_back({"old-" + std::to_string(i), random_signature(random), {}});
  Groups expected;
  Rows new_rows;
  for (const std::size_t i : {0U, 8190U, 8191U, 8192U, 16'383U, 16'384U, 39'999U}) {
    old_rows[i].parts = {5};
    new_rows.push_back({"new-" + std::to_string(i), old_rows[i].signature, {5}});
    expected.join(new_rows.back(), old_rows[i]);
  }
  // 4,000 x 600 pairs.
  for (std::size_t i = 1'000; i < 5'000; ++i) old_rows[i].parts = {7};
  for (std::size_t i = 0; i < 600; ++i)
    new_rows.push_back({"many-" + std::to_string(i), random_signature(random), {7}});
  new_rows.back().signature = old_rows[4'321].signature;
  const TempFolder folder;
  const std::string old_segment = segment_of(folder / "old", old_rows);
  const std::string new_segment = segment_of(folder / "new", new_rows);
  expected.join(new_rows.back(), old_rows[4'321]);
  CHECK(joined_by_finder(old_segment, {new_segment}).sets() == expected.sets());
}

TEST_CASE("old copies: of one template only those that are all the same") {
  RandomValues random(3);
  const std::string same = random_signature(random);
  std::string like = same;
  like[5] ^= 0x0F;
  REQUIRE(are_copies(Signature(same), Signature(like)));
  Rows many;
  for (std::size_t i = 0; i <= kMaxSharing; ++i)
    many.push_back({"many-" + std::to_string(i), random_signature(random), {9}});
  many[77].signature = same;
  const Rows few = {{"same", same, {9}}, {"like", like, {9}}};
  Groups expected;
  expected.join(few[0], many[77]);
  const TempFolder folder;
  const std::string many_there = segment_of(folder / "many", many);
  const std::string few_there = segment_of(folder / "few", few);
  CHECK(joined_by_finder(many_there, {few_there}).sets() == expected.sets());
  CHECK(joined_by_finder(few_there, {many_there}).sets() == expected.sets());

  // Many that are few different ones are looked at: the first of each.
  for (Sketched& row : many) row.signature = same;
  expected.join(few[1], many[0]);
  Groups others;
  others.join(few[0], many[0]);
  others.join(few[1], many[0]);
  CHECK(joined_by_finder(few_there, {segment_of(folder / "all-same", many)}).sets() ==
        others.sets());
}

TEST_CASE("old copies: a block in the place of another is damage, or it matters not") {
  RandomValues random(4);
  const std::string same = random_signature(random);
  Rows old_rows;
  Rows new_rows;
  for (std::uint32_t i = 1; i < 300; ++i) {
    old_rows.push_back({"old-" + std::to_string(i), same, {i * 2'000}});
    new_rows.push_back({"new-" + std::to_string(i), same, {i * 1'000, i * 2'000, i * 2'000 + 1}});
  }
  const TempFolder folder;
  const std::string new_segment = segment_of(folder / "new", new_rows);
  segment_of(folder / "old", old_rows);
  const std::string path = folder / "old/postlist.glass";
  const std::string sound = read_file(path);
  for (std::size_t from = 0; from < sound.size(); from += kBlockBytes)
    for (std::size_t to = 0; to < sound.size(); to += kBlockBytes) {
      std::string bytes = sound;
      bytes.replace(to, kBlockBytes, sound, from, kBlockBytes);
      std::filesystem::remove(path);  // not over the file that is mapped
      std::ofstream(path, std::ios::binary) << bytes;
      try {
        joined_by_finder(folder / "old", {new_segment});  // it ends
      } catch (const Error&) {
        continue;
      }
    }
  CHECK(sound.size() > 8 * kBlockBytes);
}

}  // namespace
}  // namespace backfile
