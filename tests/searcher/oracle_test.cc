// The engine against a scan that reads every article: random archives, random
// queries, the same articles, totals and counts.
//
// ORACLE_QUERIES=100000 asks so many instead of a few, ORACLE_SEED=7 others.
#include <cstdlib>

#include <doctest/doctest.h>

#include "searcher/query/proximity.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"
#include "tests/searcher/naive_scan.h"
#include "tests/searcher/random_query.h"

namespace backfile {
namespace {

using Type = QueryNode::Type;

// Inflected, accented, hyphenated, elided and abbreviated words, one in a script without spaces,
// and some of which sentences begin or do not end with.
constexpr std::string_view kVocabulary[] = {
    "house",    "houses",   "housing", "Haus",    "Häuser",  "Hauses",  "Zürich",
    "Zurich",   "ZÜRICH",   "talk",    "talks",   "talking", "red",     "line",
    "lines",    "COVID-19", "U.S.",    "Biden's", "Biden",   "O'Brien", "l'école",
    "ecoles",   "Straße",   "Strasse", "über",    "uber",    "10,000",  "missile",
    "Missiles", "東京",     "café",    "The",     "Die",     "Dr.",     "J."};
constexpr std::string_view kBetween[] = {" ",  " ",   " ",   " ",   " ",  ", ",   ". ",     ". ",
                                         "! ", "?) ", ".\n", " - ", "\n", "\n\n", ". \n \n"};
constexpr std::string_view kLanguages[] = {"en", "en", "de", "de", "fr", "xx", ""};
constexpr std::string_view kDates[] = {"2023-12-31T23:59:59Z", "2024-01-01", "2024-02-29",
                                       "2024-11-17T21:04Z"};
constexpr std::string_view kNames[] = {"Harbour Gazette", "Zürcher Bote", "O'Brien", "Ann O'Brien",
                                       "house"};
constexpr std::string_view kTextFields[] = {"title", "source", "author", "tag"};

class Newsroom {
 public:
  explicit Newsroom(std::uint32_t seed)
      : random_(seed), queries_(random_, [this] { return leaf(); }), articles_(write()) {}

  const std::vector<Article>& articles() const { return articles_; }
  QueryNode query() { return queries_.next(int(random_.below(4))); }

  Filters filters() {
    Filters filters;
    if (random_.coin()) return filters;
    for (std::size_t left = random_.below(3); left > 0; --left)
      (random_.below(3) > 0 ? filters.required : filters.excluded).push_back(filter());
    if (random_.below(4) == 0) filters.dates.from = std::chrono::year(2024) / 1 / 1;
    if (random_.below(4) == 0) filters.dates.to = std::chrono::year(2024) / 2 / 29;
    return filters;
  }

 private:
  template <class Choices>
  const auto& any(const Choices& choices) {
    return choices[random_.below(std::size(choices))];
  }

  std::string text(std::size_t words) {
    std::string made;
    for (; words > 0; --words) made.append(any(kVocabulary)).append(words > 1 ? any(kBetween) : "");
    return made;
  }

  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const std::string_view name : kNames)
      if (random_.below(3) == 0) all.emplace_back(name);
    return all;
  }

  std::vector<Article> write() {
    std::vector<Article> all;
    for (std::size_t left = 30 + random_.below(31); left > 0; --left) {
      Article article;
      article.id = "id-" + std::to_string(left);
      article.title = text(random_.below(5));
      article.body = text(5 + random_.below(36));
      article.language = any(kLanguages);
      if (random_.below(4) > 0) article.published = parse_date(any(kDates));
      if (random_.below(4) > 0) article.source = any(kNames);
      article.authors = names();
      article.tags = names();
      all.push_back(std::move(article));
    }
    return all;
  }

  // Words, phrases and so on, in all text or one field; groups of them; what stands together.
  QueryNode part_of_proximity(const Field* field, int depth) {
    QueryNode node;
    if (depth > 0 && random_.below(4) == 0) return proximity(field, depth - 1);
    if (depth > 0 && random_.below(4) == 0) {
      node.type = Type::kOr;
      for (std::size_t left = 2 + random_.below(2); left > 0; --left) {
        QueryNode child = part_of_proximity(field, depth - 1);
        while (node.children.empty() && child.type == Type::kOr)
          child = part_of_proximity(field, depth - 1);
        node.children.push_back(std::move(child));
      }
      return node;
    }
    node.field = field;
    make_words(node);
    return node;
  }

  QueryNode proximity(const Field* field, int depth) {
    constexpr Type kTypes[] = {Type::kNear, Type::kNear, Type::kBefore, Type::kSameSentence,
                               Type::kSameParagraph};
    QueryNode node;
    node.type = any(kTypes);
    const bool has_distance = node.type == Type::kNear || node.type == Type::kBefore;
    if (field && field->kind == Kind::kName && !has_distance) node.type = Type::kNear;
    if (node.type == Type::kNear || node.type == Type::kBefore)
      node.distance = 1 + random_.below(6);
    node.children.push_back(part_of_proximity(field, depth));
    node.children.push_back(part_of_proximity(field, depth));
    return node;
  }

  QueryNode leaf() {
    QueryNode node;
    if (random_.below(8) == 0) return date();
    if (random_.below(4) == 0) {
      const Field* field = random_.below(4) == 0 ? field_by_query_name(any(kTextFields)) : nullptr;
      do node = proximity(field, 2);
      while (check_proximity(node));  // too many in one another
      return node;
    }
    if (random_.below(8) == 0) {
      node.type = Type::kValue;
      node.field = field_by_name(random_.coin() ? "id" : "language");
      node.text = node.field->name == "id" ? any(articles_).id : std::string(any(kLanguages));
      if (node.text.empty()) node.text = "none";
      return node;
    }
    if (random_.below(3) == 0) node.field = field_by_query_name(any(kTextFields));
    make_words(node);
    return node;
  }

