#include "common/stored.h"

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/json.h"
#include "common/schema.h"

namespace backfile {
namespace {

[[noreturn]] void throw_damaged(std::string_view detail) {
  throw Error("the archive holds a damaged article", detail, "index it again");
}

struct Setter {
  Article& article;
  const nlohmann::json& value;

  void operator()(std::string Article::*text) const { (article.*text) = value; }
  void operator()(std::vector<std::string> Article::*list) const {
    (article.*list) = value.get<std::vector<std::string>>();
  }
  void operator()(std::optional<Date> Article::*date) const {
    const auto text = value.get<std::string>();
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

std::string to_stored(const Article& article) {
  std::string json = "{";
  for (const Field& field : fields()) std::visit(Writer{field, article, json}, field.member);
  json += '}';
  return json;
}

Article from_stored(std::string_view stored) {
  try {
    const auto object = nlohmann::json::parse(stored);
    if (!object.is_object()) throw_damaged("no JSON object");
    Article article;
    for (const Field& field : fields()) {
      const auto found = object.find(field.name);
      if (found != object.end()) std::visit(Setter{article, *found}, field.member);
    }
    return article;
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(error.what());
  }
}

}  // namespace backfile
