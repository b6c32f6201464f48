#include "indexer/readers/washington_post.h"

#include "indexer/markup/html_text.h"
#include "indexer/readers/field_values.h"
#include "indexer/readers/json_document.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

std::string text_at(dom::object object, std::string_view key) {
  dom::element value;
  if (object.at_key(key).get(value)) return {};
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  return value.is_number() ? number_text(value) : std::string();
}

void add_content(dom::object content, RawArticle& raw, std::string& body) {
  const std::string type = text_at(content, "type");
  std::string text = text_at(content, "content");
  if (type == "sanitized_html") {
    if (text_at(content, "mime") != "text/plain") text = html_to_text(text);
    if (!body.empty() && !text.empty()) body += "\n\n";
    body += text;
  } else if (type == "kicker" && raw["section"].empty()) {
    add_item(raw, *field_by_name("section"), text);
  } else if (type == "title" && raw["title"].empty()) {
    add_item(raw, *field_by_name("title"), text);
  } else if (type == "byline" && raw["authors"].empty()) {
    add_item(raw, *field_by_name("authors"), text);
  } else if (type == "date" && raw["published"].empty()) {
    add_item(raw, *field_by_name("published"), text);
  }
}

}  // namespace

bool is_washington_post(dom::object object) {
  dom::element contents;
  dom::element url;
  return !object.at_key("article_url").get(url) && !object.at_key("contents").get(contents) &&
         contents.is_array();
}

RawArticle washington_post_article(dom::object object, Origin origin) {
  struct Row {
    std::string_view field;
    std::string_view key;
  };
  constexpr Row kRows[] = {
      {"id", "id"},          {"url", "article_url"},          {"title", "title"},
      {"authors", "author"}, {"published", "published_date"}, {"source", "source"}};
  RawArticle raw;
  raw.origin = std::move(origin);
  for (const Row& row : kRows) add_item(raw, *field_by_name(row.field), text_at(object, row.key));
  std::string body;
  dom::array contents;
  if (!object.at_key("contents").get_array().get(contents))
    for (const dom::element item : contents)
      if (item.is_object()) add_content(item.get_object().value_unsafe(), raw, body);
  raw.add("body", std::move(body));
  return raw;
}

}  // namespace backfile
