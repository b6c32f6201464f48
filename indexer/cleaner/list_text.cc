#include "indexer/cleaner/list_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/utf8.h"

namespace backfile {
namespace {

// Reads a list from the front of a text; a step that does not fit leaves `ok` false.
struct ListText {
  std::string_view rest;
  bool ok = true;

  bool skip(char c) {
    rest = trimmed(rest);
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }

  void item(std::vector<std::string>& items) {
    rest = trimmed(rest);
    if (rest.starts_with('\'') || rest.starts_with('"')) return items.push_back(quoted());
    for (const std::string_view nothing : {"None", "null", "nan"}) {
      if (!rest.starts_with(nothing)) continue;
      rest.remove_prefix(nothing.size());
      return;
    }
    ok = false;
  }

  std::string quoted() {
    const char quote = rest.front();
    rest.remove_prefix(1);
    std::string text;
    while (!rest.empty() && rest.front() != quote) {
      const char c = rest.front();
      rest.remove_prefix(1);
      if (c == '\\')
        escape(text);
      else
        text += c;
    }
    ok = ok && !rest.empty();
    if (ok) rest.remove_prefix(1);
    return text;
  }

  void escape(std::string& text) {
    if (rest.empty()) return;
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == 'n' || c == 't' || c == 'r')
      text += ' ';
    else if (c == 'u')
      code_point(text, 4);
    else if (c == 'x')
      code_point(text, 2);
    else
      text += c;
  }

  void code_point(std::string& text, std::size_t digits) {
    char32_t c = hexadecimal(digits);
    constexpr char32_t kSurrogates = 0xD800;
    constexpr char32_t kLowSurrogates = 0xDC00;
    constexpr char32_t kAfterSurrogates = 0xE000;
    if (c >= kSurrogates && c < kLowSurrogates && rest.starts_with("\\u")) {
      rest.remove_prefix(2);
      const char32_t low = hexadecimal(4);
      const bool fits = low >= kLowSurrogates && low < kAfterSurrogates;
      c = fits ? 0x10000 + ((c - kSurrogates) << 10U) + (low - kLowSurrogates) : U'\uFFFD';
    }
    append_utf8(text, c >= kSurrogates && c < kAfterSurrogates ? U'\uFFFD' : c);
  }

  char32_t hexadecimal(std::size_t digits) {
    unsigned value = 0;
    const std::string_view text = rest.substr(0, digits);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    ok = ok && error == std::errc() && end == text.data() + digits;
    rest.remove_prefix(text.size());
    return value;
  }
};

}  // namespace

std::optional<std::vector<std::string>> list_items(std::string_view text) {
  ListText in{trimmed(text)};
  if (!in.rest.ends_with(']') || !in.skip('[')) return std::nullopt;
  std::vector<std::string> items;
  bool ended = in.skip(']');
  while (in.ok && !ended) {
    in.item(items);
    ended = in.ok && in.skip(']');
    if (!ended && !in.skip(',')) return std::nullopt;
  }
  if (!in.ok || !in.rest.empty()) return std::nullopt;
  return items;
}

bool stands_for_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 13> kNothing = {
      "none",      "null",    "nan", "nat", "n/a", "na",  "nil",
      "undefined", "unknown", "-",   "--",  "[]",  "<na>"};
  std::string lower;
  text = trimmed(text);
  if (text.size() > 9) return false;
  for (const char c : text) lower += ascii_lower(c);
  return lower.empty() || std::ranges::find(kNothing, lower) != kNothing.end();
}

}  // namespace backfile
