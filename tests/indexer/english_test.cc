#include "indexer/cleaner/english.h"

#include <string>

#include <doctest/doctest.h>

namespace backfile {
namespace {

const std::string kEnglish =
    "The council voted on Tuesday to close the old bridge for repairs. The ferry will run through "
    "the night until the work is done, and shops along the quay may stay open an hour longer. ";
const std::string kGerman =
    "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke für ein Jahr zu sperren. Die Fähre "
    "soll auch nachts fahren, bis die Arbeiten beendet sind, sagte die Bürgermeisterin. ";
const std::string kDutch =
    "De gemeenteraad heeft dinsdag besloten om de oude brug een jaar lang af te sluiten. De pont "
    "blijft ook 's nachts varen totdat het werk klaar is, zei de burgemeester van de stad. ";

std::string times(const std::string& text, int count) {
  std::string all;
  for (; count > 0; --count) all += text;
  return all;
}

TEST_CASE("english: sure of prose, and of nothing else") {
  CHECK(is_surely_english(kEnglish));
  CHECK(is_surely_english(times(kEnglish, 20)));
  for (const std::string& other : {kGerman, kDutch}) {
    CHECK_FALSE(is_surely_english(other));
    CHECK_FALSE(is_surely_english(kEnglish + other));
    CHECK_FALSE(is_surely_english(times(kEnglish, 20) + times(other, 20)));
    CHECK_FALSE(is_surely_english(times(other, 20) + times(kEnglish, 20)));
    CHECK_FALSE(is_surely_english(times(kEnglish, 10) + times(other, 20) + times(kEnglish, 10)));
  }
  for (const std::string text :
       {"", " ", "the", "the of and", "Shr 34 cts vs 1.19 dlrs", "\xFF\xFE"})
    CHECK_FALSE(is_surely_english(text));
}

}  // namespace
}  // namespace backfile
