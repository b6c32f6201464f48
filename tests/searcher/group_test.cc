// Near-copies that count once, against a count by hand: random archives with
// copies, our own matcher and Xapian's.
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/hit_pages.h"
#include "searcher/query/parser.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"
#include "tests/searcher/naive_scan.h"
#include "tests/searcher/wire.h"

namespace backfile {
namespace {

using std::chrono::sys_days;

std::string month_of(const Article& article) { return to_iso(*article.published).substr(0, 7); }

// What is told of the stories that match, by hand.
struct ByHand {
  std::set<int> stories;
  std::map<std::string, std::set<int>> sources;
  std::map<std::string, std::set<int>> tags;
  std::map<std::string, std::set<int>> months;
  std::map<int, std::size_t> copies;

  ByHand(const std::vector<const Article*>& matches, const Wire& wire) {
    for (const Article* article : matches) {
      const int story = wire.story(article->id);
      stories.insert(story);
      ++copies[story];
      sources[article->source].insert(story);
      for (const std::string& tag : article->tags) tags[tag].insert(story);
      if (article->published) months[month_of(*article)].insert(story);
    }
  }
};

std::map<std::string, std::uint64_t> sizes(const std::map<std::string, std::set<int>>& sets) {
  std::map<std::string, std::uint64_t> found;
  for (const auto& [value, stories] : sets) found[value] = stories.size();
  return found;
}

std::map<std::string, std::uint64_t> counts(const FacetCounts& facet) {
  std::map<std::string, std::uint64_t> found;
  for (const FacetValue& value : facet.values) found[value.value] = value.count;
  return found;
}

void check_hits(const SearchResult& result, const Wire& wire, const ByHand& by_hand) {
  std::set<int> shown;
  for (const Hit& hit : result.hits) {
    CAPTURE(hit.article.id);
    const int story = wire.story(hit.article.id);
    REQUIRE(shown.insert(story).second);
    REQUIRE(hit.copies == by_hand.copies.at(story));
    if (!hit.group.empty()) REQUIRE(wire.story(hit.group) == story);
  }
  REQUIRE(shown == by_hand.stories);
}

void check_timeline(const SearchResult& result, const ByHand& by_hand, const ByHand& all) {
  for (const TimelinePeriod& period : result.timeline->periods) {
    CAPTURE(period.period);
    const auto found = by_hand.months.find(period.period);
    REQUIRE(period.count == (found == by_hand.months.end() ? 0 : found->second.size()));
    const auto of_all = all.months.find(period.period);
    REQUIRE(period.articles == (of_all == all.months.end() ? 0 : of_all->second.size()));
  }
}

TEST_CASE("group: near-copies count once, by our own matcher and by Xapian's") {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    const Wire wire(seed);
    const std::vector<Article>& articles = wire.articles();
    ArchiveFixture fixture({articles.begin(), articles.begin() + 20});  // of two segments
    fixture.add({articles.begin() + 20, articles.end()});
    NaiveScan scan(articles);
    std::vector<const Article*> every;
    for (const Article& article : articles) every.push_back(&article);
    const ByHand all(every, wire);
    for (const std::string& path : {fixture.path(), fixture.stub()})
      for (const std::string query : {"", "flood", "\"dam river\"", "+school -farm"})
        for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
          CAPTURE(seed);
          CAPTURE(query);
          SearchRequest request = request_for(query);
          request.group = true;
          request.sort = sort;
          request.facets = {{facet_by_name("source"), FacetRequest::kAll},
                            {facet_by_name("tag"), FacetRequest::kAll},
                            {facet_by_name("month"), FacetRequest::kAll}};
          request.timeline = TimelineStep::kMonth;
          Archive archive({path});
          const SearchResult result = answer(request, archive);
          const auto matches = scan.matches(std::get<QueryNode>(parse_query(query, kToday)), {});
          const ByHand by_hand(matches, wire);
          REQUIRE(result.total == matches.size());
          REQUIRE(result.groups == by_hand.stories.size());
          check_hits(result, wire, by_hand);
          REQUIRE(counts(result.facets[0]) == sizes(by_hand.sources));
          REQUIRE(counts(result.facets[1]) == sizes(by_hand.tags));
          REQUIRE(counts(result.facets[2]) == sizes(by_hand.months));
          check_timeline(result, by_hand, all);
        }
  }
}

std::string cut_after(const std::string& text, std::size_t words) {
  std::size_t end = 0;
  while (words-- > 0) end = text.find(' ', end) + 1;
  return text.substr(0, end);
}

constexpr std::string_view kStory =
    "The old bridge over the river was closed last night after a barge hit one of its piers. "
    "Nobody was hurt. The harbour office said that divers would look at the damage in the morning, "
    "and that drivers should take the ferry until then. The barge carried gravel for the new road. "
    "Its skipper told the police that the rudder had failed in the strong current. "
    "The mayor promised a new bridge within two years.";

