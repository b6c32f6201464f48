#include "indexer/cleaner/news_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

#include "common/utf8.h"
#include "indexer/cleaner/date_tokens.h"
#include "indexer/cleaner/date_words.h"

namespace backfile {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kMaxDay = 31;

std::optional<sys_days> day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                            std::chrono::day(unsigned(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

// As mail has it: 49 is 2049, 50 is 1950.
int full_year(int two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

bool is_time_of_news(std::int64_t since_1970) {
  constexpr std::int64_t k2001 = 978'307'200;
  constexpr std::int64_t k2100 = 4'102'444'800;
  return since_1970 >= k2001 && since_1970 < k2100;
}

// `1700000000`, `1700000000.5`, `1700000000000`
std::optional<Date> read_epoch(std::string_view text) {
  constexpr std::int64_t kMsPerSecond = 1000;
  const std::string_view whole = text.substr(0, text.find('.'));
  const std::string_view fraction = text.substr(std::min(text.size(), whole.size() + 1));
  const auto is_digits = [](std::string_view all) {
    return std::ranges::all_of(all, is_ascii_digit);
  };
  if ((whole.size() != 10 && whole.size() != 13) || !is_digits(whole) || !is_digits(fraction))
    return std::nullopt;
  std::int64_t count = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), count);
  if (whole.size() == 13) count /= kMsPerSecond;
  if (!is_time_of_news(count)) return std::nullopt;
  return Date{std::chrono::sys_seconds(seconds(count)), true};
}

// `20241117210400`, `930401`
std::optional<Date> read_digits(std::string_view text) {
  constexpr std::size_t kDayDigits = 8;
  if (!std::ranges::all_of(text, is_ascii_digit)) return std::nullopt;
  if (text.size() == 14) {
    std::string iso(text);
    return parse_date(iso.insert(kDayDigits, "T"));
  }
  if (text.size() != 6) return std::nullopt;
  const auto part = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  if (part(0) <= kMaxDay) return std::nullopt;
  const auto day = day_of(full_year(part(0)), part(2), part(4));
  if (!day) return std::nullopt;
  return Date{*day, false};
}

// The three numbers of a day, as they stand between two `sign`s.
struct NumericDay {
  const DateToken& first;
  const DateToken& second;
  const DateToken& third;
  char sign;
  std::string_view language;

  std::optional<sys_days> read() const {
    if (second.digits() > 2) return std::nullopt;
    if (first.digits() == 4 && third.digits() <= 2)
      return day_of(first.value(), second.value(), third.value());
    if (first.digits() > 2) return std::nullopt;
    if (third.digits() == 4) return with_year(third.value());
    return third.digits() == 2 ? of_six_digits() : std::nullopt;
  }

 private:
  std::optional<sys_days> with_year(int year) const {
    constexpr int kMaxMonth = 12;
    const int a = first.value();
    const int b = second.value();
    if (a > kMaxMonth || a == b) return day_of(year, b, a);
    if (b > kMaxMonth) return day_of(year, a, b);
    if (sign == '/' && language.empty()) return std::nullopt;
    const bool month_first = sign == '-' || (sign == '/' && language == "en");
    return month_first ? day_of(year, a, b) : day_of(year, b, a);
  }

  std::optional<sys_days> of_six_digits() const {
    const int last_year = full_year(third.value());
    if (third.value() > kMaxDay || (sign == '.' && language == "de")) return with_year(last_year);
    const std::array readings = {
        day_of(full_year(first.value()), second.value(), third.value()),
        day_of(last_year, first.value(), second.value()),
        day_of(last_year, second.value(), first.value()),
    };
    std::optional<sys_days> only;
    for (const auto& day : readings) {
      if (only && day && *only != *day) return std::nullopt;
      if (day) only = day;
    }
    return only;
  }
};

// Reads one text from the front. A step that does not fit gives false and stays where it is.
class NewsDateParser {
 public:
  NewsDateParser(std::string_view text, std::string_view language)
      : tokens_(date_tokens(text)), language_(language) {}

  std::optional<Date> parse() {
    while (is_date_label(now().text) || now().is(":")) ++at_;
    if (!read_day() && !(skip_weekday() && read_day()) && !read_time_and_day()) return std::nullopt;
    while (skip_weekday() || skip_any(",|-–—•·.") || (!clock_ && read_time())) continue;
    skip_edition();
    if (now().kind != DateToken::Kind::kEnd) return std::nullopt;
    return result();
  }

 private:
  const DateToken& now() const { return tokens_[at_]; }
  const DateToken& ahead(std::size_t count) const {
    return tokens_[std::min(at_ + count, tokens_.size() - 1)];
  }

  bool skip(std::string_view sign_or_word) {
    if (!now().is(sign_or_word)) return false;
    ++at_;
    return true;
  }

  bool skip_any(std::string_view signs) {
    if (now().kind != DateToken::Kind::kSign || signs.find(now().text) == std::string_view::npos)
      return false;
    ++at_;
    return true;
  }

  bool skip_word(std::initializer_list<std::string_view> words) {
    if (std::ranges::find(words, std::string_view(now().text)) == words.end()) return false;
    ++at_;
    return true;
  }

  bool skip_weekday() {
    if (!is_weekday_word(now().text)) return false;
    ++at_;
    skip(".");
    skip(",");
    return true;
  }

  // `Sunday, Home Edition`, whose day of the week is read by now.
  void skip_edition() {
    std::size_t end = at_;
    while (tokens_[end].is_word() || tokens_[end].is(",")) ++end;
    if (end > at_ && tokens_[end - 1].is("edition")) at_ = end;
  }

  // A step that may fail half way.
  template <class Step>
  bool attempt(const Step& step) {
    const std::size_t start = at_;
    if (step()) return true;
    at_ = start;
    return false;
  }

  // `9:04 PM EST, Sun November 17, 2024`
  bool read_time_and_day() {
    return attempt([&] {
      if (!read_time()) return false;
      while (skip_any(",|-–—•·")) continue;
      return read_day() || (skip_weekday() && read_day());
    });
  }

  bool read_day() {
    return attempt([&] { return read_numeric_day(); }) ||
           attempt([&] { return read_day_month_year(); }) ||
           attempt([&] { return read_month_day_year(); }) ||
           attempt([&] { return read_year_month_day(); });
  }

  bool read_numeric_day() {
    const DateToken& sign = ahead(1);
    const bool may_be_spaced = sign.is(".");
    if (!may_be_spaced && !sign.is("-") && !sign.is("/")) return false;
    for (std::size_t i = 0; i < 5; ++i) {
      const DateToken& token = ahead(i);
      if (i % 2 == 0 ? !token.is_number() : !token.is(sign.text)) return false;
      if (i > 0 && token.spaced && !(may_be_spaced && i % 2 == 0)) return false;
    }
    day_ = NumericDay{now(), ahead(2), ahead(4), sign.text.front(), language_}.read();
    at_ += 5;
    return day_.has_value();
  }

  // `17 Nov 2024`, `17-Nov-2024`, `17. November 2024`, `17 de noviembre de 2024`, `1er mai 2024`
  bool read_day_month_year() {
    const auto day = read_day_of_month();
    if (!day) return false;
    skip(".");
    skip_word({"de", "of", "-", "/"});
    const unsigned month = read_month();
    if (month == 0) return false;
    skip_word({"de", "del", ",", "-", "/"});
    const auto year = read_year();
    if (year) day_ = day_of(*year, int(month), *day);
    return year && day_;
  }

  // `November 17, 2024`, `Nov. 17th 2024`, `Nov 17 21:04:00 +0000 2024`
  bool read_month_day_year() {
    const unsigned month = read_month();
    if (month == 0) return false;
    skip_word({",", "-", "/"});
    const auto day = read_day_of_month();
    if (!day) return false;
    skip_word({",", "-", "/"});
    auto year = read_year();
    if (!year && !clock_ && read_time()) year = read_year();
    if (year) day_ = day_of(*year, int(month), *day);
    return year && day_;
  }

  // `2024-Nov-17`, `2024, November 17`
  bool read_year_month_day() {
    if (now().digits() != 4) return false;
    const int year = now().value();
    ++at_;
    skip_word({",", "-", "/"});
    const unsigned month = read_month();
    if (month == 0) return false;
    skip_word({",", "-", "/"});
    const auto day = read_day_of_month();
    if (day) day_ = day_of(year, int(month), *day);
    return day && day_;
  }

  std::optional<int> read_day_of_month() {
    if (!now().is_number() || now().digits() > 2) return std::nullopt;
    const int day = now().value();
    ++at_;
    if (!now().spaced) skip_word({"st", "nd", "rd", "th", "er", "º"});
    return day;
  }

  unsigned read_month() {
    const unsigned month = month_of_word(now().text);
    if (month == 0) return 0;
    ++at_;
    skip(".");
    return month;
  }

  // Of two or four digits, and not the hour that follows a day without one.
  std::optional<int> read_year() {
    const std::size_t digits = now().digits();
    const int year = digits == 2 || digits == 4 ? now().value() : 0;
    if (digits == 4) {
      ++at_;
      return year;
    }
    if (digits != 2 || ahead(1).is(":") || ahead(1).is(".") || is_hour_unit(ahead(1).text) ||
        ahead(1).is("a") || ahead(1).is("p"))
      return std::nullopt;
    ++at_;
    return full_year(year);
  }

  static bool is_hour_unit(std::string_view word) {
    constexpr std::array<std::string_view, 7> kUnits = {"h",      "uhr", "hrs", "horas",
                                                        "heures", "am",  "pm"};
    return std::ranges::find(kUnits, word) != kUnits.end();
  }

  // `at 9:04 p.m. ET`, `um 21.04 Uhr MEZ`, `à 21h04`, `T21:04:00+01:00`, `1234EST`
  bool read_time() {
    return attempt([&] {
      while (is_time_link(now().text)) ++at_;
      skip(":");
      if (read_hours_and_minutes_in_one()) return true;
      if (!now().is_number() || now().digits() > 2) return false;
      int hour = now().value();
      ++at_;
      const auto clock = read_clock(hour);
      if (clock) clock_ = *clock;
      attempt([&] { return read_zone(); });
      return clock.has_value();
    });
  }

  // Before a zone's name only, lest it be a year.
  bool read_hours_and_minutes_in_one() {
    if (now().digits() != 4 || !zone_offset(ahead(1).text, {})) return false;
    const int hour = now().value() / 100;
    const int minute = now().value() % 100;
    if (hour > 23 || minute > 59) return false;
    clock_ = hours(hour) + minutes(minute);
    ++at_;
    return read_zone();
  }

  std::optional<seconds> read_clock(int hour) {
    int minute = 0;
    int second = 0;
    bool is_clock = false;  // more than a number
    if ((now().is(":") || now().is(".")) && is_two_digits(ahead(1))) {
      is_clock = true;
      ++at_;
      minute = take_number();
      if (now().is(":") && is_two_digits(ahead(1))) {
        ++at_;
        second = take_number();
        skip_fraction();
      }
    }
    const bool morning = skip_half_of_day('a');
    const bool evening = !morning && skip_half_of_day('p');
    if (!morning && !evening && skip_word({"h", "uhr", "hrs", "horas", "heures"})) {
      if (!is_clock && now().digits() == 2) minute = take_number();
      is_clock = true;
    }
    if (!is_clock && !morning && !evening) return std::nullopt;
    if ((morning && hour > 12) || (evening && hour == 0)) return std::nullopt;
    if (morning && hour == 12) hour = 0;
    if (evening && hour < 12) hour += 12;
    if (hour > 24 || minute > 59 || second > 60) return std::nullopt;
    if (hour == 24 && (minute > 0 || second > 0)) return std::nullopt;
    return hours(hour) + minutes(minute) + seconds(second);
  }

  static bool is_two_digits(const DateToken& token) { return token.digits() == 2 && !token.spaced; }

  int take_number() {
    const int number = now().value();
    ++at_;
    return number;
  }

  void skip_fraction() {
    if ((now().is(".") || now().is(",")) && !now().spaced && ahead(1).is_number() &&
        !ahead(1).spaced)
      at_ += 2;
  }

  // `am`, `a.m.`, and the same of `p`
  bool skip_half_of_day(char letter) {
    const std::string first(1, letter);
    if (skip(first + 'm')) return true;
    return attempt([&] {
      if (!skip(first)) return false;
      skip(".");
      if (!skip("m")) return false;
      skip(".");
      return true;
    });
  }

  // `Z`, `+0100`, `UTC+01:00`, `GMT+0100 (a name)`, `(EST)`, `+0000 UTC`
  bool read_zone() {
    const bool bracketed = skip("(");
    const bool named = zone_offset(now().text, {}).has_value();
    if (named) {
      zone_ = now().text;
      ++at_;
    }
    const bool counted = (!named || zone_ == "utc" || zone_ == "gmt") && read_offset();
    if (bracketed && !skip(")")) return false;
    if (counted && !bracketed && !skip_comment() && zone_offset(now().text, {})) ++at_;
    return named || counted;
  }

  bool read_offset() {
    return attempt([&] {
      const bool west = now().is("-");
      if ((!west && !now().is("+")) || ahead(1).spaced) return false;
      ++at_;
      const std::size_t digits = now().digits();
      if (digits == 0 || digits > 4 || digits == 3) return false;
      const int number = take_number();
      int hour = digits == 4 ? number / 100 : number;
      int minute = digits == 4 ? number % 100 : 0;
      if (digits <= 2 && now().is(":") && is_two_digits(ahead(1))) {
        ++at_;
        minute = take_number();
      }
      if (hour > 15 || minute > 59) return false;
      offset_ = hours(hour) + minutes(minute);
      if (west) offset_ = -*offset_;
      return true;
    });
  }

  bool skip_comment() {
    const std::string_view end = now().is("(") ? ")" : now().is("[") ? "]" : "";
    if (end.empty()) return false;
    return attempt([&] {
      while (now().kind != DateToken::Kind::kEnd && !now().is(end)) ++at_;
      return skip(end);
    });
  }

  std::optional<Date> result() const {
    if (!clock_) return Date{*day_, false};
    const std::chrono::local_seconds local{day_->time_since_epoch() + *clock_};
    const seconds offset = offset_         ? *offset_
                           : zone_.empty() ? seconds(0)
                                           : *zone_offset(zone_, local);
    const std::chrono::sys_seconds time{local.time_since_epoch() - offset};
    const int year = int(year_month_day(std::chrono::floor<std::chrono::days>(time)).year());
    if (year < 1 || year > 9999) return std::nullopt;
    return Date{time, true};
  }

  std::vector<DateToken> tokens_;
  std::size_t at_ = 0;
  std::string_view language_;
  std::optional<sys_days> day_;
  std::optional<seconds> clock_;   // since midnight
  std::optional<seconds> offset_;  // of the zone, when it is counted
  std::string zone_;               // its name
};

}  // namespace

std::optional<Date> parse_news_date(std::string_view text, std::string_view language) {
  constexpr std::size_t kMaxBytes = 200;
  text = trimmed(text);
  if (text.empty() || text.size() > kMaxBytes) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  if (const auto date = read_epoch(text)) return date;
  if (const auto date = read_digits(text)) return date;
  return NewsDateParser(text, language).parse();
}

}  // namespace backfile
