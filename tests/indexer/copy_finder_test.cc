#include "indexer/duplicates/copy_finder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/schema.h"
#include "common/sort_key.h"
#include "indexer/archive/deletion.h"
#include "indexer/glass/segment_writer.h"
#include "tests/archive_fixture.h"
#include "tests/indexer/hand_made_archive.h"
#include "tests/indexer/random_story.h"

namespace backfile {
namespace {

Article with_text(std::string id, const StoryWords& story) {
  return make_article(std::move(id), "", text_of(story));
}

TEST_CASE("copy finder: an article's key is that of its id, whenever it was published") {
  Article article = make_article("a-1", "", "");
  CHECK(key_of_value(oldest_first_key(article)) == article_key("a-1"));
  article.published = parse_date("2001-02-03");
  CHECK(key_of_value(oldest_first_key(article)) == article_key("a-1"));
  CHECK(article_key("a-1") != article_key("a-2"));
  CHECK(key_of_value("") == article_key(""));
}

TEST_CASE("copy finder: pairs of new articles, and of new and old ones, but not of old ones") {
  RandomValues random(1);
  const StoryWords story = random_story(random, 100);
  HandMadeArchive archive;
  archive.add(Articles{with_text("a", story), with_text("b", story)});
  archive.add(Articles{with_text("other", random_story(random, 100))});
  archive.add(Articles{with_text("c", random_story(random, 80)), with_text("d", story)});
  const std::vector<std::string> segments{archive / "segment-2", archive / "segment-3",
                                          archive / "segment-4"};
  WorkerPool pool(2);
  CHECK(find_copies({}, 0, pool).empty());
  CHECK(find_copies(segments, 3, pool).empty());
  const std::vector<CopyPair> pairs = find_copies(segments, 2, pool);
  CHECK(pairs.size() == 2);
  for (const CopyPair& pair : pairs) {
    CHECK(pair.one == article_key("d"));
    CHECK((pair.other == article_key("a") || pair.other == article_key("b")));
  }
  // Two are enough to know of three.
  CHECK(find_copies(segments, 0, pool).size() == 2);
}

TEST_CASE("copy finder: what is deleted from a segment in place is no copy any more") {
  RandomValues random(3);
  Articles articles;
  for (int i = 0; i < 100; ++i)
    articles.push_back(with_text(std::to_string(i), random_story(random, 60)));
  HandMadeArchive archive;
  archive.add(articles);
  for (Article& article : articles) article.id += "-copy";
  archive.add(articles);
  Decompressor decompressor;
  REQUIRE(delete_into(archive / "segment-2", Segment(archive.path(), "segment-2"), {1, 2, 50, 100},
                      archive / "segment-4", decompressor));
  WorkerPool pool(2);
  const std::vector<std::string> segments{archive / "segment-4", archive / "segment-3"};
  std::set<ArticleKey> found;
  for (const CopyPair& pair : find_copies(segments, 1, pool)) found.insert(pair.other);
  CHECK(found.size() == 96);
  for (const char* const id : {"0", "1", "49", "99"}) CHECK_FALSE(found.contains(article_key(id)));
}

TEST_CASE("copy finder: a sketch of an article without a signature is damage") {
  const TempFolder folder;
  for (const bool has_value : {false, true}) {
    const std::string path = folder / (has_value ? "with" : "without");
    {
      glass::SegmentWriter segment(path, {.sync = false});
      std::vector<glass::SlotValue> values;
      if (has_value) values.push_back({kSignatureSlot, "short"});
      segment.add_document("", 0, values);
      for (const char* const term : {"N", "N00000", "N0000000000"}) {
        segment.begin_term(term);
        segment.add_posting(1, 0, {});
      }
      segment.finish();
    }
    WorkerPool pool(1);
    const std::vector<std::string> segments{path};
    if (has_value)
      CHECK(find_copies(segments, 0, pool).empty());
    else
      CHECK_THROWS_AS(find_copies(segments, 0, pool), Error);
  }
}

TEST_CASE("copy finder: wrong bytes are damage, or they matter not") {
  RandomValues random(2);
  HandMadeArchive archive;
  Articles articles;
  for (int i = 0; i < 40; ++i)
    articles.push_back(with_text(std::to_string(i), random_story(random, 20)));
  archive.add(articles);
  for (Article& article : articles) article.id += "-copy";
  archive.add(articles);
  const std::string path = archive / "segment-2/postlist.glass";
  const std::string sound = read_file(path);
  for (int i = 0; i < 400; ++i) {
    std::string bytes = sound;
    for (int left = 1 + i % 4; left > 0; --left)
      bytes[random.below(bytes.size())] = char(random.below(256));
    // Not over the file itself: that would change what is mapped.
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary) << bytes;
    WorkerPool pool(1);
    for (const std::size_t first_new : {0U, 1U}) {
      try {
        const std::vector<std::string> segments{archive / "segment-2", archive / "segment-3"};
        const std::size_t pairs = find_copies(segments, first_new, pool).size();
        CHECK(pairs <= 80);
      } catch (const Error&) {
        continue;
      }
    }
  }
}

}  // namespace
}  // namespace backfile
