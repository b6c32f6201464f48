// Near-copies in several archives: their groups are those of one archive with all
// articles, whatever reads them.
#include "searcher/copies_across.h"

#include <fstream>
#include <memory>

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"
#include "tests/searcher/wire.h"
#include "tests/temp_folder.h"

namespace backfile {
namespace {

using Names = std::vector<std::string>;

// Articles dealt out to archives by chance.
class Shards {
 public:
  Shards(const std::vector<Article>& articles, std::size_t count, std::uint32_t seed) {
    RandomValues random(seed);
    std::vector<std::vector<Article>> dealt(count);
    for (const Article& article : articles) dealt[random.below(count)].push_back(article);
    std::ofstream all(folder_ / "all.stub");
    for (const std::vector<Article>& some : dealt) {
      const auto middle = some.begin() + std::ptrdiff_t(some.size() / 2);
      shards_.push_back(
          std::make_unique<ArchiveFixture>(std::vector<Article>(some.begin(), middle)));
      shards_.back()->add({middle, some.end()});
      all << "auto " << shards_.back()->path() << "\n";
    }
  }

  Names paths() const {
    Names names;
    for (const auto& shard : shards_) names.push_back(shard->path());
    return names;
  }
  // The first one matched by ourselves, the others by Xapian.
  Names mixed() const {
    Names names = paths();
    for (std::size_t i = 1; i < names.size(); ++i) names[i] = shards_[i]->stub();
    return names;
  }
  // One database of all, as behind a server of several archives.
  Names stub() const { return {folder_ / "all.stub"}; }

 private:
  TempFolder folder_;
  std::vector<std::unique_ptr<ArchiveFixture>> shards_;
};

std::string told(const SearchResult& result) {
  std::string text = std::to_string(result.total) + " in " + std::to_string(*result.groups) + "\n";
  for (const Hit& hit : result.hits)
    text += hit.article.id + " of " + hit.group + " " + std::to_string(hit.copies) + " " +
            std::to_string(hit.sources) + "\n";
  for (const FacetCounts& facet : result.facets) text += facet_line(facet) + "\n";
  for (const TimelinePeriod& period : result.timeline->periods)
    text += period.period + " " + std::to_string(period.count) + " of " +
            std::to_string(period.articles) + "\n";
  return text;
}

SearchRequest grouped_request(const std::string& query) {
  SearchRequest request = request_for(query);
  request.group = true;
  request.sort = Sort::kOldest;
  request.facets = {{facet_by_name("source"), FacetRequest::kAll},
                    {facet_by_name("tag"), FacetRequest::kAll}};
  request.timeline = TimelineStep::kMonth;
  return request;
}

TEST_CASE("copies across archives: answers are those of one archive") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    const Wire wire(seed);
    const ArchiveFixture whole(wire.articles());
    Archive one({whole.path()});
    const Shards shards(wire.articles(), 1 + seed % 4, seed);
    for (const Names& names : {shards.paths(), shards.mixed(), shards.stub()})
      for (const std::string query : {"", "flood", "+school -farm", "group:id-3", "group:id-17"}) {
        CAPTURE(seed);
        CAPTURE(query);
        Archive many(names);
        const SearchRequest request = grouped_request(query);
        REQUIRE(told(answer(request, many)) == told(answer(request, one)));
      }
  }
}

TEST_CASE("copies across archives: an article that is in two of them is a copy of itself") {
  const Wire wire(9);
  const Shards shards({wire.articles()[0]}, 1, 1);
  const Shards same({wire.articles()[0]}, 1, 1);
  Archive both({shards.paths()[0], same.paths()[0]});
  SearchRequest request = grouped_request("");
  const SearchResult result = answer(request, both);
  CHECK(result.total == 2);
  CHECK(result.groups == 1);
}

TEST_CASE(
    "copies across archives: hits name their groups only when asked for, for that takes long") {
  const Wire wire(3);
  const Shards shards(wire.articles(), 3, 3);
  Archive archive(shards.paths());
  for (int time = 0; time < 2; ++time) {
    for (const Hit& hit : answer(request_for(""), archive).hits) CHECK(hit.group.empty());
    CHECK(*answer(grouped_request(""), archive).groups == 25);
  }
}

}  // namespace
}  // namespace backfile
