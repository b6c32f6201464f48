#include "indexer/markup/sgml.h"

#include <algorithm>
#include <cstdint>

#include "common/utf8.h"
#include "indexer/markup/entities.h"

namespace backfile {
namespace {

// What is longer is no tag but a stray `<` and, far behind it, a `>`.
constexpr std::size_t kMaxTagBytes = 300;

bool is_name_character(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.' || c == ':';
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower);
}

// The tag or declaration at the front of `text`; empty when its `<` is only a character.
std::string_view tag_at_front(std::string_view text) {
  if (text.size() < 3) return {};
  const char first = text[1] == '/' ? text[2] : text[1];
  if (!is_ascii_alpha(first) && first != '!' && first != '?') return {};
  const std::size_t end = text.substr(1, kMaxTagBytes).find_first_of("<>");
  if (end == std::string_view::npos || text[end + 1] == '<') return {};
  return text.substr(0, end + 2);
}

std::string_view name_of(std::string_view tag) {
  tag.remove_prefix(tag[1] == '/' ? 2 : 1);
  const auto* end = std::ranges::find_if_not(tag, is_name_character);
  return tag.substr(0, std::size_t(end - tag.begin()));
}

std::string_view replacement_of(std::string_view tag) {
  const std::string_view name = name_of(tag);
  if (same_letters(name, "P")) return "\n\n";
  return same_letters(name, "BR") ? "\n" : "";
}

// Where the tag at `at` ends.
std::size_t behind_tag(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('>', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// Where the content of the first element of that name begins.
std::optional<std::size_t> begin_of(std::string_view text, std::string_view name) {
  SgmlTag tag = find_tag(text, name);
  while (tag && tag.is_end) tag = find_tag(text, name, tag.at + 1);
  if (!tag) return std::nullopt;
  return behind_tag(text, tag.at);
}

}  // namespace

SgmlTag find_tag(std::string_view text, std::string_view name, std::size_t from) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    const bool is_end = at + 1 < text.size() && text[at + 1] == '/';
    const std::size_t begin = at + (is_end ? 2 : 1);
    const std::size_t end = begin + name.size();
    if (end >= text.size()) break;
    if (!is_name_character(text[end]) && same_letters(text.substr(begin, name.size()), name))
      return {at, is_end};
  }
  return {};
}

std::optional<std::string_view> element(std::string_view text, std::string_view name) {
  const auto begin = begin_of(text, name);
  if (!begin) return std::nullopt;
  SgmlTag tag = find_tag(text, name, *begin);
  while (tag && !tag.is_end) tag = find_tag(text, name, tag.at + 1);
  if (!tag) return std::nullopt;
  return text.substr(*begin, tag.at - *begin);
}

std::string_view element_or_rest(std::string_view text, std::string_view name) {
  if (const auto content = element(text, name)) return *content;
  return text.substr(begin_of(text, name).value_or(text.size()));
}

std::vector<std::string_view> elements(std::string_view text, std::string_view name) {
  std::vector<std::string_view> found;
  while (const auto content = element(text, name)) {
    found.push_back(*content);
    text.remove_prefix(std::size_t(content->data() + content->size() - text.data()));
  }
  return found;
}

std::string_view attribute(std::string_view text, std::string_view name) {
  std::string_view tag = text.substr(0, behind_tag(text, std::min(text.find('<'), text.size())));
  for (std::size_t equals = tag.find('='); equals != std::string_view::npos;
       equals = tag.find('=')) {
    const std::string_view before = trimmed(tag.substr(0, equals));
    const std::string_view key = before.substr(before.find_last_of(" \t\r\n\"'") + 1);
    tag.remove_prefix(std::min(tag.find_first_not_of(" \t\r\n", equals + 1), tag.size()));
    const bool quoted = tag.starts_with('"') || tag.starts_with('\'');
    const std::string_view ends = quoted ? tag.substr(0, 1) : std::string_view(" \t\r\n>");
    if (quoted) tag.remove_prefix(1);
    const std::size_t end = std::min(tag.find_first_of(ends), tag.size());
    if (same_letters(key, name)) return tag.substr(0, end);
    tag.remove_prefix(end);
  }
  return {};
}

std::string sgml_to_text(std::string_view sgml) {
  std::string plain;
  while (!sgml.empty()) {
    const std::size_t at = std::min(sgml.find('<'), sgml.size());
    plain += sgml.substr(0, at);
    sgml.remove_prefix(at);
    if (sgml.empty()) break;
    const std::string_view tag = tag_at_front(sgml);
    plain += tag.empty() ? sgml.substr(0, 1) : replacement_of(tag);
    sgml.remove_prefix(std::max<std::size_t>(tag.size(), 1));
  }
  plain = decode_entities(plain);
  std::erase_if(plain, [](char c) {
    return (std::uint8_t(c) < ' ' && c != '\n' && c != '\t') || c == '\x7F';
  });
  return plain;
}

}  // namespace backfile
