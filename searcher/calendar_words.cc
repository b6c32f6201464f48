#include "searcher/calendar_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/calendar_words.h"
#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

constexpr auto kShortEnglish = std::to_array<std::string_view>(
    {"apr", "aug", "dec", "feb",  "fri", "jan", "jul",  "jun",   "mar", "mon",  "nov",
     "oct", "sat", "sep", "sept", "sun", "thu", "thur", "thurs", "tue", "tues", "wed"});

}  // namespace

bool is_calendar_word(std::string_view word, std::string_view language) {
  std::string small = fold_accents(word);
  std::ranges::transform(small, small.begin(), ascii_lower);
  if (language != "en") return is_calendar_name(small, language);
  return !word.empty() && small.front() != word.front() &&
         (is_calendar_name(small, language) ||
          std::ranges::find(kShortEnglish, small) != kShortEnglish.end());
}

}  // namespace backfile
