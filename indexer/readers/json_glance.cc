#include "indexer/readers/json_glance.h"

#include <algorithm>

#include "indexer/readers/json_article.h"
#include "indexer/readers/look.h"

namespace backfile {
namespace {

// The bytes up to the closing quote of a string; empty when it does not end.
std::string_view quoted_text(std::string_view behind_quote) {
  for (std::size_t i = 0; i < behind_quote.size(); ++i) {
    if (behind_quote[i] == '"') return behind_quote.substr(0, i);
    if (behind_quote[i] == '\\') ++i;
  }
  return {};
}

bool begins_list_of_objects(std::string_view text) {
  for (const char c : {':', '[', '{'}) {
    text = without_leading_space(text);
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
  }
  return true;
}

bool begins_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view inside = without_leading_space(text.substr(1));
  return inside.starts_with('"') || inside.starts_with('}');
}

// The first object, as far as it is seen.
struct FirstObject {
  std::vector<std::string_view> keys;
  bool has_articles = false;
  std::size_t end = std::string_view::npos;      // behind it, when it is whole
  std::size_t newline = std::string_view::npos;  // the first inside
};

FirstObject look_through(std::string_view text) {
  FirstObject object;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth <= 0) {
      object.end = i + 1;
      return object;
    }
    if (c == '\n') object.newline = std::min(object.newline, i);
    if (c != '"') continue;
    const std::string_view name = quoted_text(text.substr(i + 1));
    const std::string_view behind = text.substr(std::min(i + name.size() + 2, text.size()));
    if (without_leading_space(behind).starts_with(':')) {
      if (depth == 1) object.keys.push_back(name);
      if (depth <= 2 && is_list_name(name) && begins_list_of_objects(behind))
        object.has_articles = true;
    }
    i += name.size() + 1;
  }
  return object;
}

JsonForm form_of(std::string_view text, const FirstObject& object) {
  if (object.has_articles) return JsonForm::kDocument;
  if (object.newline == std::string_view::npos) return JsonForm::kLines;
  // Lines of which the first is damaged, or one object of several.
  const std::string_view second = without_leading_space(text.substr(object.newline));
  return begins_object(second) ? JsonForm::kLines : JsonForm::kDocument;
}

}  // namespace

JsonGlance glance_at_json(std::string_view head) {
  JsonGlance glance;
  std::string_view first = head;
  if (head.starts_with('[')) {
    first = without_leading_space(head.substr(1));
    if (first.starts_with(']') && without_leading_space(first.substr(1)).empty())
      glance.form = JsonForm::kDocument;
  }
  if (!begins_object(first)) return glance;
  FirstObject object = look_through(first);
  glance.form = head.starts_with('[') ? JsonForm::kDocument : form_of(first, object);
  glance.keys = std::move(object.keys);
  return glance;
}

}  // namespace backfile
