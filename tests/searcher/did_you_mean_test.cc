#include "searcher/did_you_mean.h"

#include <map>

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

// Words, and how many of the hundred articles have them: the first so many, in this order.
using Counts = std::vector<std::pair<std::string_view, std::size_t>>;

std::vector<Article> hundred_articles(const std::string& language, const Counts& counts) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < 100; ++i) {
    Article& article =
        articles.emplace_back(make_article(language + std::to_string(i), "", "", language));
    article.published = parse_date("2024-11-17");
    for (const auto& [word, count] : counts) {
      if (i >= count) continue;
      article.body.append(word).append(" ");
      if (i % 2 == 0) article.title.append(word).append(" ");
    }
  }
  return articles;
}

std::string meant(const std::string& query, Archive& archive) {
  const SearchResult result = answer(request_for(query), archive);
  if (!result.did_you_mean) return {};
  // What is proposed can be asked, is understood as itself, finds something and is final.
  const SearchResult next = answer(request_for(*result.did_you_mean), archive);
  CHECK(next.understood == result.did_you_mean);
  CHECK(next.total > 0);
  CHECK_FALSE(next.did_you_mean);
  return *result.did_you_mean;
}

struct Row {
  std::string_view query;
  std::string_view meant;  // empty: nothing
};

void check_rows(std::span<const Row> rows, const std::vector<Article>& articles) {
  const ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(meant(std::string(row.query), archive) == row.meant);
  }
}

std::vector<Article> english() {
  return hundred_articles("en", {{"harbour", 40},
                                 {"strike", 30},
                                 {"government", 45},
                                 {"goverment", 1},
                                 {"oil", 40},
                                 {"exchange", 25},
                                 {"rate", 25},
                                 {"crude", 20},
                                 {"Zürich", 22},
                                 {"Zurich", 2},
                                 {"O'Brien", 20},
                                 {"cruel", 3},
                                 {"lawyer", 24},
                                 {"sawyer", 3},
                                 {"LRV-7", 20},
                                 {"necessary", 20},
                                 {"1987", 30},
                                 {"peculiar", 1}});
}

TEST_CASE("did you mean: words that hardly any article has") {
  constexpr Row kRows[] = {
      {"harbuor", "harbour"},
      {"harbor", "harbour"},
      {"harbours", ""},
      {"Hrabour", "Harbour"},
      {"HABROUR", "Harbour"},
      {"arbour", "harbour"},
      {"hrabuor", "harbour"},
      {"goverment", "government"},
      {"govermnent", "government"},
      {"neccesary", "necessary"},
      {"crued", "crude"},
      {"crued oil", "crude oil"},
      {"Zurch", "Zürich"},
      {"züricch", "zürich"},
      {"Zurich", ""},
      {"obrien", "o'brien"},
      {"exchnage strke", "exchange strike"},
      {"peculair", ""},
      {"unheardof", ""},
      {"sawyer", ""},
      {"", ""},
  };
  check_rows(kRows, english());
}

TEST_CASE("did you mean: short words and numbers are left alone") {
  constexpr Row kRows[] = {
      {"oli", ""},     {"oill", "oil"}, {"rat", ""},  {"1988", ""}, {"19877", ""},
      {"strike4", ""}, {"LRV-8", ""},   {"東京", ""}, {"สวัสดี", ""},
  };
  check_rows(kRows, english());
}

TEST_CASE("did you mean: all else of the query stays") {
  constexpr Row kRows[] = {
      {"title:(harbour AND strke)", "title:harbour AND title:strike"},
      {"title:=Strke", "title:=Strike"},
      {"(strke OR oil) NOT crued", "(strike OR oil) NOT crude"},
      {"+harbuor -strke", "+harbour -strike"},
      {"strke date:2024 lang:en", "strike AND date:2024 AND lang:\"en\""},
      {"\"exchnage rate\"", "\"exchange rate\""},
      {"\"Exchnage rate, 'crued'\"", "\"Exchange rate, 'crude'\""},
      {"\"harbour strike goverment\"", "\"harbour strike government\""},
      {"\"government goverment\"", ""},  // is there
      {"\"rate exchange\"", ""},
      {"l'exchnage", "l'exchange"},
      {"Goverment's", "Government's"},
      {"=strke", "=strike"},
      {"=Zürch", "=Zürich"},
      {"=harböur", "=harbour"},
      {"=zurich", ""},
      {"strk*", ""},
      {"id:harbuor", ""},
      {"lang:em", ""},
      {"url:harbuor", ""},
      {"strke AND peculiar AND id:en50", ""},  // would find nothing
  };
  check_rows(kRows, english());
}

TEST_CASE("did you mean: a blank too few or too many") {
  constexpr Row kRows[] = {
      {"harbourstrike", "harbour strike"},
      {"Harbourstrike oil", "Harbour strike oil"},
      {"oil AND harbourstrike", "oil AND (harbour strike)"},
      {"+harbourstrike oil", "+\"harbour strike\" oil"},
      {"title:harbourstrike", "title:\"harbour strike\""},
      {"strikeharbour", ""},  // nowhere side by side
      {"harb our", "harbour"},
      {"oil har bour rate", "oil harbour rate"},
      {"Zu rich", "Zürich"},
      {"crude rate", ""},
  };
  check_rows(kRows, english());
}

