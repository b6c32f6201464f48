#include "searcher/spelling/near_words.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "searcher/archive.h"
#include "tests/archive_fixture.h"

namespace backfile {
namespace {

// "word edits articles, ..." in alphabetical order.
std::string line_of(std::vector<NearWord> words) {
  std::ranges::sort(words, {}, &NearWord::folded);
  std::string line;
  for (const NearWord& word : words)
    line.append(line.empty() ? "" : ", ")
        .append(word.folded + ' ' + std::to_string(word.edits) + ' ' +
                std::to_string(word.articles));
  return line;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> all = {
      make_article("1", "Harbour", "Zürich, zürich and zurich; the harbours, the arbour."),
      make_article("2", "Harbors", "Zürich: the harbour; Österreich.", "de"),
      make_article("3", "", "Zurich harbour 4harbour HARBOUR; гавань, ёлка, елка", "ru"),
      make_article("4", "", "straße strasse ёлка; Zuerich, Zürich", "de"),
  };
  return all;
}

TEST_CASE("near words: with their articles, accents aside") {
  const ArchiveFixture fixture(articles());
  const Archive archive({fixture.path()});
  const auto near = [&](std::string_view prefix, std::string_view word, unsigned max_edits) {
    return line_of(near_words(archive.database(), prefix, word, max_edits));
  };
  CHECK(near("", "harbour", 1) == "arbour 1 1, harbour 0 3, harbours 1 1");
  CHECK(near("", "harbuor", 1) == "harbour 1 3");
  CHECK(near("", "harboor", 2) == "harbors 2 1, harbour 1 3, harbours 2 1");
  CHECK(near("S", "harbour", 2) == "harbors 2 1, harbour 0 1");
  CHECK(near("", "zurch", 1) == "zurich 1 5");
  CHECK(near("", "osterreih", 1) == "osterreich 1 1");
  CHECK(near("", "strase", 1) == "strasse 1 2");
  CHECK(near("", "гавнаь", 1) == "гавань 1 1");
  CHECK(near("", "елко", 1) == "елка 1 3");
  CHECK(near("A", "harbour", 2).empty());
}

TEST_CASE("near words: the accents that most articles write") {
  const ArchiveFixture fixture(articles());
  const Archive archive({fixture.path()});
  const auto spelling = [&](std::string_view word) {
    return usual_spelling(archive.database(), {}, word);
  };
  CHECK(spelling("zurich") == "zürich");
  CHECK(spelling("osterreich") == "österreich");
  CHECK(spelling("strasse") == "strasse");
  CHECK(spelling("елка") == "ёлка");
  CHECK(spelling("harbour") == "harbour");
  CHECK(spelling("unheard") == "unheard");
}

}  // namespace
}  // namespace backfile
