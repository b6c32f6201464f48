#include "indexer/readers/field_values.h"

#include "common/utf8.h"
#include "indexer/markup/html_text.h"
#include "indexer/readers/field_names.h"

namespace backfile {
namespace {

bool has_entity(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // "&thetasym;"
  for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at + 1, kLongest);
    const auto end =
        rest.find_first_not_of("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    if (end != std::string_view::npos && end > 0 && rest[end] == ';') return true;
  }
  return false;
}

// Takes a quoted text off the front of `rest`; false when it does not end.
bool take_quoted(std::string_view& rest, std::string& item) {
  const char quote = rest.front();
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == quote) {
      rest.remove_prefix(i + 1);
      return true;
    }
    if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
    item += rest[i];
  }
  return false;
}

// The separator by which a list was joined; NUL for none.
char separator_of(const Field& field, std::string_view text) {
  if (text.find(';') != std::string_view::npos) return ';';
  if (field.name == "authors") return '\0';  // the cleaner knows more of names
  if (text.find('|') != std::string_view::npos) return '|';
  return field.name == "tags" ? ',' : '\0';
}

std::vector<std::string> split_list(const Field& field, std::string_view text) {
  if (auto items = listed_items(text)) return *std::move(items);
  if (field.name == "authors") return {std::string(text)};
  // Entities first, or their semicolons would part the list.
  const std::string plain = line_of(text);
  std::vector<std::string> items;
  const char separator = separator_of(field, plain);
  std::string_view rest = plain;
  for (auto end = rest.find(separator); separator && end != std::string_view::npos;
       end = rest.find(separator)) {
    items.emplace_back(trimmed(rest.substr(0, end)));
    rest.remove_prefix(end + 1);
  }
  items.emplace_back(items.empty() ? rest : trimmed(rest));
  return items;
}

bool is_verbatim(const Field& field) {
  return field.kind == Kind::kKey || field.kind == Kind::kDate || field.name == "url";
}

}  // namespace

bool is_list(const Field& field) {
  return std::holds_alternative<std::vector<std::string> Article::*>(field.member);
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<std::vector<std::string>> listed_items(std::string_view text) {
  std::string_view rest = trimmed(text);
  if (rest.size() < 2 || rest.front() != '[' || rest.back() != ']') return std::nullopt;
  rest = trimmed(rest.substr(1, rest.size() - 2));
  std::vector<std::string> items;
  while (!rest.empty()) {
    std::string item;
    if (rest.front() == '\'' || rest.front() == '"') {
      if (!take_quoted(rest, item)) return std::nullopt;
    } else {
      const std::size_t end = std::min(rest.find(','), rest.size());
      item = trimmed(rest.substr(0, end));
      rest.remove_prefix(end);
    }
    rest = trimmed(rest);
    if (!rest.empty() && rest.front() != ',') return std::nullopt;
    if (!rest.empty()) rest = trimmed(rest.substr(1));
    items.push_back(std::move(item));
  }
  return items;
}

std::string line_of(std::string_view text) {
  return has_entity(text) || looks_like_html(text) ? html_to_text(text) : std::string(text);
}

std::string body_of(std::string_view text) {
  if (looks_like_html(text)) return html_to_text(text);
  if (!has_entity(text)) return std::string(text);
  std::string body;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    body += has_entity(line) ? html_to_text(line) : std::string(line);
    if (end < text.size()) body += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return body;
}

void add_text(RawArticle& raw, const Field& field, std::string_view text) {
  const bool is_section = field.name == "section";
  if (!is_list(field) && !is_section) return add_item(raw, field, text);
  for (const std::string& item : split_list(field, text)) {
    add_item(raw, field, item);
    if (is_section && !raw[field].empty()) return;
  }
}

void add_item(RawArticle& raw, const Field& field, std::string_view text) {
  if (is_absent(text)) return;
  if (field.name == "source" && text.starts_with("www.")) text.remove_prefix(4);
  std::string value = field.name == "body" ? body_of(text)
                      : is_verbatim(field) ? std::string(text)
                                           : line_of(text);
  if (!trimmed(value).empty()) raw[field].push_back(std::move(value));
}

void keep_written_none(RawArticle& raw, const Field& field, std::string_view text) {
  if (field.kind == Kind::kDate && raw[field].empty() && is_absent(text) && !trimmed(text).empty())
    raw[field].emplace_back(text);
}

}  // namespace backfile
