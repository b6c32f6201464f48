#include "common/json.h"

#include <array>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/find_byte.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// By byte that is escaped: 'u' is written by number, any other letter behind a backslash.
constexpr std::array<char, 128> make_escapes() {
  std::array<char, 128> escapes{};
  for (std::size_t c = 0; c < 0x20; ++c) escapes[c] = 'u';
  escapes['\b'] = 'b';
  escapes['\f'] = 'f';
  escapes['\n'] = 'n';
  escapes['\r'] = 'r';
  escapes['\t'] = 't';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}

constexpr auto kEscapes = make_escapes();

// "\u0085", or two of that kind for what is beyond the 16 bits that one has.
void append_numbered(std::string& to, char32_t c) {
  constexpr char32_t kBeyond = 0x10000;
  const auto append = [&to](std::uint32_t unit) {
    fmt::format_to(std::back_inserter(to), "\\u{:04x}", unit);
  };
  if (c < kBeyond) return append(c);
  append(0xD800 + ((c - kBeyond) >> 10U));
  append(0xDC00 + ((c - kBeyond) & 0x3FFU));
}

}  // namespace

void append_json(std::string& to, std::string_view text) {
  if (first_invalid_utf8(text)) {
    to += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  to += '"';
  std::size_t plain = 0;  // begins what is not appended yet
  const auto is_escaped = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20) | (c == '"') | (c == '\\');
  };
  for (std::size_t i = find_byte(text, 0, is_escaped); i < text.size();
       i = find_byte(text, plain, is_escaped)) {
    const char escape = kEscapes[static_cast<unsigned char>(text[i])];
    to.append(text, plain, i - plain);
    plain = i + 1;
    if (escape == 'u')
      fmt::format_to(std::back_inserter(to), "\\u{:04x}", static_cast<unsigned char>(text[i]));
    else
      to.append({'\\', escape});
  }
  to.append(text, plain);
  to += '"';
}

void append_harmless_json(std::string& to, std::string_view text) {
  std::string json;
  append_json(json, text);
  std::size_t plain = 0;  // begins what is not appended yet
  for (std::size_t i = 0; i < json.size();) {
    const CodePoint c = code_point_at(json, i);
    if (is_unwanted(c.value) || c.value == kNextLine) {
      to.append(json, plain, i - plain);
      append_numbered(to, c.value);
      plain = i + c.bytes;
    }
    i += c.bytes;
  }
  to.append(json, plain);
}

std::string dump_line(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace backfile
