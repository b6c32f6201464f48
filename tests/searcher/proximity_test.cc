#include "searcher/query/proximity.h"

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

struct Row {
  std::string_view query;
  std::string_view ids;
};

void check_rows(std::span<const Row> rows, const std::vector<Article>& articles) {
  const ArchiveFixture fixture(articles);
  Archive archive({fixture.path()});
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(sorted_ids(answer(request_for(std::string(row.query)), archive)) == row.ids);
  }
}

// Articles with one line of body each, and its number as id.
std::vector<Article> bodies(std::initializer_list<const char*> all,
                            const std::string& language = "en") {
  std::vector<Article> articles;
  for (const char* body : all)
    articles.push_back(make_article(std::to_string(articles.size() + 1), "", body, language));
  return articles;
}

TEST_CASE("proximity: distances, in any order and in this one") {
  constexpr Row kRows[] = {
      {"oil NEAR/3 gas", "1 2 3"},  {"oil NEAR/2 gas", "2 3"},     {"oil NEAR/1 gas", "3"},
      {"gas NEAR/3 oil", "1 2 3"},  {"oil w/2 gas", "2 3"},        {"oil pre/3 gas", "1 3"},
      {"gas pre/3 oil", "2"},       {"oil pre/2 gas", "3"},        {"oil NEAR/500 gas", "1 2 3 4"},
      {"oil NEAR/4 gas", "1 2 3"},  {"oil NEAR/5 gas", "1 2 3 4"}, {"oil NEAR/500 steel", ""},
      {"oil NEAR/500 unheard", ""},
  };
  check_rows(kRows, bodies({"oil, up and gas", "Gas or oil.", "oil\n\ngas", "oil a b c d gas",
                            "oil alone", "gas alone"}));
}

TEST_CASE("proximity: distances count from the nearest ends") {
  constexpr Row kRows[] = {
      {"\"natural gas\" NEAR/2 price", "1 2"},
      {"\"natural gas\" NEAR/1 price", "2"},
      {"price NEAR/2 \"natural gas\"", "1 2"},
      {"price pre/1 \"natural gas\"", "2"},
      {"\"natural gas\" pre/2 price", "1"},
      {"natural NEAR/2 price", "2"},
      {"\"gas natural\" NEAR/9 price", ""},
      {"LRV-7 NEAR/2 crash", "3"},
      {"LRV-7 NEAR/1 crash", ""},
      // A part inside another's span is at no distance, and neither before nor behind it.
      {"(one NEAR/2 three) NEAR/1 two", "4"},
      {"(one NEAR/2 three) pre/1 two", ""},
      {"two pre/1 (one NEAR/2 three)", ""},
      {"(one NEAR/2 three) NEAR/1 four", "4"},
      {"(one NEAR/1 two) NEAR/1 four", ""},
      {"one NEAR/1 two NEAR/1 three NEAR/1 four", "4"},
      {"one pre/1 (two pre/1 (three pre/1 four))", "4"},
      {"four NEAR/1 one NEAR/1 two", ""},
      {"one NEAR/3 four NEAR/1 two", "4"},
  };
  check_rows(kRows, bodies({"natural gas at price", "the price: natural gas", "The LRV-7 did crash",
                            "One two three four"}));
}

TEST_CASE("proximity: a word is never both sides") {
  constexpr Row kRows[] = {
      {"red NEAR/5 red", "2 3"},
      {"red pre/5 red", "2 3"},
      {"house NEAR/5 houses", "4"},
      {"house NEAR/5 hous*", "4"},
      {"red NEAR/5 \"red line\"", "3"},
      {"\"red line\" NEAR/5 \"line red\"", ""},
      {"(red OR line) NEAR/1 (red OR line)", "1 2 3"},
      {"red NEAR/5 (line NEAR/5 red)", "3"},
      {"red w/s red", "2 3"},
      {"red w/p red NEAR/9 red", ""},
      {"=red NEAR/1 red", "2 3"},
  };
  check_rows(kRows, bodies({"a red line", "a red, red day", "the red red line",
                            "a house of many houses", "a house"}));
}

