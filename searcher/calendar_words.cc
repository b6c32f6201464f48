#include "searcher/calendar_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// In small letters without accents.
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"apr",      "april",     "aug",    "august",  "dec",     "december", "feb",
     "february", "fri",       "friday", "jan",     "january", "jul",      "july",
     "jun",      "june",      "mar",    "march",   "may",     "mon",      "monday",
     "nov",      "november",  "oct",    "october", "sat",     "saturday", "sep",
     "sept",     "september", "sun",    "sunday",  "thu",     "thur",     "thurs",
     "thursday", "tue",       "tues",   "tuesday", "wed",     "wednesday"});
constexpr auto kOthers = std::to_array<std::string_view>(
    {"abril",     "agosto",    "aout",       "april",    "august",     "avril",    "dezember",
     "diciembre", "dienstag",  "dimanche",   "domingo",  "donnerstag", "decembre", "enero",
     "februar",   "febrero",   "fevrier",    "freitag",  "januar",     "janvier",  "jeudi",
     "jueves",    "juillet",   "juin",       "julio",    "juli",       "junio",    "juni",
     "lundi",     "lunes",     "mai",        "mardi",    "martes",     "marz",     "marzo",
     "mayo",      "mercredi",  "miercoles",  "mittwoch", "montag",     "november", "novembre",
     "noviembre", "octobre",   "octubre",    "oktober",  "sabado",     "samedi",   "samstag",
     "september", "septembre", "septiembre", "sonntag",  "vendredi",   "viernes"});

}  // namespace

bool is_calendar_word(std::string_view word, std::string_view language) {
  std::string small = fold_accents(word);
  std::ranges::transform(small, small.begin(), ascii_lower);
  if (language != "en") return std::ranges::find(kOthers, small) != kOthers.end();
  return !word.empty() && small.front() != word.front() &&
         std::ranges::find(kEnglish, small) != kEnglish.end();
}

}  // namespace backfile
