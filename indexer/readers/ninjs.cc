#include "indexer/readers/ninjs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/utf8.h"
#include "indexer/markup/html_text.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/field_values.h"
#include "indexer/readers/json_document.h"
#include "indexer/readers/json_elements.h"
#include "indexer/readers/json_glance.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

// Keys are compared as normal_name() makes them: versions differ in capitals and underscores.
std::optional<dom::element> value_at(dom::object object, std::string_view name) {
  for (const auto [key, value] : object)
    if (!value.is_null() && normal_name(key) == name) return value;
  return std::nullopt;
}

std::string text_at(dom::object object, std::string_view name) {
  const auto value = value_at(object, name);
  if (!value) return {};
  if (value->is_string()) return std::string(value->get_string().value_unsafe());
  return value->is_number() ? number_text(*value) : std::string();
}

bool is_html(std::string_view type) {
  return type.find("html") != std::string_view::npos || type.find("xml") != std::string_view::npos;
}

// Of headlines, bodies: the one whose role is wanted, else the first with a value.
std::optional<dom::object> chosen(dom::object item, std::string_view list_name,
                                  std::string_view role) {
  std::optional<dom::object> first;
  const auto value = value_at(item, list_name);
  dom::array list;
  if (!value || value->get_array().get(list)) return first;
  for (const dom::element entry : list) {
    dom::object object;
    if (entry.get_object().get(object) || is_absent(text_at(object, "value"))) continue;
    if (text_at(object, "role").find(role) != std::string::npos) return object;
    if (!first) first = object;
  }
  return first;
}

std::string headline_of(dom::object item) {
  const auto object = chosen(item, "headlines", "main");
  std::string text = object ? text_at(*object, "value") : text_at(item, "headline");
  if (object && is_html(text_at(*object, "contenttype"))) return html_to_text(text);
  return text.empty() ? text_at(item, "title") : text;
}

// Plain text before markup of the same.
std::string body_of_item(dom::object item) {
  if (const auto object = chosen(item, "bodies", "main")) {
    std::string text = text_at(*object, "value");
    return is_html(text_at(*object, "contenttype")) ? html_to_text(text) : body_of(text);
  }
  if (std::string text = text_at(item, "bodytext"); !is_absent(text)) return text;
  for (const std::string_view name : {"bodyxhtml", "bodyhtml"})
    if (const std::string html = text_at(item, name); !is_absent(html)) return html_to_text(html);
  return {};
}

// Where it stands: "url", or "urls": [{"role": "canonical", "url": "..."}], or a URI that is one.
std::string url_of(dom::object item, std::string_view uri) {
  std::string url = text_at(item, "url");
  const auto value = value_at(item, "urls");
  dom::array list;
  if (url.empty() && value && !value->get_array().get(list))
    for (const dom::element entry : list) {
      dom::object object;
      if (entry.get_object().get(object)) continue;
      if (url.empty() || text_at(object, "role") == "canonical") url = text_at(object, "url");
    }
  return !url.empty() || !is_url(uri) ? url : std::string(uri);
}

// The names in a list of objects, of one object, or the text itself.
void add_names(RawArticle& raw, std::string_view field_name, dom::object item,
               std::initializer_list<std::string_view> names) {
  const Field& field = *field_by_name(field_name);
  for (const std::string_view name : names) {
    const auto value = value_at(item, name);
    if (!value || !raw[field].empty()) continue;
    const auto add = [&](dom::element entry) {
      dom::object object;
      if (entry.is_string()) add_item(raw, field, entry.get_string().value_unsafe());
      if (!entry.get_object().get(object)) add_item(raw, field, name_in(object));
    };
    dom::array list;
    if (value->get_array().get(list)) {
      add(*value);
      continue;
    }
    for (const dom::element entry : list) add(entry);
  }
}

