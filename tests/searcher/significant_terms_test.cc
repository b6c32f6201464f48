#include "searcher/significant_terms.h"

#include <doctest/doctest.h>

#include "searcher/archive.h"
#include "tests/archive_fixture.h"

namespace backfile {
namespace {

// "stem stem", without the prefix.
std::string stems(const std::vector<SignificantTerm>& terms) {
  std::string line;
  for (const SignificantTerm& term : terms)
    line.append(line.empty() ? "" : " ").append(term.term.substr(1));
  return line;
}

TEST_CASE("significant terms: often in the text, seldom in the archive") {
  const std::vector<Article> articles = {
      make_article("1", "Strikes at the harbour", "The crew strikes, cranes idle. 1987 was quiet."),
      make_article("2", "", "A strike of the crew, cranes and harbour, in 1987."),
      make_article("3", "", "The cranes of the harbour at work."),
      make_article("4", "", "The cranes of the harbour at work. An ox."),
      make_article("5", "", "Die Straße nach Zürich, die Straße nach Ulm.", "de"),
      make_article("6", "", "Eine Straße nach Zurich.", "de"),
      make_article("7", "", "东京的消息", "zh"),
      make_article("8", "", "东京消息", "zh"),
  };
  struct Row {
    std::string_view title;
    std::string_view body;
    std::string_view language;
    std::size_t max;
    std::string_view stems;
  };
  constexpr Row kRows[] = {
      // Of three occurrences, two, one; `idle` is in one article, `1987` a number.
      {"", "strike strikes striking crew crew crane idle 1987", "en", 10, "strike crew crane"},
      {"", "strike strikes striking crew crew crane", "en", 2, "strike crew"},
      {"", "strike crew", "en", 0, ""},
      {"crew", "strike strike", "en", 10, "crew strike"},  // the headline counts three times
      {"", "crane strike", "en", 10, "strike crane"},      // the rarer one
      {"", "an ox at it, we 1987 2x", "en", 10, ""},
      {"", "zürich", "de", 10, "de:zurich"},
      {"", "Straßen", "de", 10, "de:strass"},
      {"", "京", "zh", 10, ":京"},
      {"", "unheard", "en", 10, ""},
      {"", "", "", 10, ""},
  };
  const ArchiveFixture fixture(articles);
  const Archive archive({fixture.path()});
  for (const Row& row : kRows) {
    CAPTURE(row.body);
    const auto terms =
        significant_terms({{row.title, row.body, row.language}}, archive.database(), row.max);
    CHECK(stems(terms) == row.stems);
    for (const SignificantTerm& term : terms) CHECK(term.weight > 0);
  }
}

TEST_CASE("significant terms: of several texts, as much as each counts") {
  const ArchiveFixture fixture(
      {make_article("1", "", "flood dam river"), make_article("2", "", "flood dam river")});
  const Archive archive({fixture.path()});
  const auto of = [&](double first, double second) {
    return significant_terms({{"", "flood river", "en", first}, {"", "dam river", "en", second}},
                             archive.database(), 10);
  };
  CHECK(stems(of(1, 0.5)) == "river flood dam");
  CHECK(stems(of(0.5, 1)) == "river dam flood");
  const auto terms = of(1, 0.5);
  CHECK(terms[0].frequency == doctest::Approx(1.5));
  CHECK(terms[1].frequency == doctest::Approx(1));
  CHECK(terms[2].frequency == doctest::Approx(0.5));
  CHECK(terms[0].first_letter == 'r');
}

TEST_CASE("significant terms: what a quarter of the language's articles have says nothing") {
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    std::string body = "Nachricht";
    if (i < 11) body += " selten";
    if (i < 20) body += " oft";
    articles.push_back(make_article(std::to_string(i), "", body, i < 44 ? "de" : "fr"));
  }
  const ArchiveFixture fixture(articles);
  const Archive archive({fixture.path()});
  const auto terms =
      significant_terms({{"", "nachricht oft selten", "de"}}, archive.database(), 10);
  CHECK(stems(terms) == "de:selt");
}

}  // namespace
}  // namespace backfile
