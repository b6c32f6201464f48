#include "common/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/error.h"
#include "common/find_byte.h"

namespace backfile {
namespace {

std::size_t ascii_prefix(std::string_view text) {
  return find_byte(text, 0, [](char c) { return !is_ascii(c); });
}

bool is_graphic(char c) { return c > ' ' && c < '\x7F'; }

// The end of the printable ASCII that begins at `offset`: words with one space between them.
std::size_t plain_end(std::string_view text, std::size_t offset) {
  std::size_t i = offset;
  for (;;) {
    while (i < text.size() && is_graphic(text[i])) ++i;
    if (i == offset || i + 1 >= text.size() || text[i] != ' ' || !is_graphic(text[i + 1])) return i;
    ++i;
  }
}

}  // namespace

bool is_ascii(std::string_view text) { return ascii_prefix(text) == text.size(); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = std::int64_t(text.size());
  std::int64_t i = 0;
  while (i < size) {
    i += std::int64_t(ascii_prefix(text.substr(std::size_t(i))));
    if (i == size) break;
    const std::int64_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return std::size_t(start);
  }
  return std::nullopt;
}

CodePoint beyond_ascii_at(std::string_view text, std::size_t offset) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = offset;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
  return {char32_t(c), i - offset};
}

void append_utf8(std::string& text, char32_t c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(bytes, length);
}

std::size_t boundary_before(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80) --offset;
  return offset;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error("Unicode normalization failed", u_errorName(status));
  std::string result;
  icu::StringByteSink<std::string> sink(&result, std::int32_t(text.size()));
  nfc->normalizeUTF8(0, {text.data(), std::int32_t(text.size())}, sink, nullptr, status);
  if (U_FAILURE(status)) throw Error("Unicode normalization failed", u_errorName(status));
  return result;
}

bool is_unwanted(char32_t c) {
  if (c < 0x80) return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  if (c < 0xA0 || c == 0xAD) return c != kNextLine;
  if (c < 0x200B) return c == 0x061C;
  return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F) || c == 0xFFFE || c == 0xFFFF;
}

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(UChar32(c)) != 0;
}

std::string clean_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool gap = false;
  bool is_all_ascii = true;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t end = plain_end(text, i); end > i) {
      if (gap) line += ' ';
      gap = false;
      line.append(text, i, end - i);
      i = end;
      continue;
    }
    const CodePoint c = code_point_at(text, i);
    if (is_white_space(c.value)) {
      gap = !line.empty();
    } else if (!is_unwanted(c.value)) {
      if (gap) line += ' ';
      gap = false;
      append_utf8(line, c.value);  // what is not UTF-8 becomes U+FFFD
      is_all_ascii = false;
    }
    i += c.bytes;
  }
  return is_all_ascii ? line : to_nfc(line);
}

bool is_plain_line(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ') return false;
  const auto is_other = [](char c) { return (c < ' ') | (c > '~'); };
  if (find_byte(text, 0, is_other) < text.size()) return false;
  unsigned char gaps = 0;  // not bool: compilers take many bytes at once then
  for (std::size_t i = 1; i < text.size(); ++i)
    gaps |= static_cast<unsigned char>((text[i] == ' ') & (text[i - 1] == ' '));
  return gaps == 0;
}

}  // namespace backfile
