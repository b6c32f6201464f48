#include "indexer/readers/trec_sets.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "common/utf8.h"

namespace backfile {
namespace {

// How a number holds the day.
enum class DayForm : std::uint8_t { kNone, kMonthDayYear, kYearMonthDay, kFullYear };

struct Set {
  std::string_view prefix;
  std::string_view source;
  DayForm form;
};

// The longer prefix stands before the one that begins it.
constexpr std::array kSets = {
    Set{"AFP_ENG_", "Agence France-Presse", DayForm::kFullYear},
    Set{"APW_ENG_", "Associated Press", DayForm::kFullYear},
    Set{"CNA_ENG_", "Central News Agency", DayForm::kFullYear},
    Set{"LTW_ENG_", "Los Angeles Times/Washington Post", DayForm::kFullYear},
    Set{"NYT_ENG_", "New York Times", DayForm::kFullYear},
    Set{"WPB_ENG_", "Washington Post/Bloomberg", DayForm::kFullYear},
    Set{"XIN_ENG_", "Xinhua", DayForm::kFullYear},
    Set{"APW", "Associated Press", DayForm::kFullYear},
    Set{"NYT", "New York Times", DayForm::kFullYear},
    Set{"XIE", "Xinhua", DayForm::kFullYear},
    Set{"XIN", "Xinhua", DayForm::kFullYear},
    Set{"AP", "Associated Press", DayForm::kYearMonthDay},
    Set{"FBIS", "FBIS", DayForm::kNone},
    Set{"FT", "Financial Times", DayForm::kNone},
    Set{"GH", "The Herald", DayForm::kYearMonthDay},
    Set{"LA", "Los Angeles Times", DayForm::kMonthDayYear},
    Set{"SJMN", "San Jose Mercury News", DayForm::kNone},
    Set{"WSJ", "Wall Street Journal", DayForm::kYearMonthDay},
};

// A set's numbers go on with a digit: "LABOUR-1" is of none.
const Set* set_of(std::string_view number) {
  for (const Set& set : kSets) {
    const std::string_view rest = number.substr(std::min(set.prefix.size(), number.size()));
    const bool named =
        std::ranges::equal(number.substr(0, set.prefix.size()), set.prefix, {},
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    if (named && !rest.empty() && is_ascii_digit(rest.front())) return &set;
  }
  return nullptr;
}

// The collections of two-digit years are of the twentieth century.
std::string day(std::string_view year, std::string_view month, std::string_view day_of_month) {
  return fmt::format("{}{}-{}-{}", year.size() == 2 ? "19" : "", year, month, day_of_month);
}

bool are_digits(std::string_view text) { return std::ranges::all_of(text, is_ascii_digit); }

std::string day_within(std::string_view number) {
  const Set* set = set_of(number);
  if (!set || set->form == DayForm::kNone) return {};
  const std::size_t digits = set->form == DayForm::kFullYear ? 8 : 6;
  const std::string_view text = number.substr(set->prefix.size()).substr(0, digits);
  if (text.size() < digits || !are_digits(text)) return {};
  if (digits == 8) return day(text.substr(0, 4), text.substr(4, 2), text.substr(6));
  if (set->form == DayForm::kYearMonthDay)
    return day(text.substr(0, 2), text.substr(2, 2), text.substr(4));
  return day(text.substr(4), text.substr(0, 2), text.substr(2, 2));
}

// "January 1, 1989, Sunday, Home Edition": behind the year come the weekday and the edition.
std::string_view without_edition(std::string_view date) {
  const std::size_t year = date.find(", ");
  const std::size_t edition = date.find(',', std::min(year, date.size() - 1) + 1);
  return date.substr(0, year == std::string_view::npos ? year : edition);
}

// Where a page is, not what is on it.
bool is_place(std::string_view piece) {
  constexpr std::array<std::string_view, 4> kPlaces = {"Part", "Page", "Column", "Zones"};
  const std::string_view word = piece.substr(0, piece.find(' '));
  return std::ranges::find(kPlaces, word) != kPlaces.end();
}

}  // namespace

std::string trec_source(std::string_view document_number) {
  const Set* set = set_of(document_number);
  return set ? std::string(set->source) : std::string();
}

std::string trec_date(std::string_view date, std::string_view document_number) {
  if (date.empty()) return day_within(document_number);
  if (date.size() == 6 && are_digits(date))
    return day(date.substr(0, 2), date.substr(2, 2), date.substr(4));
  if (date.size() == 8 && date[2] == '/' && date[5] == '/')
    return day(date.substr(6), date.substr(0, 2), date.substr(3, 2));
  return std::string(without_edition(date));
}

std::string trec_section(std::string_view section) {
  while (!section.empty()) {
    const std::size_t end = std::min(section.find(';'), section.size());
    const std::string_view piece = trimmed(section.substr(0, end));
    if (!piece.empty() && !is_place(piece)) return std::string(piece);
    section.remove_prefix(std::min(end + 1, section.size()));
  }
  return {};
}

std::string_view without_set_prefix(std::string_view headline) {
  if (!headline.starts_with("FT ")) return headline;
  const std::size_t slash = headline.find(" / ");
  constexpr std::size_t kLongest = 20;  // "FT  14 SEPT 91"
  return slash > kLongest ? headline : headline.substr(slash + 3);
}

}  // namespace backfile
