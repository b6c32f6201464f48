#include "common/glass/mapped_table.h"

#include <doctest/doctest.h>

#include "common/manifest.h"
#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

// Articles of many words, so that tables have branches.
std::string many_words(RandomValues& random) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "w" + std::to_string(random.below(20'000)) + ' ';
  return text;
}

TEST_CASE("mapped table: advance goes where seek goes") {
  RandomValues random(1);
  std::vector<Article> articles;
  for (int i = 0; i < 8; ++i)
    articles.push_back(make_article(std::to_string(i), "", many_words(random)));
  const ArchiveFixture fixture(articles);
  const std::string folder = fixture.path() + '/' + read_manifest(fixture.path())->segments.front();
  const glass::Version version = glass::read_version(folder);
  REQUIRE(version.tables[glass::kPostings].level > 0);
  const glass::MappedTable table(glass::table_file(folder, glass::kPostings),
                                 version.tables[glass::kPostings]);
  std::vector<std::string> keys;
  glass::MappedTable::Cursor all(table);
  for (bool found = all.seek(""); found; found = all.next()) keys.emplace_back(all.key());
  REQUIRE(keys.size() > 10'000);
  for (const std::size_t farthest : {1, 3, 20, 400, 5000}) {
    glass::MappedTable::Cursor cursor(table);
    for (std::size_t i = random.below(farthest); i < keys.size(); i += random.below(farthest + 1)) {
      const std::string target = keys[i] + (random.coin() ? "" : "!");
      glass::MappedTable::Cursor other(table);
      const bool found = other.seek(target);
      REQUIRE(cursor.advance(target) == found);
      if (found) REQUIRE(cursor.key() == other.key());
      if (found) REQUIRE(cursor.tag() == other.tag());
      if (random.below(4) == 0) ++i;
    }
    CHECK_FALSE(cursor.advance("\xff\xff"));
  }
}

}  // namespace
}  // namespace backfile
