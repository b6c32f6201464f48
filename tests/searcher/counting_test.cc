// What is counted of all matches against a count by hand: random archives, random
// filters, our own matcher and Xapian's.
#include <functional>

#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"
#include "tests/searcher/answers.h"
#include "tests/searcher/naive_scan.h"

namespace backfile {
namespace {

using std::chrono::sys_days;

constexpr std::string_view kWords[] = {"flood ", "dam ", "river ", "mayor ", "houses ", "Zürich "};
constexpr std::string_view kNames[] = {"Gazette", "Bote", "Écho", "river, dry", "Ann O'Brien"};
constexpr std::string_view kQueries[] = {
    "", "flood", "flood river", "+dam mayor -houses", "zurich", "date:2023", "\"dam river\""};

class Newsroom {
 public:
  explicit Newsroom(std::uint32_t seed) : random_(seed) {
    for (std::size_t left = 40 + random_.below(60); left > 0; --left)
      articles_.push_back(article());
  }

  const std::vector<Article>& articles() const { return articles_; }

  SearchRequest request() {
    SearchRequest request = request_for(std::string(kQueries[random_.below(std::size(kQueries))]));
    for (std::size_t left = random_.below(4); left > 0; --left)
      (random_.below(4) > 0 ? request.filters.required : request.filters.excluded)
          .push_back(filter());
    if (random_.below(4) == 0)
      request.filters.dates.from = sys_days(std::chrono::year(2023) / 3 / 9);
    if (random_.below(4) == 0)
      request.filters.dates.to = sys_days(std::chrono::year(2024) / 2 / 28);
    if (random_.coin()) request.facet_mode = FacetMode::kMulti;
    for (const Facet& facet : facets())
      request.facets.push_back(
          {&facet, random_.coin() ? FacetRequest::kAll : 1 + random_.below(4)});
    request.timeline = TimelineStep(random_.below(4));
    request.words = 5;
    return request;
  }

 private:
  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const std::string_view name : kNames)
      if (random_.below(3) == 0) all.emplace_back(name);
    return all;
  }

  Article article() {
    Article article;
    article.id = "id-" + std::to_string(articles_.size());
    article.title = random_.text(kWords, 3);
    article.body = random_.text(kWords, 12);
    article.language = random_.coin() ? "en" : random_.coin() ? "de" : "";
    const sys_days first = std::chrono::year(2023) / 1 / 1;
    if (random_.below(5) > 0)
      article.published = Date{first + std::chrono::days(random_.below(8) * random_.below(80))};
    if (random_.below(5) > 0) article.source = kNames[random_.below(3)];
    if (random_.below(3) > 0) article.section = kNames[random_.below(4)];
    article.authors = names();
    article.tags = names();
    article.places = names();
    article.people = names();
    return article;
  }

  Filter filter() {
    const Facet& facet = facets()[random_.below(facets().size())];
    const auto values = NaiveScan::values(articles_[random_.below(articles_.size())], facet);
    if (!values.empty()) return {&facet, values[random_.below(values.size())]};
    return {facet_by_name("tag"), std::string(kNames[random_.below(std::size(kNames))])};
  }

  RandomValues random_;
  std::vector<Article> articles_;
};

using Articles = std::vector<const Article*>;

// "source 5 distinct, 3 without: Bote 3, Gazette* 2"
std::string line_of(const FacetCounts& facet) {
  std::string line = std::string(facet.facet->name) + " " + std::to_string(facet.distinct) +
                     " distinct, " + std::to_string(facet.without) + " without:";
  for (const FacetValue& value : facet.values)
    line.append(" " + value.value + (value.is_selected ? "* " : " "))
        .append(std::to_string(value.count));
  return line;
}

FacetCounts counted(const FacetRequest& request, const Articles& articles,
                    const Filters& selected_by) {
  std::map<std::string, std::uint64_t> counts;
  FacetCounts facet{request.facet, {}, 0, 0};
  for (const Article* article : articles) {
    const auto values = NaiveScan::values(*article, *request.facet);
    if (values.empty()) ++facet.without;
    for (const std::string& value : values) ++counts[value];
  }
  facet.distinct = counts.size();
  for (const auto& [value, count] : counts) {
    FacetValue each{value, count, false};
    for (const Filter& filter : selected_by.required)
      each.is_selected |= filter.facet == request.facet && filter.value == each.value;
    facet.values.push_back(each);
  }
  std::ranges::stable_sort(facet.values, std::greater<>(), &FacetValue::count);
  for (std::size_t i = facet.values.size(); i > request.limit; --i)
    if (!facet.values[i - 1].is_selected)
      facet.values.erase(facet.values.begin() + std::ptrdiff_t(i - 1));
  return facet;
}

void check_facets(const SearchRequest& request, const QueryNode& query, const SearchResult& result,
                  NaiveScan& scan) {
  REQUIRE(result.facets.size() == request.facets.size());
  for (std::size_t i = 0; i < request.facets.size(); ++i) {
    Filters filters = request.filters;
    const bool is_multi = request.facet_mode == FacetMode::kMulti;
    if (is_multi)
      std::erase_if(filters.required,
                    [&](const Filter& filter) { return filter.facet == request.facets[i].facet; });
    const FacetCounts expected = counted(request.facets[i], scan.matches(query, filters),
                                         is_multi ? request.filters : Filters());
    REQUIRE(line_of(result.facets[i]) == line_of(expected));
  }
}

