#include "indexer/markup/entities.h"

#include <algorithm>
#include <array>
#include <optional>

#include <libxml/HTMLparser.h>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxNameBytes = 16;  // "thetasym" is the longest known
constexpr char32_t kLatin1 = 0xFF;

// What numbers 128 to 159 mean; 0 where windows-1252 has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Reference {
  char32_t value = 0;     // 0: means nothing
  std::size_t bytes = 0;  // of the text, the ampersand and a semicolon included
};

bool is_alnum(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

// -1 for what is no digit of that base.
int digit_of(char c, int base) {
  const char lower = ascii_lower(c);
  const int digit = is_ascii_digit(c)              ? c - '0'
                    : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                   : 99;
  return digit < base ? digit : -1;
}

char32_t meaning_of(char32_t number) {
  if (number >= 0x80 && number < 0x80 + kWindows1252.size()) return kWindows1252[number - 0x80];
  const bool is_space = number == '\t' || number == '\n' || number == '\r';
  const bool is_character = (number >= 0x20 || is_space) && number != 0x7F && number <= 0x10FFFF &&
                            !(number >= 0xD800 && number <= 0xDFFF) && (number & 0xFFFE) != 0xFFFE;
  return is_character ? number : 0;
}

// Of text that begins "&#".
std::optional<Reference> numeric_reference(std::string_view text) {
  const bool is_hex = text.size() > 2 && ascii_lower(text[2]) == 'x';
  const int base = is_hex ? 16 : 10;
  const std::size_t begin = is_hex ? 3 : 2;
  std::size_t at = begin;
  char32_t number = 0;
  for (; at < text.size(); ++at) {
    const int digit = digit_of(text[at], base);
    if (digit < 0) break;
    number = std::min<char32_t>(number * char32_t(base) + char32_t(digit), 0x110000);
  }
  if (at == begin) return std::nullopt;
  if (at < text.size() && text[at] == ';') ++at;
  return Reference{meaning_of(number), at};
}

char32_t value_of_name(const std::string& name) {
  if (name == "amp") return '&';
  if (name == "nbsp") return 0xA0;
  const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return entity ? entity->value : 0;
}

std::optional<Reference> named_reference(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end <= kMaxNameBytes && is_alnum(text[end])) ++end;
  if (end == 1 || end > kMaxNameBytes) return std::nullopt;
  const char32_t value = value_of_name(std::string(text.substr(1, end - 1)));
  if (value == 0) return std::nullopt;
  if (end < text.size() && text[end] == ';') return Reference{value, end + 1};
  // "?a=1&copy=2" is an address.
  if (value > kLatin1 || (end < text.size() && text[end] == '=')) return std::nullopt;
  return Reference{value, end};
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    decoded += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    if (text.empty()) break;
    const auto reference = text.starts_with("&#") ? numeric_reference(text) : named_reference(text);
    if (!reference) {
      decoded += '&';
      text.remove_prefix(1);
      continue;
    }
    if (reference->value != 0) append_utf8(decoded, reference->value);
    text.remove_prefix(reference->bytes);
  }
  return decoded;
}

}  // namespace backfile
