#include "searcher/significant_words.h"

#include <doctest/doctest.h>

#include "searcher/calendar_words.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

// "word count/articles, word count/articles"
std::string line_of(const std::vector<SignificantWord>& words) {
  std::string line;
  for (const SignificantWord& word : words)
    line.append(line.empty() ? "" : ", ")
        .append(word.value + " " + std::to_string(word.count))
        .append("/" + std::to_string(word.articles));
  return line;
}

// Of three subjects, in two languages.
std::vector<Article> newsroom() {
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i) {
    const std::string id = std::to_string(i);
    if (i % 6 == 0)
      articles.push_back(make_article(
          id, "Strike",
          i % 12 == 0 ? "The dockers met Tobias Wenlock at the harbour on pay."
                      : "The docker and Tobias Wenlock: no cranes, no pay. A Wenlock."));
    else if (i % 3 == 0)
      articles.push_back(make_article(id, "Budget", "The council met on the budget, and pay."));
    else if (i % 3 == 1)
      articles.push_back(
          make_article(id, "Wetter", "Der Regen kam auf das Land und die Leute.", "de"));
    else
      articles.push_back(make_article(id, "Weather", "The rain came on the land, and the people."));
  }
  return articles;
}

std::string words_of(std::string query, std::size_t max, Archive& archive, Filters filters = {}) {
  SearchRequest request = request_for(std::move(query));
  request.filters = std::move(filters);
  request.words = max;
  const SearchResult result = answer(request, archive);
  REQUIRE(result.words);
  return line_of(*result.words);
}

TEST_CASE("significant words: what the matches have and the archive has not, in whole names") {
  const ArchiveFixture fixture(newsroom());
  for (const std::string& path : {fixture.path(), fixture.stub()}) {
    Archive archive({path});
    // The query's own word is in all of them; `the` is not telling among English articles.
    CHECK(words_of("strike", 10, archive) ==
          "Tobias Wenlock 20/20, docker 20/20, pay 20/40, cranes 10/10, harbour 10/10");
    CHECK(words_of("strike", 2, archive) == "Tobias Wenlock 20/20, docker 20/20");
    CHECK(words_of("rain", 3, archive) == "came 40/40, people 40/40, weather 40/40");
    CHECK(words_of("", 10, archive, {{{facet_by_name("language"), "de"}}, {}, {}, {}}).empty());
    CHECK(words_of("nowhere", 10, archive).empty());
    CHECK(words_of("", 10, archive).empty());
  }
}

TEST_CASE("significant words: what the query says is no news") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  const std::string words = words_of("cranes OR harbour", 10, archive);
  CHECK(words.find("Tobias Wenlock 20/20") != std::string::npos);
  CHECK(words.find("cranes") == std::string::npos);
  CHECK(words.find("harbour") == std::string::npos);
}

TEST_CASE("significant words: none asked for, none given") {
  const ArchiveFixture fixture(newsroom());
  Archive archive({fixture.path()});
  CHECK_FALSE(answer(request_for("strike"), archive).words);
  const ArchiveFixture empty;
  Archive nothing({empty.path()});
  CHECK(words_of("", 10, nothing).empty());
}

TEST_CASE("significant words: when it was is not what it was") {
  for (const char* word : {"March", "APR", "Sept", "Monday", "Thurs"})
    CHECK(is_calendar_word(word, "en"));
  for (const char* word : {"march", "may", "Marching", "", "Mayor"})
    CHECK_FALSE(is_calendar_word(word, "en"));
  CHECK(is_calendar_word("März", "de"));
  CHECK(is_calendar_word("août", "fr"));
  CHECK(is_calendar_word("miércoles", "es"));
  CHECK_FALSE(is_calendar_word("March", "de"));
}

// More articles than are sampled: the counts are of all of them.
TEST_CASE("significant words: of many matches, counted exactly") {
  std::vector<Article> articles;
  for (int i = 0; i < 1500; ++i)
    articles.push_back(make_article(std::to_string(i), "",
                                    i % 2 == 0 ? (i % 8 == 0 ? "harbour strike" : "harbour")
                                               : (i % 25 == 1 ? "inland strike" : "inland")));
  const ArchiveFixture fixture(articles);
  for (const std::string& path : {fixture.path(), fixture.stub()}) {
    Archive archive({path});
    CHECK(words_of("harbour", 10, archive) == "strike 188/218");
  }
}

}  // namespace
}  // namespace backfile