void check_timeline(const SearchResult& result, const Articles& matches,
                    const std::vector<Article>& articles) {
  REQUIRE(result.timeline);
  std::uint64_t dated = 0;
  for (std::size_t i = 0; i < result.timeline->periods.size(); ++i) {
    const TimelinePeriod& period = result.timeline->periods[i];
    const auto is_in = [&](const Article& article) {
      return article.published && article.published->time >= period.days.first &&
             article.published->time < period.days.last + std::chrono::days(1);
    };
    const auto count = std::ranges::count_if(matches, [&](const Article* a) { return is_in(*a); });
    REQUIRE(period.count == std::uint64_t(count));
    REQUIRE(period.articles == std::uint64_t(std::ranges::count_if(articles, is_in)));
    if (i > 0)
      REQUIRE(period.days.first ==
              result.timeline->periods[i - 1].days.last + std::chrono::days(1));
    dated += period.count;
  }
  REQUIRE(dated + result.timeline->undated == matches.size());
}

bool has_word(const Article& article, const std::string& word, NaiveScan& scan) {
  const bool is_name = word.find(' ') != std::string::npos;
  const std::string text = is_name ? '"' + word + '"' : word;
  const auto found = scan.matches(std::get<QueryNode>(parse_query(text, kToday)), {});
  return std::ranges::any_of(found, [&](const Article* each) { return each->id == article.id; });
}

void check_words(const SearchResult& result, const Articles& matches,
                 const std::vector<Article>& articles, NaiveScan& scan) {
  REQUIRE(result.words);
  for (const SignificantWord& word : *result.words) {
    CAPTURE(word.value);
    const auto has = [&](const Article& article) { return has_word(article, word.value, scan); };
    const auto count = std::ranges::count_if(matches, [&](const Article* a) { return has(*a); });
    REQUIRE(word.count == std::uint64_t(count));
    REQUIRE(word.articles == std::uint64_t(std::ranges::count_if(articles, has)));
  }
}

// All that was counted, as one text.
std::string counts_of(const SearchResult& result) {
  std::string text;
  for (const FacetCounts& facet : result.facets) text += line_of(facet) + "\n";
  for (const TimelinePeriod& period : result.timeline->periods)
    text += period.period + " " + std::to_string(period.count) + (period.is_peak ? "^ " : " ");
  for (const SignificantWord& word : *result.words)
    text += "\n" + word.value + " " + std::to_string(word.count);
  return text;
}

TEST_CASE("counting: as by hand, by our own matcher and by Xapian's") {
  std::size_t words = 0;
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    Newsroom newsroom(seed);
    const std::vector<Article>& articles = newsroom.articles();
    ArchiveFixture fixture({articles.begin(), articles.begin() + 20});  // of two segments
    fixture.add({articles.begin() + 20, articles.end()});
    Archive local({fixture.path()});
    Archive behind_stub({fixture.stub()});
    NaiveScan scan(articles);
    for (int i = 0; i < 12; ++i) {
      const SearchRequest request = newsroom.request();
      CAPTURE(seed);
      CAPTURE(request.query);
      const QueryNode query = std::get<QueryNode>(parse_query(request.query, kToday));
      const Articles matches = scan.matches(query, request.filters);
      const SearchResult result = answer(request, local);
      check_facets(request, query, result, scan);
      check_timeline(result, matches, articles);
      check_words(result, matches, articles, scan);
      REQUIRE(counts_of(answer(request, behind_stub)) == counts_of(result));
      words += result.words->size();
    }
  }
  CHECK(words > 25);
}

TEST_CASE("counting: with likeness and recency the same facets, filtered or not") {
  Newsroom newsroom(99);
  const ArchiveFixture fixture(newsroom.articles());
  for (const std::string& path : {fixture.path(), fixture.stub()}) {
    Archive archive({path});
    for (const bool is_similar : {false, true}) {
      SearchRequest request = request_for("");
      if (is_similar)
        request.similar = "id-3";
      else
        request.recency = std::chrono::days(30);
      request.facets = {{facet_by_name("tag"), FacetRequest::kAll}};
      const SearchResult all = answer(request, archive);
      REQUIRE(all.facets[0].values.size() > 1);
      request.facet_mode = FacetMode::kMulti;
      request.filters.required = {{facet_by_name("tag"), "Bote"}};
      const SearchResult narrow = answer(request, archive);
      CHECK(narrow.total < all.total);
      CHECK(facet_line(narrow.facets[0]) == facet_line(all.facets[0]));
      CHECK(narrow.facets[0].without == all.facets[0].without);
      for (const FacetValue& value : narrow.facets[0].values) {
        CHECK(value.is_selected == (value.value == "Bote"));
        if (value.is_selected) CHECK(value.count == narrow.total);
      }
    }
  }
}

}  // namespace
}  // namespace backfile
