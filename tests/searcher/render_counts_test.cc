#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/utf8.h"
#include "searcher/render/counts.h"
#include "searcher/render/render.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

TimelinePeriod period(std::string text, std::uint64_t count, std::uint64_t articles) {
  return {{}, std::move(text), count, articles, false, {}};
}

TimelinePeriod peak(std::string text, std::uint64_t count, std::uint64_t articles,
                    std::vector<std::string> words) {
  TimelinePeriod made = period(std::move(text), count, articles);
  made.is_peak = true;
  for (std::string& word : words) made.words.push_back({std::move(word), count - 1, count});
  return made;
}

// A year of a story, with a peak that has room for its words and one that has not.
SearchResult story() {
  SearchResult result;
  Timeline& timeline = result.timeline.emplace();
  timeline.step = TimelineStep::kMonth;
  timeline.undated = 1234;
  timeline.periods = {
      period("2023-01", 12, 1000),
      peak("2023-02", 64, 1100, {"sluice", "Tobias Wenlock"}),
      period("2023-03", 0, 1200),
      period("2023-04", 1, 1300),
      period("2023-05", 0, 1000),
      period("2023-06", 0, 1000),
      period("2023-07", 0, 0),
      period("2023-08", 0, 1000),
      peak("2023-09", 1050, 20000,
           {"embankment", "reconstruction", "compensation", "Port Ellery Council", "insurance"}),
      period("2023-10", 0, 0),
      period("2023-11", 1, 1)};
  result.facets = {{facet_by_name("source"), {{"Gazette", 1204, true}, {"Bote", 31}}, 12, 7},
                   {facet_by_name("tag"), {}, 0, 1235}};
  result.words = {{"Tobias Wenlock", 64, 70}, {"sluice", 60, 1100}};
  return result;
}

std::string text_of(const SearchResult& result, const Style& style) {
  std::ostringstream out;
  render_counts(result, style, out);
  return out.str();
}

TEST_CASE("render counts: as people read them") {
  CHECK(text_of(story(), {false, 80}) ==
        R"(timeline  share of all articles of the month · ▲ peak · 1,234 undated
  2023-01     12    1.2 %  ████▉
  2023-02     64    5.8 %  ████████████████████████ ▲ sluice, Tobias Wenlock
  2023-03      0    0.0 %
  2023-04      1    0.1 %  ▎
  … 4 empty months
  2023-09  1,050    5.2 %  █████████████████████▋ ▲
                           embankment, reconstruction, compensation, Port Ellery
                           Council, insurance
  2023-10      0        -
  2023-11      1  100.0 %  ████████████████████████

source  2 of 12 · 7 without
* Gazette  1,204  ██████████████████████████████
  Bote        31  ▊

tag  none · 1,235 without

words  matches with them, of all articles with them
  Tobias Wenlock  64 of    70  ██████████████████████████████
  sluice          60 of 1,100  ████████████████████████████▏

)");
}

TEST_CASE("render counts: nothing asked for, nothing shown; nothing found, said") {
  CHECK(text_of({}, {}).empty());
  SearchResult result;
  result.timeline.emplace();
  result.words.emplace();
  CHECK(text_of(result, {}) == "timeline  none\n\nwords  none\n\n");
  result.timeline->undated = 3;
  CHECK(text_of(result, {}) == "timeline  none · 3 undated\n\nwords  none\n\n");
}

TEST_CASE("render counts: no line is wider than the terminal, and nothing controls it") {
  SearchResult result = story();
  const std::string attack = "x\x1b[31m\x1b]0;owned\x07\r\x08\u009B5m\u202Etxt\u2066 y";
  result.words->push_back({attack, 123'456'789, 1'234'567'890});
  result.words->push_back({std::string(200, 'w'), 1, 1});
  result.facets[0].values.push_back({attack + std::string(100, 'v'), 1});
  result.facets[0].values.push_back({"東京東京東京東京東京東京東京東京東京東京東京東京東京", 1});
  result.timeline->periods[1].words.push_back({attack, 1, 1});
  result.timeline->periods[1].words.push_back({std::string(150, 'w'), 1, 1});
  for (const std::size_t columns : {40, 60, 80, 120}) {
    const std::string text = text_of(result, {false, columns});
    CHECK_FALSE(first_invalid_utf8(text));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(display_width(line) <= columns);
      CHECK(line.find_first_of("\x1b\x07\r\x08") == std::string::npos);
      CHECK(line.find("\u009B") == std::string::npos);
      CHECK(line.find("\u202E") == std::string::npos);
    }
  }
}

TEST_CASE("render counts: as JSON") {
  std::ostringstream out;
  render_json(story(), out);
  const Json json = Json::parse(out.str());
  CHECK(json["facets"] == Json{{"source",
                                {{{"value", "Gazette"}, {"count", 1204}, {"selected", true}},
                                 {{"value", "Bote"}, {"count", 31}}}},
                               {"tag", Json::array()},
                               {"words",
                                {{{"value", "Tobias Wenlock"}, {"count", 64}, {"articles", 70}},
                                 {{"value", "sluice"}, {"count", 60}, {"articles", 1100}}}}});
  CHECK(json["facet_totals"] == Json{{"source", {{"distinct", 12}, {"without", 7}}},
                                     {"tag", {{"distinct", 0}, {"without", 1235}}}});
  REQUIRE(json["timeline"].size() == 11);
  CHECK(json["timeline"][0] ==
        Json{{"period", "2023-01"}, {"count", 12}, {"share", 0.012}, {"articles", 1000}});
  CHECK(json["timeline"][1] == Json{{"period", "2023-02"},
                                    {"count", 64},
                                    {"share", 0.058182},
                                    {"articles", 1100},
                                    {"peak", true},
                                    {"words",
                                     {{{"value", "sluice"}, {"count", 63}},
                                      {{"value", "Tobias Wenlock"}, {"count", 63}}}}});
  CHECK(json["timeline"][6] ==
        Json{{"period", "2023-07"}, {"count", 0}, {"share", 0.0}, {"articles", 0}});
  CHECK(json["timeline_totals"] == Json{{"undated", 1234}});
}

}  // namespace
}  // namespace backfile
