#include "common/stored.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "common/error.h"
#include "common/json.h"
#include "common/schema.h"

namespace backfile {
namespace {

[[noreturn]] void throw_damaged(std::string_view detail) {
  throw Error("the archive holds a damaged article", detail, "index it again");
}

using Element = simdjson::dom::element;

// Begins the last member. It stands nowhere else: a quote within a string is behind a backslash,
// and no value has a colon behind it.
constexpr std::string_view kRawMember = "\"raw\":";

simdjson::dom::object parsed(simdjson::dom::parser& parser, const simdjson::padded_string& json) {
  simdjson::dom::object object;
  if (const auto error = parser.parse(json).get(object))
    throw_damaged(simdjson::error_message(error));
  return object;
}

// The fields alone, as to_stored() gives them without a raw text: parsing that would cost searches
// as much as all the rest.
std::string without_raw(std::string_view stored, std::size_t raw_begin) {
  if (!stored.ends_with("\"}")) throw_damaged("it is cut off");
  std::string json(stored.substr(0, raw_begin));
  if (json.ends_with(',')) json.pop_back();
  return json += '}';
}

std::string text_of(const Element& value) {
  std::string_view text;
  if (const auto error = value.get(text)) throw_damaged(simdjson::error_message(error));
  return std::string(text);
}

struct Setter {
  Article& article;
  const Element& value;

  void operator()(std::string Article::*text) const { (article.*text) = text_of(value); }
  void operator()(std::vector<std::string> Article::*list) const {
    simdjson::dom::array values;
    if (const auto error = value.get(values)) throw_damaged(simdjson::error_message(error));
    for (const Element each : values) (article.*list).push_back(text_of(each));
  }
  void operator()(std::optional<Date> Article::*date) const {
    const std::string text = text_of(value);
    (article.*date) = parse_date(text);
    if (!(article.*date)) throw_damaged(text);
  }
};

// Appends one field, if the article has it, to the object that `json` is the beginning of.
struct Writer {
  const Field& field;
  const Article& article;
  std::string& json;

  void operator()(std::string Article::*text) const {
    if ((article.*text).empty()) return;
    begin();
    append_json(json, article.*text);
  }
  void operator()(std::vector<std::string> Article::*list) const {
    if ((article.*list).empty()) return;
    begin();
    char separator = '[';
    for (const std::string& value : article.*list) {
      json += separator;
      append_json(json, value);
      separator = ',';
    }
    json += ']';
  }
  void operator()(std::optional<Date> Article::*date) const {
    if (!(article.*date)) return;
    begin();
    append_json(json, to_iso(*(article.*date)));
  }
  void begin() const {
    if (json.size() > 1) json += ',';
    append_json(json, field.name);
    json += ':';
  }
};

}  // namespace

nlohmann::ordered_json to_json(const Article& article) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const Field& field : fields()) {
    std::vector<std::string> values = field_values(article, field);
    if (values.empty()) continue;
    const std::string name(field.name);
    if (std::holds_alternative<std::vector<std::string> Article::*>(field.member))
      object[name] = std::move(values);
    else
      object[name] = std::move(values.front());
  }
  return object;
}

std::string to_stored(const Article& article, const std::optional<std::string>& raw) {
  std::string json = "{";
  for (const Field& field : fields()) std::visit(Writer{field, article, json}, field.member);
  if (raw) {
    if (json.size() > 1) json += ',';
    json += kRawMember;
    append_harmless_json(json, *raw);
  }
  json += '}';
  return json;
}

Article from_stored(std::string_view stored) {
  simdjson::dom::parser parser;
  const std::size_t raw_begin = stored.find(kRawMember);
  const simdjson::padded_string padded =
      raw_begin == std::string_view::npos ? simdjson::padded_string(stored)
                                          : simdjson::padded_string(without_raw(stored, raw_begin));
  const simdjson::dom::object object = parsed(parser, padded);
  Article article;
  for (const Field& field : fields()) {
    Element value;
    if (object[field.name].get(value) == simdjson::SUCCESS)
      std::visit(Setter{article, value}, field.member);
  }
  return article;
}

std::optional<std::string> raw_text_of(std::string_view stored) {
  const std::size_t raw_begin = stored.find(kRawMember);
  if (raw_begin == std::string_view::npos) return std::nullopt;
  simdjson::dom::parser parser;
  const simdjson::padded_string padded("{" + std::string(stored.substr(raw_begin)));
  Element value;
  if (const auto error = parsed(parser, padded)["raw"].get(value))
    throw_damaged(simdjson::error_message(error));
  return text_of(value);
}

}  // namespace backfile