RawArticle article_of(dom::object item, Origin origin) {
  RawArticle raw;
  raw.origin = std::move(origin);
  const std::string uri = text_at(item, "uri");
  raw.add("id", uri);
  raw.add("url", url_of(item, uri));
  add_item(raw, *field_by_name("title"), headline_of(item));
  raw.add("body", body_of_item(item));
  const std::string version = text_at(item, "versioncreated");
  const std::string first = text_at(item, "firstcreated");
  raw.add("published", first.empty() ? version : first);
  raw.add("updated", text_at(item, "contentmodified"));
  if (raw["updated"].empty() && !first.empty() && version != first) raw.add("updated", version);
  add_names(raw, "source", item, {"infosources", "infosource", "source", "provider"});
  add_names(raw, "section", item, {"section", "sections"});
  add_names(raw, "authors", item, {"byline", "by", "bylines"});
  add_names(raw, "tags", item, {"subjects", "subject", "keywords"});
  add_names(raw, "places", item, {"places", "place"});
  add_names(raw, "people", item, {"people", "persons", "person"});
  raw.add("language", text_at(item, "language"));
  return raw;
}

// Why an item of ninjs is no article, if it is none.
std::string no_article(dom::object item) {
  const std::string type = text_at(item, "type");
  if (!type.empty() && type != "text" && type != "composite") return "an item of type " + type;
  return {};
}

bool is_item(dom::object object) {
  constexpr std::array<std::string_view, 9> kKeys = {"headline",  "headlines",      "bodytext",
                                                     "bodyxhtml", "bodyhtml",       "bodies",
                                                     "title",     "versioncreated", "pubstatus"};
  const auto is_key = [&](std::string_view key) { return value_at(object, key).has_value(); };
  return is_key("uri") && std::ranges::any_of(kKeys, is_key);
}

class NinjsReader : public Reader {
 public:
  NinjsReader(Input& input, const ReaderSettings& settings)
      : elements_(input, settings.max_article_bytes) {}

  std::optional<ReadItem> next() override {
    if (note_) return std::exchange(note_, std::nullopt);
    while (auto element = elements_.next()) {
      if (element->damaged) return *std::move(element->damaged);
      if (auto item = item_of(*element)) return item;
    }
    return std::nullopt;
  }

 private:
  static Rejection note(const Origin& origin, std::string reason, std::string_view detail) {
    return {origin, std::move(reason), clean_line(detail), Rejection::Kind::kNote};
  }

  // Empty when the object is gone into.
  std::optional<ReadItem> item_of(const JsonElement& element) {
    const auto root = document_.parse(element.text);
    dom::object object;
    if (!root || root->get_object().get(object))
      return Rejection{element.origin, "invalid JSON", document_.error()};
    if (!is_item(object)) {
      if (element.role == JsonRole::kItem)
        return Rejection{element.origin, "no text",
                         "the item has no URI with a headline or a body"};
      elements_.enter();
      return std::nullopt;
    }
    const std::string status = text_at(object, "pubstatus");
    if (!status.empty() && !status.ends_with("usable"))
      return note(element.origin, "not usable", "the publisher says: " + status.substr(0, 100));
    if (const std::string why = no_article(object); !why.empty())
      return note(element.origin, "no article", why.substr(0, 100));
    if (!document_.encoding().empty())
      note_ = note(element.origin, "encoding",
                   "the item is not UTF-8; read as " + document_.encoding());
    return article_of(object, element.origin);
  }

  JsonElements elements_;
  JsonDocument document_;
  std::optional<Rejection> note_;
};

}  // namespace

std::unique_ptr<Reader> make_ninjs_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<NinjsReader>(input, settings);
}

bool looks_like_ninjs(std::string_view head) {
  constexpr std::array<std::string_view, 10> kOwnKeys = {
      "headlines",      "bodies",    "bodytext",    "bodyxhtml", "bodyhtml",
      "versioncreated", "pubstatus", "infosources", "altids",    "representationtype"};
  bool has_uri = false;
  bool has_own = false;
  for (const std::string_view key : glance_at_json(head).keys) {
    const std::string name = normal_name(key);
    has_uri = has_uri || name == "uri";
    has_own = has_own || std::ranges::find(kOwnKeys, name) != kOwnKeys.end();
  }
  return has_uri && has_own;
}

}  // namespace backfile