  void make_words(QueryNode& node) {
    switch (random_.below(4)) {
      case 0:
        make_phrase(node);
        break;
      case 1:
        make_prefix(node);
        break;
      case 2:
        node.type = Type::kExact;
        [[fallthrough]];
      default:
        make_word(node);
    }
  }

  void make_word(QueryNode& node) {
    node.text = any(kVocabulary);
    if (node.type == Type::kExact) return;
    Tokenizer tokenizer(node.text);
    Token token;
    tokenizer.next(token);
    node.type = tokenizer.next(token) ? Type::kPhrase : Type::kWord;
  }

  // A few words as they stand in an article.
  void make_phrase(QueryNode& node) {
    node.type = Type::kPhrase;
    const Article& article = any(articles_);
    const Field& field = node.field ? *node.field : *field_by_name("body");
    std::vector<std::string> values = field_values(article, field);
    if (values.empty()) values = {article.body};
    const std::string& value = any(values);
    std::vector<std::pair<std::size_t, std::size_t>> words;
    Tokenizer tokenizer(value);
    for (Token token; tokenizer.next(token);) words.emplace_back(token.begin, token.end);
    const std::size_t first = random_.below(words.size());
    const std::size_t last = std::min(words.size() - 1, first + random_.below(4));
    node.text = value.substr(words[first].first, words[last].second - words[first].first);
  }

  void make_prefix(QueryNode& node) {
    constexpr std::string_view kPrefixes[] = {"ho",   "hou", "hä",  "hau", "zu",   "Zür",
                                              "talk", "li",  "mis", "ub",  "stra", "l'éco",
                                              "10,",  "zz",  "O'B", "bid", "an"};
    node.type = Type::kPrefix;
    node.text = any(kPrefixes);
  }

  QueryNode date() {
    constexpr std::string_view kRanges[] = {"2024",      "2023..2024-01", "..2023",
                                            "2024-02..", "2024-02-29",    "1999"};
    QueryNode node;
    node.type = Type::kDate;
    node.field = field_by_query_name("date");
    node.text = any(kRanges);
    node.range = *parse_date_range(node.text, kToday);
    return node;
  }

  Filter filter() {
    const Facet& facet = any(facets());
    const std::vector<std::string> values = NaiveScan::values(any(articles_), facet);
    if (!values.empty()) return {&facet, any(values)};
    return {facet_by_name("source"), std::string(any(kNames))};
  }

  RandomValues random_;
  RandomQueries queries_;
  std::vector<Article> articles_;
};

std::string counted(const Facet& facet, const std::vector<const Article*>& articles) {
  std::map<std::string, std::uint64_t> counts;
  for (const Article* article : articles)
    for (const std::string& value : NaiveScan::values(*article, facet)) ++counts[value];
  FacetCounts result{&facet, {}, counts.size()};
  for (const auto& [value, count] : counts) result.values.push_back({value, count});
  std::ranges::stable_sort(result.values, std::greater<>(), &FacetValue::count);
  return facet_line(result);
}

// "a b c", in alphabetical order.
std::string id_line(std::vector<const Article*> articles) {
  std::ranges::sort(articles, {}, &Article::id);
  std::string line;
  for (const Article* article : articles) line.append(line.empty() ? "" : " ").append(article->id);
  return line;
}

std::uint32_t from_environment(const char* name, std::uint32_t fallback) {
  const char* value = std::getenv(name);
  return value ? std::uint32_t(std::strtoul(value, nullptr, 10)) : fallback;
}

TEST_CASE("oracle: the engine finds and counts what a scan of all articles does") {
  constexpr int kQueries = 100;  // of an archive
  const std::uint32_t archives = from_environment("ORACLE_QUERIES", 4000) / kQueries;
  const std::uint32_t first_seed = from_environment("ORACLE_SEED", 1);
  constexpr Sort kSorts[] = {Sort::kRelevance, Sort::kNewest, Sort::kOldest};
  std::size_t hits = 0;
  for (std::uint32_t seed = first_seed; seed < first_seed + archives; ++seed) {
    Newsroom newsroom(seed);
    const ArchiveFixture fixture(newsroom.articles());
    Archive archive({fixture.path()});
    NaiveScan scan(newsroom.articles());
    for (int i = 0; i < kQueries; ++i) {
      const QueryNode query = newsroom.query();
      SearchRequest request = request_for(to_text(query));
      request.filters = newsroom.filters();
      request.sort = kSorts[std::size_t(i) % std::size(kSorts)];
      for (const Facet& facet : facets()) request.facets.push_back({&facet, 1000});
      CAPTURE(seed);
      CAPTURE(request.query);
      const SearchResult result = answer(request, archive);
      const std::vector<const Article*> expected = scan.matches(query, request.filters);
      REQUIRE(sorted_ids(result) == id_line(expected));
      REQUIRE(result.total == expected.size());
      for (const FacetCounts& facet : result.facets)
        REQUIRE(facet_line(facet) == counted(*facet.facet, expected));
      hits += result.hits.size();
    }
  }
  // Neither did all queries find nothing nor all articles.
  CHECK(hits > std::size_t{5} * archives * kQueries);
  CHECK(hits < std::size_t{25} * archives * kQueries);
}

}  // namespace
}  // namespace backfile
