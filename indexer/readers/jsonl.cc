#include "indexer/readers/jsonl.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "common/utf8.h"
#include "indexer/input/lines.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

std::string_view type_name(dom::element value) {
  switch (value.type()) {
    case dom::element_type::ARRAY:
      return "a list";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::STRING:
      return "text";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

bool is_list(const Field& field) {
  return std::holds_alternative<std::vector<std::string> Article::*>(field.member);
}

bool takes_numbers(const Field& field) {
  return field.kind == Kind::kDate || field.kind == Kind::kKey || is_list(field);
}

// Appends the text of `value`; false when it is of a type that the field does not take.
bool append_text(const Field& field, dom::element value, std::vector<std::string>& texts) {
  if (value.is_string()) {
    texts.emplace_back(value.get_string().value_unsafe());
    return true;
  }
  if (value.is_null()) return true;
  if (!value.is_number() || !takes_numbers(field)) return false;
  texts.push_back(simdjson::minify(value));
  return true;
}

class JsonlReader : public Reader {
 public:
  JsonlReader(Input& input, const ReaderSettings& settings)
      : lines_(input, settings.max_article_bytes), path_(input.path()), settings_(settings) {}

  std::optional<ReadItem> next() override {
    while (const auto line = lines_.next()) {
      origin_ = {path_, fmt::format("line {}", line->number)};
      if (line->too_long) return too_large(origin_, "a line", settings_.max_article_bytes);
      if (!trimmed(line->text).empty()) return parse(line->text);
    }
    return std::nullopt;
  }

 private:
  ReadItem reject(std::string reason, std::string detail) const {
    return Rejection{origin_, std::move(reason), std::move(detail)};
  }

  ReadItem parse(std::string_view line) {
    if (const auto bad = first_invalid_utf8(line))
      return reject("invalid UTF-8", fmt::format("at byte {} of the line", *bad + 1));
    dom::element root;
    if (const auto error = parser_.parse(line.data(), line.size()).get(root))
      return reject("invalid JSON", simdjson::error_message(error));
    dom::object object;
    if (root.get_object().get(object))
      return reject("wrong type",
                    fmt::format("the line is {}, expected an object", type_name(root)));
    return article_of(object);
  }

  ReadItem article_of(dom::object object) const {
    RawArticle raw;
    raw.origin = origin_;
    for (const Field& field : fields()) {
      const auto value = value_of(object, field);
      if (!value) continue;
      if (const auto wrong = append_values(field, *value, raw[field]))
        return reject("wrong type",
                      fmt::format("{} {} {}, expected {}", field.name,
                                  value->is_array() && is_list(field) ? "holds" : "is",
                                  type_name(*wrong), is_list(field) ? "a list of texts" : "text"));
    }
    return raw;
  }

  // The first of the field's names, mapped ones before its own, that is there and not null.
  std::optional<dom::element> value_of(dom::object object, const Field& field) const {
    dom::element value;
    for (const FieldMapping& mapping : settings_.map)
      if (mapping.field == &field && !object.at_key(mapping.name).get(value) && !value.is_null())
        return value;
    if (!object.at_key(field.name).get(value) && !value.is_null()) return value;
    return std::nullopt;
  }

  // The value, or the item of a list, that is of a type that the field does not take.
  static std::optional<dom::element> append_values(const Field& field, dom::element value,
                                                   std::vector<std::string>& texts) {
    dom::array list;
    if (!is_list(field) || value.get_array().get(list)) {
      if (append_text(field, value, texts)) return std::nullopt;
      return value;
    }
    for (const dom::element item : list)
      if (!append_text(field, item, texts)) return item;
    return std::nullopt;
  }

  Lines lines_;
  std::string path_;
  const ReaderSettings& settings_;
  Origin origin_;
  dom::parser parser_;
};

}  // namespace

std::unique_ptr<Reader> make_jsonl_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<JsonlReader>(input, settings);
}

bool looks_like_jsonl(std::string_view head) {
  if (!head.starts_with('{')) return false;
  const std::string_view inside = without_leading_space(head.substr(1));
  return inside.starts_with('"') || inside.starts_with('}');
}

}  // namespace backfile
