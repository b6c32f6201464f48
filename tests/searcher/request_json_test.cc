#include "searcher/request_json.h"

#include <doctest/doctest.h>

namespace backfile {
namespace {

constexpr std::chrono::sys_days kToday = std::chrono::year(2024) / 11 / 17;

JsonRequest request_of(std::string_view text) {
  const auto parsed = parse_json_request(text, kToday);
  const auto* error = std::get_if<JsonRequestError>(&parsed);
  REQUIRE_MESSAGE(!error, error->message);
  return std::get<JsonRequest>(parsed);
}

JsonRequestError error_of(std::string_view text) {
  const auto parsed = parse_json_request(text, kToday);
  REQUIRE_MESSAGE(std::holds_alternative<JsonRequestError>(parsed), text);
  return std::get<JsonRequestError>(parsed);
}

TEST_CASE("requests in JSON: an empty one asks for the first ten of all articles") {
  const JsonRequest parsed = request_of("{}");
  CHECK(parsed.request.query.empty());
  CHECK(parsed.request.limit == 10);
  CHECK(parsed.request.offset == 0);
  CHECK(parsed.request.snippet_characters == 200);
  CHECK(parsed.request.sort == Sort::kRelevance);
  CHECK(parsed.request.today == kToday);
  CHECK_FALSE(parsed.request.about);
  CHECK_FALSE(parsed.show);
  CHECK(parsed.id.empty());
}

TEST_CASE("requests in JSON: every member") {
  const JsonRequest parsed = request_of(R"({"query":"flood \"dam\"","limit":5,"offset":20,
    "sort":"newest","from":"2023","to":"-1d","filter":{"source":["a","b"],"year":"2023"},
    "exclude":{"section":"sport"},"facets":["source:5","month:all","words:3"],"facet_mode":"multi",
    "timeline":"week","group":true,"total":"about","snippet":0,"explain":true,"show":"x",
    "similar":"y","id":[1,{"a":null}]})");
  const SearchRequest& request = parsed.request;
  CHECK(request.query == "flood \"dam\"");
  CHECK(request.limit == 5);
  CHECK(request.offset == 20);
  CHECK(request.sort == Sort::kNewest);
  CHECK(to_iso(*request.filters.dates.from) == "2023-01-01");
  CHECK(to_iso(*request.filters.dates.to) == "2024-11-16");
  REQUIRE(request.filters.required.size() == 3);
  CHECK(request.filters.required[1].value == "b");
  CHECK(request.filters.required[2].facet == facet_by_name("year"));
  REQUIRE(request.filters.excluded.size() == 1);
  REQUIRE(request.facets.size() == 2);
  CHECK(request.facets[0].limit == 5);
  CHECK(request.facets[1].limit == FacetRequest::kAll);
  CHECK(request.words == 3);
  CHECK(request.facet_mode == FacetMode::kMulti);
  CHECK(request.timeline == TimelineStep::kWeek);
  CHECK(request.group);
  CHECK(request.about);
  CHECK(request.snippet_characters == 0);
  CHECK(request.explain);
  CHECK(request.similar == "y");
  CHECK(parsed.show == "x");
  CHECK(parsed.id == R"([1,{"a":null}])");
  CHECK(request_of(R"({"recency":"30d"})").request.recency == std::chrono::days(30));
}

TEST_CASE("requests in JSON: null is a member that is not there, but for the id") {
  const JsonRequest parsed = request_of(R"({"query":null,"timeline":null,"limit":null,"id":null})");
  CHECK(parsed.request.limit == 10);
  CHECK_FALSE(parsed.request.timeline);
  CHECK(parsed.id == "null");
}

TEST_CASE("requests in JSON: what is refused, and the id that is told all the same") {
  const std::pair<const char*, const char*> rows[] = {
      {"", "not JSON"},
      {"{", "not JSON"},
      {"{} {}", "not JSON"},
      {"[]", "no JSON object"},
      {"7", "no JSON object"},
      {"{\"query\":\"\xff\"}", "not JSON: invalid string: ill-formed UTF-8 byte"},
      {R"({"query":"\ud800"})", "not JSON: invalid string: surrogate"},
      {R"({"query":a})", "not JSON: invalid literal"},
      {R"({"query":"a",})", "not JSON: unexpected '}'; expected string literal"},
      {R"({"limit":1.5})", "not a whole number: limit"},
      {R"({"limit":-1})", "not a whole number: limit"},
      {R"({"limit":1e30})", "not a whole number: limit"},
      {R"({"limit":"5"})", "not a whole number: limit"},
      {R"({"query":["a"]})", "not a text: query"},
      {R"({"group":1})", "not true or false: group"},
      {R"({"sort":"best"})", "not a choice of this version: sort best"},
      {R"({"from":"soon"})", "not a date: from soon"},
      {R"({"from":"2024","to":"2023"})", "first day lies after"},
      {R"({"filter":["a"]})", "not an object"},
      {R"({"filter":{"colour":"red"}})", "no such field: filter colour"},
      {R"({"filter":{"year":"20x4"}})", "not a year: 20x4"},
      {R"({"facets":"words:none"})", "not a number of values"},
      {R"({"qeury":"a"})", "no such member of a request: qeury"},
      {R"({"query":"a","query":"b"})", "twice: query"},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text);
    CHECK(error_of(text).message.find(message) != std::string::npos);
  }
  CHECK(error_of(R"({"limit":-1,"id":"seven"})").id == R"("seven")");
  CHECK(error_of(R"({"query":"a" "b"})").at == 16);
}

TEST_CASE("requests in JSON: too deep and too long") {
  const std::string open(100'000, '[');
  const std::string close(100'000, ']');
  CHECK(error_of("{\"id\":" + open + close + "}").message.find("too deep") != std::string::npos);
  const std::string query(kMaxRequestBytes, 'a');
  CHECK(error_of("{\"query\":\"" + query + "\"}").message.find("too long") != std::string::npos);
}

}  // namespace
}  // namespace backfile
