#include "searcher/request_json.h"

#include <array>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/json.h"
#include "searcher/request_parts.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(std::string_view name, std::string_view wanted) {
  throw Error("not " + std::string(wanted), name, "see backfile-search --help");
}

const std::string& text_of(std::string_view name, const Json& value) {
  if (!value.is_string()) refuse(name, "a text");
  return value.get_ref<const std::string&>();
}

bool flag_of(std::string_view name, const Json& value) {
  if (!value.is_boolean()) refuse(name, "true or false");
  return value.get<bool>();
}

std::size_t count_of(std::string_view name, const Json& value) {
  constexpr std::uint64_t kMaxCount = 1'000'000'000;
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > kMaxCount)
    refuse(name, "a whole number");
  return value.get<std::size_t>();
}

// A text or a list of texts.
std::vector<std::string> texts_of(std::string_view name, const Json& value) {
  if (value.is_string()) return {text_of(name, value)};
  if (!value.is_array()) refuse(name, "a text or a list of texts");
  std::vector<std::string> texts;
  for (const Json& text : value) texts.push_back(text_of(name, text));
  return texts;
}

std::vector<Filter> filters_of(std::string_view name, const Json& value) {
  if (!value.is_object()) refuse(name, "an object of fields and values");
  std::vector<Filter> filters;
  for (const auto& [field, values] : value.items())
    for (std::string& text : texts_of(field, values))
      filters.push_back(parse_filter(name, field, std::move(text)));
  return filters;
}

struct Member {
  std::string_view name;
  void (*take)(std::string_view name, const Json& value, JsonRequest& to);
};

using Name = std::string_view;
using To = JsonRequest&;

constexpr std::array<Member, 19> kMembers = {{
    {"query", [](Name name, const Json& value, To to) { to.request.query = text_of(name, value); }},
    {"limit",
     [](Name name, const Json& value, To to) { to.request.limit = count_of(name, value); }},
    {"offset",
     [](Name name, const Json& value, To to) { to.request.offset = count_of(name, value); }},
    {"sort", [](Name name, const Json& value,
                To to) { to.request.sort = parse_sort(name, text_of(name, value)); }},
    {"from",
     [](Name name, const Json& value, To to) {
       to.request.filters.dates.from =
           parse_days(name, text_of(name, value), to.request.today).first;
     }},
    {"to",
     [](Name name, const Json& value, To to) {
       to.request.filters.dates.to = parse_days(name, text_of(name, value), to.request.today).last;
     }},
    {"filter", [](Name name, const Json& value,
                  To to) { to.request.filters.required = filters_of(name, value); }},
    {"exclude", [](Name name, const Json& value,
                   To to) { to.request.filters.excluded = filters_of(name, value); }},
    {"facets",
     [](Name name, const Json& value, To to) {
       for (const std::string& text : texts_of(name, value)) add_facet(name, text, to.request);
     }},
    {"facet_mode",
     [](Name name, const Json& value, To to) {
       to.request.facet_mode = parse_facet_mode(name, text_of(name, value));
     }},
    {"timeline", [](Name name, const Json& value,
                    To to) { to.request.timeline = parse_step(name, text_of(name, value)); }},
    {"group", [](Name name, const Json& value, To to) { to.request.group = flag_of(name, value); }},
    {"total", [](Name name, const Json& value,
                 To to) { to.request.about = parse_total(name, text_of(name, value)); }},
    {"similar",
     [](Name name, const Json& value, To to) { to.request.similar = text_of(name, value); }},
    {"recency", [](Name name, const Json& value,
                   To to) { to.request.recency = parse_recency(name, text_of(name, value)); }},
    {"snippet", [](Name name, const Json& value,
                   To to) { to.request.snippet_characters = count_of(name, value); }},
    {"explain",
     [](Name name, const Json& value, To to) { to.request.explain = flag_of(name, value); }},
    {"show", [](Name name, const Json& value, To to) { to.show = text_of(name, value); }},
    {"id",
     [](Name, const Json& value, To to) {
       to.id = dump_line(value);
       to.id.pop_back();
     }},
}};

// A member that is null is none.
void take_member(const std::string& name, const Json& value, JsonRequest& to) {
  for (const Member& member : kMembers) {
    if (member.name != name) continue;
    if (!value.is_null() || name == "id") member.take(name, value, to);
    return;
  }
  std::string names;
  for (const Member& member : kMembers) names.append(names.empty() ? "" : ", ").append(member.name);
  throw Error("no such member of a request", name, "members are " + names);
}

// What is wrong out of "parse error at ...: syntax error while parsing value - REASON; last read:
// 'TEXT'; expected ...".
std::string syntax_error(const Json::parse_error& error) {
  std::string reason = error.what();
  reason.erase(0, reason.find(" - ") == std::string::npos ? 0 : reason.find(" - ") + 3);
  const auto text = reason.find("; last read: ");
  const auto end = reason.rfind("; expected ");
  if (text != std::string::npos)
    reason.erase(text, end == std::string::npos || end < text ? std::string::npos : end - text);
  return "the request is not JSON: " + reason;
}

// An object without members that are there twice, and no deeper than a request has reason to be.
// Throws Error for any other, and Json::parse_error.
Json parsed_json(std::string_view text) {
  constexpr int kMaxDepth = 20;
  std::string problem;
  std::set<std::string> names;
  Json json = Json::parse(text, [&](int depth, Json::parse_event_t event, Json& value) {
    if (depth > kMaxDepth) {
      problem = "the request is nested too deep";
      return false;
    }
    if (event == Json::parse_event_t::key && depth == 1 &&
        !names.insert(value.get<std::string>()).second)
      problem = "a member of the request is there twice: " + value.get<std::string>();
    return true;
  });
  if (!problem.empty()) throw Error(problem);
  if (!json.is_object()) throw Error("the request is no JSON object");
  return json;
}

}  // namespace

std::variant<JsonRequest, JsonRequestError> parse_json_request(std::string_view text,
                                                               std::chrono::sys_days today) {
  if (text.size() > kMaxRequestBytes)
    return JsonRequestError{
        fmt::format("too long a request; use at most {} bytes", kMaxRequestBytes), {}, {}};
  JsonRequest request;
  request.request.today = today;
  try {
    const Json json = parsed_json(text);
    if (const auto id = json.find("id"); id != json.end()) take_member("id", *id, request);
    for (const auto& [name, value] : json.items()) take_member(name, value, request);
    check_request(request.request);
  } catch (const Json::parse_error& error) {
    return JsonRequestError{syntax_error(error), error.byte, {}};
  } catch (const Error& error) {
    return JsonRequestError{error.what(), {}, request.id};
  }
  return request;
}

}  // namespace backfile
