#include "indexer/archive/xapian_writer.h"

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/indexer/build_segment.h"
#include "tests/indexer/glass_sample.h"
#include "tests/indexer/random_article.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

// Everything that Xapian's interface reads of a segment, whoever wrote it and in how many parts.
TEST_CASE("Xapian's writer: the same segment as ours") {
  RandomValues random(61);
  const CompressionDictionary none("");
  for (const std::size_t count : {0U, 1U, 2U, 60U, 700U}) {
    CAPTURE(count);
    const TempFolder folder;
    std::vector<NewArticle> articles;
    for (Article& article : random_articles(61, count))
      articles.push_back(prepared(std::move(article)));
    by_xapian::write_segment(folder / "stock", parts_of(articles, none));
    const auto expected = glass_contents(folder / "stock");
    for (const std::size_t each : {std::size_t{1}, 1 + random.below(40), count + 1}) {
      CAPTURE(each);
      const std::string ours = folder / ("ours-" + std::to_string(each));
      if (std::filesystem::exists(ours)) continue;
      build_segment(ours, articles, none, each);
      CHECK(glass_faults(ours) == "");
      CHECK(first_difference(glass_contents(ours), expected) == "");
    }
  }
}

TEST_CASE("Xapian's writer: the linked one writes what we know") {
  const TempFolder folder;
  CHECK(by_xapian::writes_known_format(folder / "probe"));
  CHECK_FALSE(std::filesystem::exists(folder / "probe"));
}

}  // namespace
}  // namespace backfile
