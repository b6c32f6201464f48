#include "searcher/word_sample.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"

namespace backfile {
namespace {

// "form articles, form articles", in alphabetical order.
std::string line_of(const WordSample::Entries& entries) {
  std::vector<std::string> all;
  for (const auto& [key, entry] : entries)
    all.push_back(entry.form() + " " + std::to_string(entry.articles));
  std::ranges::sort(all);
  std::string line;
  for (const std::string& each : all) line.append(line.empty() ? "" : ", ").append(each);
  return line;
}

TEST_CASE("word sample: articles are counted, by stem and as mostly written") {
  WordSample sample;
  sample.add(
      make_article("1", "Floods Again", "The floods came. A flood of OPEC oil, said Brazil."));
  sample.add(make_article("2", "", "FLOODED by oil.", "en"));
  sample.add(make_article("3", "", "Flut in Brazil, it is 1987, dec7.", "de"));
  CHECK(line_of(sample.words()) ==
        "Brazil 1, Brazil 1, OPEC 1, again 1, came 1, floods 2, flut 1, oil 2, said 1, the 1");
  CHECK(sample.words().at("Zflood").articles == 2);
  CHECK(sample.words().at("Zde:brazil").language == "de");
  CHECK(sample.languages() == std::map<std::string, std::uint32_t>{{"de", 1}, {"en", 2}});
}

TEST_CASE("word sample: names are words with capitals inside a sentence") {
  struct Row {
    std::string_view text;
    std::string_view names;
  };
  constexpr Row kRows[] = {
      {"It was Tobias Wenlock who said so.", "Tobias Wenlock 1"},
      {"Tobias Wenlock said so.", ""},
      {"So said Tobias Wenlock. So said Tobias Wenlock.", "Tobias Wenlock 1"},
      {"In the Port Ellery Council of today.", "Ellery Council 1, Port Ellery Council 1"},
      {"In the Very Old Port Ellery Council of today.",
       "Ellery Council 1, Old Port Ellery Council 1, Port Ellery Council 1"},
      {"said Secretary Li Peng", "Li Peng 1, Secretary Li Peng 1"},
      {"the Boeing 747 Fleet Plan and A B", "Fleet Plan 1"},
      {"of Port Ellery, Lower Ferry and Ulm", "Lower Ferry 1, Port Ellery 1"},
      {"of Jean-Paul Sartre", "Jean-Paul Sartre 1, Paul Sartre 1"},
      {"of Port Ellery's Lower Ferry", "Lower Ferry 1, Port Ellery 1"},
      {"so said Dr. Wenlock Smith", "Wenlock Smith 1"},
      {"ALL OF PORT ELLERY IS SO.", ""},
      {"of the river Rhine near Ulm", ""},
      {"in der Alten Brücke Ulm", "Alten Brücke Ulm 1, Brücke Ulm 1"},
      {"", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    WordSample sample;
    sample.add(make_article("1", "A Headline Of Capitals", std::string(row.text)));
    CHECK(line_of(sample.names()) == row.names);
  }
}

}  // namespace
}  // namespace backfile
