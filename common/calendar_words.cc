#include "common/calendar_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace backfile {
namespace {

struct Names {
  std::string_view language;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> weekdays;
};

constexpr Names kNames[] = {
    {"en",
     {"january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december"},
     {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}},
    {"de",
     {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
      "november", "dezember"},
     {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"}},
    {"fr",
     {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre"},
     {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}},
    {"es",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre"},
     {"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"}},
};

struct MonthWord {
  std::string_view word;
  unsigned month;
};

// Short names and other spellings.
constexpr MonthWord kMonths[] = {
    {"jan", 1},  {"janner", 1}, {"janv", 1}, {"ene", 1},       {"feb", 2},  {"fevr", 2},
    {"fev", 2},  {"mar", 3},    {"mrz", 3},  {"maerz", 3},     {"apr", 4},  {"avr", 4},
    {"abr", 4},  {"jun", 6},    {"jul", 7},  {"juil", 7},      {"aug", 8},  {"ago", 8},
    {"sep", 9},  {"sept", 9},   {"oct", 10}, {"setiembre", 9}, {"okt", 10}, {"nov", 11},
    {"dec", 12}, {"dez", 12},   {"dic", 12},
};

constexpr std::string_view kWeekdays[] = {
    "sun", "mon", "tue", "tues", "wed", "thu",  "thur",      "thurs", "fri", "sat", "so",
    "mo",  "di",  "mi",  "do",   "fr",  "sa",   "sonnabend", "dim",   "lun", "mar", "mer",
    "jeu", "ven", "sam", "dom",  "mie", "mier", "jue",       "vie",   "sab",
};

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

}  // namespace

unsigned month_of_word(std::string_view word) {
  for (const Names& names : kNames) {
    const auto* month = std::ranges::find(names.months, word);
    if (month != names.months.end()) return unsigned(month - names.months.begin()) + 1;
  }
  const auto* row = std::ranges::find(kMonths, word, &MonthWord::word);
  return row == std::end(kMonths) ? 0 : row->month;
}

bool is_weekday_word(std::string_view word) {
  return holds(kWeekdays, word) || std::ranges::any_of(kNames, [&](const Names& names) {
           return holds(names.weekdays, word);
         });
}

bool is_calendar_name(std::string_view word, std::string_view language) {
  const auto* names = std::ranges::find(kNames, language, &Names::language);
  return names != std::end(kNames) && (holds(names->months, word) || holds(names->weekdays, word));
}

}  // namespace backfile