TEST_CASE("did you mean: names, in their fields") {
  std::vector<Article> articles = english();
  for (std::size_t i = 0; i < 30; ++i) articles[i].authors = {"Jürg Müller", "Ann O'Brien"};
  for (std::size_t i = 0; i < 30; ++i) articles[i].source = "Harbour Gazette";
  constexpr Row kRows[] = {
      {"author:muler", "author:müller"},
      {"author:Muler", "author:Müller"},
      {"author:strke", ""},
      {"author:harbour", ""},
      {"muler", ""},
      {"source:gazete", "source:gazette"},
      {"source:\"harbor gazete\"", "source:\"harbour gazette\""},
  };
  check_rows(kRows, articles);
}

TEST_CASE("did you mean: a word is right in any language of the archive") {
  std::vector<Article> articles =
      hundred_articles("en", {{"house", 40}, {"hand", 30}, {"talks", 20}, {"rate", 30}});
  for (Article& article : hundred_articles(
           "de", {{"Häuser", 30}, {"Hause", 8}, {"Gespräche", 40}, {"Straße", 30}, {"Rate", 5}}))
    articles.push_back(std::move(article));
  constexpr Row kRows[] = {
      {"hause", ""},
      {"Hauser", ""},
      {"Gesprache", ""},
      {"gespraech", "gespräche"},
      {"Gesprcähe", "Gespräche"},
      {"strase", "straße"},
      {"strasse", ""},
      {"housse", "house"},
      {"hauuser", "häuser"},
      {"Gespräch talsk", "Gespräch talks"},
  };
  check_rows(kRows, articles);
}

TEST_CASE("did you mean: French") {
  constexpr Row kRows[] = {
      {"gouvernment", "gouvernement"},
      {"présidant", "président"},
      {"presidant", "président"},
      {"presidents", ""},
      {"l'écolle", "l'école"},
      {"Ecole", ""},
      {"election", ""},
      {"éllections", "élections"},
  };
  check_rows(
      kRows,
      hundred_articles(
          "fr", {{"gouvernement", 40}, {"président", 30}, {"l'école", 30}, {"élections", 20}}));
}

TEST_CASE("did you mean: a word of one article is never proposed") {
  const ArchiveFixture one({make_article("1", "", "The harbour strike.")});
  Archive archive({one.path()});
  CHECK(meant("harbuor", archive).empty());
  const ArchiveFixture none;
  Archive empty({none.path()});
  CHECK(meant("harbuor harb our", empty).empty());
  CHECK(meant("=harbuor", empty).empty());
}

TEST_CASE("did you mean: of a long query the first words that are rare") {
  const ArchiveFixture fixture(english());
  Archive archive({fixture.path()});
  const std::string query = "xquiat yquiat zquiat wquiat harbuor strke";
  CHECK(answer(request_for(query), archive).did_you_mean ==
        "xquiat yquiat zquiat wquiat harbour strke");
}

class Newsroom {
 public:
  explicit Newsroom(std::uint32_t seed) : random_(seed) {
    constexpr std::string_view kLetters[] = {"bcdfghklmnprstvw", "aeiou"};
    while (words_.size() < 400) {
      std::string word;
      for (std::size_t left = 7 + random_.below(5); left > 0; --left)
        word += kLetters[left % 2][random_.below(kLetters[left % 2].size())];
      words_.push_back(std::move(word));
    }
  }

  // Four hundred words, the first in every other article.
  std::vector<Article> articles() {
    std::vector<Article> all;
    for (std::size_t i = 0; i < 300; ++i) {
      std::string body;
      for (std::size_t word = 0; word < words_.size(); ++word)
        if (random_.below(2 + word / 20) == 0) body.append(words_[word]).append(", ");
      all.push_back(make_article(std::to_string(i), "", std::move(body), "en"));
    }
    return all;
  }

  const std::vector<std::string>& words() const { return words_; }

  std::string misspelled(std::string word) {
    for (std::size_t edits = 1 + random_.below(2); edits > 0; --edits) {
      const std::size_t at = 1 + random_.below(word.size() - 2);
      const char letter = char('a' + random_.below(26));
      switch (random_.below(4)) {
        case 0:
          word.insert(at, 1, letter);
          break;
        case 1:
          word.erase(at, 1);
          break;
        case 2:
          word[at] = letter;
          break;
        default:
          std::swap(word[at], word[at + 1]);
      }
    }
    return word;
  }

 private:
  RandomValues random_;
  std::vector<std::string> words_;
};

TEST_CASE("did you mean: most typos are put right, and no frequent word") {
  Newsroom newsroom(11);
  const ArchiveFixture fixture(newsroom.articles());
  Archive archive({fixture.path()});
  std::size_t wrong = 0;
  std::size_t right = 0;
  for (const std::string& word : newsroom.words()) {
    CHECK(meant(word, archive).empty());
    const std::string typo = newsroom.misspelled(word);
    if (typo.size() < 6 || answer(request_for(typo), archive).total > 3) continue;  // another word
    ++(meant(typo, archive) == word ? right : wrong);
  }
  CAPTURE(right);
  CHECK(wrong * 9 < right);
}

}  // namespace
}  // namespace backfile
