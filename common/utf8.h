// UTF-8 as every stage needs it: checking, decoding, normal form, and keeping
// control characters out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }
constexpr char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; }
constexpr bool is_ascii_alpha(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// What some programs put before a text in UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view text);

// Without ASCII white space at either end; a view into `text`.
std::string_view trimmed(std::string_view text);

// The byte offset of the first ill-formed sequence; empty when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  // 0 at the end of the text
};

// code_point_at() where no ASCII character stands.
CodePoint beyond_ascii_at(std::string_view text, std::size_t offset);

// The code point that begins at `offset`; U+FFFD with at least one byte for an ill-formed one.
inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? CodePoint{first, 1} : beyond_ascii_at(text, offset);
}
void append_utf8(std::string& text, char32_t c);

// The greatest character boundary at or before `offset`.
std::size_t boundary_before(std::string_view text, std::size_t offset);

// `text` (valid UTF-8) in normal form C.
std::string to_nfc(std::string_view text);

// C0 and C1 controls, DEL, soft hyphens, and the invisible characters that reorder or hide text
// (bidirectional overrides and isolates, byte-order marks, tags): nothing that belongs in an
// article, and what terminals can be attacked with. Line feed and tab are white space, not this.
bool is_unwanted(char32_t c);
// White space to Unicode, a control to terminals.
inline constexpr char32_t kNextLine = 0x85;

// Unicode's white space: spaces of every width, line ends, tabs.
bool is_white_space(char32_t c);

// A field of one line: unwanted characters cut, runs of white space (also no-break spaces and line
// separators) one space, trimmed, NFC. What is not UTF-8 becomes U+FFFD.
std::string clean_line(std::string_view text);

// Whether `text` is ASCII that clean_line() leaves as it is: words parted by single blanks.
bool is_plain_line(std::string_view text);

}  // namespace backfile
