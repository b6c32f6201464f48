#include "indexer/cleaner/name_case.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/utf8.h"
#include "indexer/cleaner/author_words.h"

namespace backfile {
namespace {

// The clan's prefix with small letters in it, before a capital; its bytes, else 0.
std::size_t clan_prefix_bytes(std::string_view word) {
  for (const std::string_view prefix : {"Mac", "Mc"})
    if (word.starts_with(prefix) && word.size() > prefix.size() &&
        !is_ascii_digit(word[prefix.size()]) &&
        word[prefix.size()] == char(word[prefix.size()] & ~0x20))
      return prefix.size();
  return 0;
}

template <class Take>
void each_word(std::string_view name, Take take) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    take(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

// `II` to `VIII`, and initials without full stops: `JJ`
bool stays_in_capitals(std::string_view word) {
  constexpr std::array<std::string_view, 5> kNumbers = {"II", "III", "VI", "VII", "VIII"};
  if (std::ranges::find(kNumbers, word) != kNumbers.end()) return true;
  return word.size() == 2 && std::ranges::all_of(word, [](char c) {
           return std::string_view("BCDFGHJKLMNPQRSTVWXZ").find(c) != std::string_view::npos;
         });
}

std::string capitalized_word(std::string_view word) {
  constexpr char32_t kTypographicApostrophe = 0x2019;
  std::string result;
  std::size_t done = clan_prefix_bytes(word);
  bool first = true;  // of a part of the word
  if (done == 0 && word.starts_with("MC") && word.size() > 4) done = 2;
  if (done > 0) result = done == 3 ? "Mac" : "Mc";
  for (std::size_t i = done; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    i += c.bytes;
    append_utf8(result, first ? c.value : char32_t(u_tolower(UChar32(c.value))));
    const bool apostrophe = c.value == '\'' || c.value == kTypographicApostrophe;
    // What stands behind an apostrophe is a part of its own, but not the S of a genitive.
    first = c.value == '-' || c.value == '.' || (apostrophe && word.size() - i > 1);
  }
  return result;
}

}  // namespace

bool is_in_capitals(std::string_view name) {
  bool capitals = false;
  bool small = false;
  each_word(name, [&](std::string_view word) {
    for (std::size_t i = clan_prefix_bytes(word); i < word.size();) {
      const CodePoint c = code_point_at(word, i);
      i += c.bytes;
      if (u_isULowercase(UChar32(c.value))) small = true;
      if (u_isUUppercase(UChar32(c.value))) capitals = true;
    }
  });
  return capitals && !small;
}

std::string capitalized_name(std::string_view name) {
  constexpr std::array<std::string_view, 15> kSmall = {"VON", "DER", "DEN", "ZU",  "ZUR",
                                                       "VOM", "DE",  "DEL", "DES", "DU",
                                                       "LA",  "LAS", "LOS", "DOS", "Y"};
  std::string result;
  each_word(name, [&](std::string_view word) {
    const bool inside = !result.empty();
    if (inside) result += ' ';
    if (inside && std::ranges::find(kSmall, word) != kSmall.end())
      for (const char c : word) result += ascii_lower(c);
    else
      result += stays_in_capitals(word) ? std::string(word) : capitalized_word(word);
  });
  return result;
}

}  // namespace backfile