// The first one, a copy of half of it, one of all of it in another paper, and something else.
ArchiveFixture bridge_archive() {
  const auto day = [](int number) {
    return Date{sys_days(std::chrono::year(2024) / 3 / 1) + std::chrono::days(number)};
  };
  std::vector<Article> articles = {
      make_article("cut", "Bridge shut", cut_after(std::string(kStory), 55)),
      make_article("first", "Barge hits bridge", std::string(kStory)),
      make_article("whole", "Bridge closed after barge accident", std::string(kStory)),
      make_article("other", "Bridge players meet",
                   "A club of bridge players met in the town hall.")};
  articles[0].published = day(2);
  articles[1].published = day(1);
  articles[2].published = day(3);
  articles[3].published = day(4);
  articles[0].source = articles[1].source = "Harbour Post";
  articles[2].source = "Valley News";
  return ArchiveFixture(articles);
}

TEST_CASE("group: the listing of a group is in order of time and says what was cut") {
  const ArchiveFixture fixture = bridge_archive();
  for (const std::string& path : {fixture.path(), fixture.stub()})
    for (const std::string id : {"first", "cut", "whole"}) {
      Archive archive({path});
      const SearchResult result = answer(request_for("group:" + id), archive);
      REQUIRE(id_line(result) == "first cut whole");
      CHECK_FALSE(result.hits[0].relation);
      REQUIRE(result.hits[1].relation);
      CHECK(result.hits[1].relation->kept > 0.5);
      CHECK(result.hits[1].relation->kept < 0.8);
      CHECK(result.hits[1].relation->added == 0);
      CHECK(result.hits[1].relation->cut.ends_with(
          "The mayor promised a new bridge within two years."));
      CHECK(result.hits[1].relation->cut.find("Nobody was hurt") == std::string::npos);
      CHECK(result.hits[2].relation->kept == 1);
      CHECK(result.hits[2].relation->cut.empty());
      for (const Hit& hit : result.hits) CHECK(hit.group == "first");
    }
}

TEST_CASE("group: an article alone is its own group, and no article has none") {
  const ArchiveFixture fixture = bridge_archive();
  Archive archive({fixture.path()});
  const SearchResult alone = answer(request_for("group:other"), archive);
  REQUIRE(id_line(alone) == "other");
  CHECK(alone.hits[0].group.empty());
  CHECK(answer(request_for("group:nobody"), archive).total == 0);
  CHECK(sorted_ids(answer(request_for("group:first NOT whole"), archive)) == "cut first whole");
  CHECK(sorted_ids(answer(request_for("mayor group:cut"), archive)) == "first whole");
}

TEST_CASE("group: hits count the copies that match, and name the first of all") {
  const ArchiveFixture fixture = bridge_archive();
  Archive archive({fixture.path()});
  SearchRequest request = request_for("bridge");
  request.group = true;
  const SearchResult result = answer(request, archive);
  CHECK(result.total == 4);
  REQUIRE(result.groups == 2);
  for (const Hit& hit : result.hits) {
    CHECK(hit.copies == (hit.article.id == "other" ? 1 : 3));
    CHECK(hit.sources == (hit.article.id == "other" ? 0 : 2));
  }
  request.filters.required = {{facet_by_name("source"), "Harbour Post"}};
  const SearchResult of_one = answer(request, archive);
  REQUIRE(of_one.hits.size() == 1);
  CHECK(of_one.hits[0].copies == 2);
  CHECK(of_one.hits[0].sources == 1);
  CHECK(of_one.hits[0].group == "first");
}

TEST_CASE("group: pages of grouped hits are the whole, cut") {
  const Wire wire(77);
  const ArchiveFixture fixture(wire.articles());
  Archive archive({fixture.path()});
  for (const std::string query : {"", "flood night"}) {
    SearchRequest request = request_for(query);
    request.group = true;
    const std::vector<std::string> all = ids(answer(request, archive));
    std::vector<std::string> paged;
    request.limit = 4;
    for (request.offset = 0; request.offset < all.size(); request.offset += 4)
      for (const std::string& id : ids(answer(request, archive))) paged.push_back(id);
    CHECK(paged == all);
    request.limit = 0;
    request.offset = 0;
    CHECK(answer(request, archive).groups == all.size());
  }
}

TEST_CASE("group: with likeness and recency near-copies count once, too") {
  const ArchiveFixture fixture = bridge_archive();
  Archive archive({fixture.path()});
  SearchRequest request = request_for("bridge");
  request.group = true;
  request.recency = std::chrono::days(30);
  CHECK(answer(request, archive).groups == 2);
  SearchRequest similar = request_for("");
  similar.group = true;
  similar.similar = "first";
  const SearchResult result = answer(similar, archive);
  CHECK(result.groups == 1);
  CHECK(result.hits.size() == 1);
}

}  // namespace
}  // namespace backfile
