#include "common/json.h"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/utf8.h"

namespace backfile {
namespace {

// By byte: 0 stands for itself, 'u' is written by number, any other letter behind a backslash.
constexpr std::array<char, 256> make_escapes() {
  std::array<char, 256> escapes{};
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

}  // namespace

void append_json(std::string& to, std::string_view text) {
  if (first_invalid_utf8(text)) {
    to += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  to += '"';
  std::size_t plain = 0;  // begins what is not appended yet
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char escape = kEscapes[static_cast<unsigned char>(text[i])];
    if (escape == 0) continue;
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

std::string dump_line(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace backfile