TEST_CASE("proximity: sentences, paragraphs and the headline") {
  std::vector<Article> articles =
      bodies({"Oil rose, and gas fell.", "Oil rose. Gas fell.", "Oil rose.\n\nGas fell.",
              "Oil? No. Gas!", "Oil, said Mr. Gas of the U.S. Treasury", ""});
  articles[5].title = "Oil is up. Gas is down";
  articles[5].body = "Steel, too. Oil.";
  constexpr Row kRows[] = {
      {"oil w/s gas", "1 5 6"},
      {"gas w/s oil", "1 5 6"},
      {"oil w/p gas", "1 2 4 5 6"},
      {"oil w/s treasury", "5"},
      {"oil w/s steel", ""},
      {"oil w/p steel", "6"},
      {"gas w/p steel", ""},
      {"gas NEAR/500 steel", ""},
      {"gas NEAR/3 oil", "1 2 3 4 5 6"},
      {"title:(oil w/s gas)", "6"},
      {"title:(oil w/p gas)", "6"},
      {"title:(oil NEAR/3 gas)", "6"},
      {"title:(oil NEAR/2 gas)", ""},
      {"title:(gas pre/9 oil)", ""},
      {"title:oil w/s title:down", "6"},
      {"\"rose gas\" w/s fell", ""},
      {"\"rose gas\" w/p oil", "2"},
      {"oil w/s (rose NEAR/1 gas)", ""},
      {"oil w/p (rose NEAR/1 gas)", "2"},
      {"oil w/s ro* w/p fell", "1 2"},
      {"oil w/p (gas w/s fell)", "1 2"},
  };
  check_rows(kRows, articles);
}

TEST_CASE("proximity: in the fields of names") {
  std::vector<Article> articles = bodies({"Ann Lee", "", ""});
  articles[1].authors = {"Ann Lee", "Bob Ray"};
  articles[2].authors = {"Ann", "Lee"};
  constexpr Row kRows[] = {
      {"author:(ann NEAR/1 lee)", "2"},
      {"author:(lee NEAR/1 ann)", "2"},
      {"author:(ann pre/1 lee)", "2"},
      {"author:(lee pre/1 ann)", ""},
      {"author:(lee NEAR/500 bob)", ""},
      {"author:(an* NEAR/1 le*)", "2"},
      {"author:(=ann pre/1 (lee OR \"no one\"))", "2"},
      {"ann NEAR/1 lee", "1"},
      {"tag:(ann NEAR/1 lee)", ""},
  };
  check_rows(kRows, articles);
}

TEST_CASE("proximity: prefixes, exact forms, groups with phrases") {
  constexpr Row kRows[] = {
      {"pri* NEAR/2 gas", "1 2"},
      {"=price NEAR/2 gas", "2"},
      {"price NEAR/2 gas", "1 2"},
      {"(oil OR \"natural gas\") NEAR/2 price*", "1 3"},
      {"(oil OR (natural NEAR/2 price)) pre/9 rose", "1 3"},
      {"(coal OR oil OR unheard) NEAR/1 (ore OR price)", "3"},
      {"(unheard OR \"un heard\") NEAR/5 gas", ""},
      {"zz* NEAR/5 gas", ""},
      {"(zz* OR pri*) NEAR/5 gas", "1 2"},
  };
  check_rows(kRows,
             bodies({"natural gas prices rose", "a price of gas", "oil prices: rose", "oil"}));
}

TEST_CASE("proximity: words in any form of each article's own language, accents aside") {
  std::vector<Article> articles =
      bodies({"Die Häuser haben rote Türen.", "Rat im Haus. Räte."}, "de");
  articles.push_back(make_article("en", "", "The rates of a haus and a tur. Zürich banks, rated."));
  articles.push_back(make_article("rat", "", "A rat in a haus."));
  articles.push_back(make_article("fr", "", "Il a mangé la pomme mangee.", "fr"));
  articles.push_back(make_article("xx", "", "Häuser Tür, Haus Tür, rate haus", "xx"));
  constexpr Row kRows[] = {
      {"Haus NEAR/3 Tür", "1 en xx"}, {"haus NEAR/3 TUR", "1 en xx"},
      {"Häuser NEAR/3 Türen", "1"},   {"=Häuser NEAR/3 =Türen", "1"},
      {"=hauser NEAR/3 Türen", ""},   {"Rate NEAR/3 Haus", "2 en xx"},
      {"Rat NEAR/3 Haus", "2 rat"},   {"Zurich NEAR/1 bank", "en"},
      {"=Zurich NEAR/1 bank", ""},    {"=Zürich pre/1 bank*", "en"},
      {"mangee NEAR/2 pommes", "fr"}, {"mangée pre/2 pomme", "fr"},
      {"manger pre/2 pomme", "fr"},   {"\"mange\" NEAR/2 pomme", "fr"},
  };
  check_rows(kRows, articles);
}

}  // namespace
}  // namespace backfile
