#include "searcher/timeline.h"

#include <doctest/doctest.h>

#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

ValueCounts counted(std::map<std::string, std::uint64_t, std::less<>> by_value) {
  ValueCounts counts;
  for (const auto& [value, count] : by_value) counts.articles += count;
  counts.by_value = std::move(by_value);
  return counts;
}

// "2024-11 3/10 2024-12 0/5", with a ^ behind peaks.
std::string line_of(const Timeline& timeline) {
  std::string line;
  for (const TimelinePeriod& period : timeline.periods)
    line.append(line.empty() ? "" : " ")
        .append(period.period + " " + std::to_string(period.count))
        .append("/" + std::to_string(period.articles) + (period.is_peak ? "^" : ""));
  return line;
}

TEST_CASE("timeline: days and their periods") {
  struct Row {
    sys_days day;
    std::string_view year;
    std::string_view month;
    std::string_view week;
    std::string_view iso;
  };
  // Weeks as ISO 8601 has them, across the ends of years of 52 and of 53 weeks.
  const Row rows[] = {
      {year(2024) / 11 / 17, "2024", "2024-11", "2024-W46", "2024-11-17"},
      {year(2024) / 11 / 18, "2024", "2024-11", "2024-W47", "2024-11-18"},
      {year(2024) / 12 / 29, "2024", "2024-12", "2024-W52", "2024-12-29"},
      {year(2024) / 12 / 30, "2024", "2024-12", "2025-W01", "2024-12-30"},
      {year(2025) / 1 / 5, "2025", "2025-01", "2025-W01", "2025-01-05"},
      {year(2020) / 12 / 31, "2020", "2020-12", "2020-W53", "2020-12-31"},
      {year(2021) / 1 / 3, "2021", "2021-01", "2020-W53", "2021-01-03"},
      {year(2021) / 1 / 4, "2021", "2021-01", "2021-W01", "2021-01-04"},
      {year(2023) / 1 / 1, "2023", "2023-01", "2022-W52", "2023-01-01"},
      {year(2024) / 2 / 29, "2024", "2024-02", "2024-W09", "2024-02-29"},
      {year(1) / 1 / 1, "0001", "0001-01", "0001-W01", "0001-01-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.iso);
    const auto text = [&](TimelineStep step) { return period_text(step, begin_of(step, row.day)); };
    CHECK(text(TimelineStep::kYear) == row.year);
    CHECK(text(TimelineStep::kMonth) == row.month);
    CHECK(text(TimelineStep::kWeek) == row.week);
    CHECK(text(TimelineStep::kDay) == row.iso);
  }
}

TEST_CASE("timeline: every day is in one period, and periods follow each other") {
  for (const TimelineStep step :
       {TimelineStep::kYear, TimelineStep::kMonth, TimelineStep::kWeek, TimelineStep::kDay}) {
    CAPTURE(name_of(step));
    sys_days begin = begin_of(step, year(2019) / 12 / 31);
    std::string before;
    for (sys_days day = begin; day < sys_days(year(2026) / 1 / 10); day += days(1)) {
      if (day == next_begin(step, begin)) begin = day;
      REQUIRE(begin_of(step, day) == begin);
      if (day != begin) continue;
      const std::string text = period_text(step, begin);
      CHECK(text > before);
      before = text;
    }
  }
}

TEST_CASE("timeline: from the first match to the last, empty periods too") {
  const ValueCounts matches = counted({{"2024-02-10", 2}, {"2024-02-29", 1}, {"2024-05-01", 4}});
  const DayCounts archive = {{year(2023) / 12 / 31, 9}, {year(2024) / 2 / 10, 5},
                             {year(2024) / 2 / 29, 1},  {year(2024) / 4 / 1, 3},
                             {year(2024) / 5 / 1, 4},   {year(2024) / 7 / 4, 8}};
  struct Row {
    TimelineStep step;
    DateRange range;
    std::string_view line;
  };
  const auto day = [](int y, unsigned m, unsigned d) {
    return sys_days(year(y) / std::chrono::month(m) / std::chrono::day(d));
  };
  const Row rows[] = {
      {TimelineStep::kYear, {}, "2024 7/21"},
      {TimelineStep::kMonth, {}, "2024-02 3/6 2024-03 0/0 2024-04 0/3 2024-05 4/4"},
      {TimelineStep::kMonth,
       {day(2024, 1, 1), day(2024, 6, 30)},
       "2024-01 0/0 2024-02 3/6 2024-03 0/0 2024-04 0/3 2024-05 4/4 2024-06 0/0"},
      // Not beyond the archive's own days.
      {TimelineStep::kMonth,
       {day(1990, 1, 1), {}},
       "2023-12 0/9 2024-01 0/0 2024-02 3/6 2024-03 0/0 2024-04 0/3 2024-05 4/4"},
      {TimelineStep::kMonth,
       {{}, day(2090, 1, 1)},
       "2024-02 3/6 2024-03 0/0 2024-04 0/3 2024-05 4/4 2024-06 0/0 2024-07 0/8"},
      {TimelineStep::kYear, {day(1990, 1, 1), day(2090, 1, 1)}, "2023 0/9 2024 7/21"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(line_of(make_timeline(row.step, matches, archive, row.range)) == row.line);
  }
  CHECK(make_timeline(TimelineStep::kDay, matches, archive, {}).periods.size() == 82);
  CHECK(make_timeline(TimelineStep::kDay, {}, archive, {}).periods.empty());
  CHECK(make_timeline(TimelineStep::kDay, {}, {}, {day(2024, 1, 1), day(2024, 6, 1)})
            .periods.empty());
}

TEST_CASE("timeline: shares are of the period's own articles") {
  TimelinePeriod period;
  CHECK(period.share() == 0);
  period.articles = 8;
  period.count = 2;
  CHECK(period.share() == 0.25);
}

Timeline months(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& counts) {
  Timeline timeline;
  for (const auto& [count, articles] : counts) {
    TimelinePeriod& period = timeline.periods.emplace_back();
    period.count = count;
    period.articles = articles;
  }
  return timeline;
}

// The numbers of the periods that are peaks.
std::vector<std::size_t> peaks(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& counts) {
  Timeline timeline = months(counts);
  mark_peaks(timeline);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < timeline.periods.size(); ++i)
    if (timeline.periods[i].is_peak) found.push_back(i);
  return found;
}

TEST_CASE("timeline: peaks are shares beyond chance, not large archives") {
  using Numbers = std::vector<std::size_t>;
  CHECK(peaks({}).empty());
  CHECK(peaks({{10, 10}}).empty());
  CHECK(peaks({{0, 100}, {0, 100}}).empty());
  CHECK(peaks({{10, 100}, {10, 100}, {10, 100}}).empty());
  CHECK(peaks({{5, 100}, {30, 100}, {5, 100}}) == Numbers{1});
  // Ten times the articles, ten times the matches: no trend.
  CHECK(peaks({{5, 100}, {50, 1000}, {5, 100}}).empty());
  // Certain but small: 11 of a hundred where 10 are usual.
  CHECK(peaks({{100000, 1000000}, {110000, 1000000}}).empty());
  // Fewer than five are none, however rare.
  CHECK(peaks({{0, 10000}, {4, 100}, {0, 10000}}).empty());
  CHECK(peaks({{0, 10000}, {5, 100}, {0, 10000}}) == Numbers{1});
  // Of neighbours the highest; what a valley parts are two.
  CHECK(
      peaks({{1, 100}, {1, 100}, {20, 100}, {30, 100}, {25, 100}, {1, 100}, {1, 100}, {1, 100}}) ==
      Numbers{3});
  CHECK(peaks({{1, 100}, {1, 100}, {30, 100}, {1, 100}, {25, 100}, {1, 100}, {1, 100}}) ==
        Numbers{2, 4});
}

TEST_CASE("timeline: at most five peaks, the highest") {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> counts;
  for (std::uint64_t i = 0; i < 7; ++i) {
    counts.emplace_back(40 + i, 100);
    for (int valley = 0; valley < 5; ++valley) counts.emplace_back(0, 100);
  }
  CHECK(peaks(counts) == std::vector<std::size_t>{12, 18, 24, 30, 36});
}

TEST_CASE("timeline: of an archive, with the undated ones told") {
  std::vector<Article> articles;
  for (const char* date : {"2024-12-30", "2025-01-05T23:59:59Z", "2025-01-20", "", "2026-03-01"}) {
    articles.push_back(make_article(std::to_string(articles.size()), "", "flood"));
    articles.back().published = parse_date(date);
  }
  articles.push_back(make_article("other", "", "drought"));
  articles.back().published = parse_date("2024-12-31");
  const ArchiveFixture fixture(articles);
  for (const std::string& path : {fixture.path(), fixture.stub()}) {
    Archive archive({path});
    SearchRequest request = request_for("flood");
    request.timeline = TimelineStep::kWeek;
    request.filters.dates.to = year(2025) / 12 / 31;
    SearchResult result = answer(request, archive);
    REQUIRE(result.timeline);
    CHECK(line_of(*result.timeline)
              .starts_with("2025-W01 2/3 2025-W02 0/0 2025-W03 0/0 2025-W04 1/1"));
    CHECK(result.timeline->undated == 0);
    request.filters = {};
    request.timeline = TimelineStep::kYear;
    result = answer(request, archive);
    CHECK(line_of(*result.timeline) == "2024 1/2 2025 2/2 2026 1/1");
    CHECK(result.timeline->undated == 1);
    request.query = "nowhere";
    result = answer(request, archive);
    CHECK(result.timeline->periods.empty());
    CHECK(result.timeline->undated == 0);
  }
}

// A topic through two years, in one month of which something happens.
TEST_CASE("timeline: a planted peak is found, with the words planted in it") {
  std::vector<Article> articles;
  for (unsigned i = 0; i < 1200; ++i) {
    const unsigned month = i % 24;
    std::string body = "The council met on budgets and roads.";
    if (i % 7 == 3) body = "The harbour was quiet, said the crew on the boats.";
    if (month == 16 && i % 3 > 0)
      body = "The harbour flooded on the day; Tobias Wenlock closed the sluice.";
    Article& article = articles.emplace_back(make_article(std::to_string(i), "News", body));
    article.published =
        Date{sys_days(year(2020 + int(month / 12)) / std::chrono::month(month % 12 + 1) / 5)};
  }
  const ArchiveFixture fixture(articles);
  for (const std::string& path : {fixture.path(), fixture.stub()}) {
    Archive archive({path});
    SearchRequest request = request_for("harbour");
    request.timeline = TimelineStep::kMonth;
    const SearchResult result = answer(request, archive);
    REQUIRE(result.timeline->periods.size() == 24);
    for (const TimelinePeriod& period : result.timeline->periods) {
      CHECK(period.is_peak == (period.period == "2021-05"));
      CHECK(period.words.empty() == !period.is_peak);
      if (!period.is_peak) continue;
      std::vector<std::string> words;
      for (const SignificantWord& word : period.words) {
        words.push_back(word.value);
        CHECK(word.count == period.count);
      }
      CHECK(words ==
            std::vector<std::string>{"Tobias Wenlock", "closed", "day", "flooded", "sluice"});
    }
  }
}

}  // namespace
}  // namespace backfile
