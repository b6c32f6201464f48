#include "indexer/cleaner/news_date.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

#include "common/calendar_words.h"
#include "common/utf8.h"
#include "indexer/cleaner/date_numbers.h"
#include "indexer/cleaner/date_tokens.h"
#include "indexer/cleaner/date_words.h"

namespace backfile {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

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
    day_ = day_of_numbers(now().text, ahead(2).text, ahead(4).text, sign.text.front(), language_);
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
  if (const auto date = read_digits(text)) return date;
  return NewsDateParser(text, language).parse();
}

}  // namespace backfile
