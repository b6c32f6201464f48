#include "indexer/markup/page_charset.h"

#include <algorithm>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t kLookBytes = 4096;

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

// Of `name = "value"` or `name=value` somewhere in `text`.
std::string value_behind(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  text = trimmed(text.substr(at + name.size()));
  if (!text.starts_with('=')) return {};
  text = trimmed(text.substr(1));
  if (text.starts_with('"') || text.starts_with('\'')) text = trimmed(text.substr(1));
  return std::string(text.substr(0, text.find_first_of("\"' \t\r\n;/>?")));
}

}  // namespace

std::string declared_charset(std::string_view html) {
  const std::string head = lowered(html.substr(0, kLookBytes));
  const std::string_view text = trimmed(head);
  if (text.starts_with("<?xml")) {
    std::string encoding = value_behind(text.substr(0, text.find('>')), "encoding");
    if (!encoding.empty()) return encoding;
  }
  for (std::size_t at = text.find("<meta"); at != std::string_view::npos;
       at = text.find("<meta", at + 1)) {
    const std::string_view rest = text.substr(at);
    std::string charset = value_behind(rest.substr(0, rest.find('>')), "charset");
    if (!charset.empty()) return charset;
  }
  return {};
}

}  // namespace backfile
