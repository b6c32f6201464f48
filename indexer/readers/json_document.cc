#include "indexer/readers/json_document.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/field_values.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepestBody = 8;

// The value of "\uXXXX" at the front; empty when none stands there.
std::optional<unsigned> escaped_unit(std::string_view text) {
  constexpr std::size_t kBytes = 6;
  if (text.size() < kBytes || !text.starts_with("\\u")) return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(2, 4)) {
    const char lower = ascii_lower(c);
    if (is_ascii_digit(c))
      unit = unit * 16 + unsigned(c - '0');
    else if (lower >= 'a' && lower <= 'f')
      unit = unit * 16 + unsigned(lower - 'a' + 10);
    else
      return std::nullopt;
  }
  return unit;
}

bool is_high(std::optional<unsigned> unit) { return unit && *unit >= 0xD800 && *unit < 0xDC00; }
bool is_low(std::optional<unsigned> unit) { return unit && *unit >= 0xDC00 && *unit < 0xE000; }

// Appends the escape at the front of `rest`, a lone half of a pair as U+FFFD; how long it is.
std::size_t append_escape(std::string_view rest, std::string& to) {
  constexpr std::size_t kUnitBytes = 6;
  const auto unit = escaped_unit(rest);
  const bool pair = is_high(unit) && is_low(escaped_unit(rest.substr(kUnitBytes)));
  const std::size_t size = pair   ? 2 * kUnitBytes
                           : unit ? kUnitBytes
                                  : std::min<std::size_t>(2, rest.size());
  if (!pair && (is_high(unit) || is_low(unit)))
    to += "\\uFFFD";
  else
    to += rest.substr(0, size);
  return size;
}

// With lone surrogates replaced, and null for the numbers that Python writes and JSON does not
// know.
std::string repaired(std::string_view json) {
  constexpr std::array<std::string_view, 3> kNoNumbers = {"NaN", "-Infinity", "Infinity"};
  std::string text;
  text.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (in_string && c == '\\') {
      i += append_escape(json.substr(i), text);
      continue;
    }
    if (c == '"') in_string = !in_string;
    const auto* word =
        in_string ? kNoNumbers.end() : std::ranges::find_if(kNoNumbers, [&](std::string_view name) {
          return c == name[0] && json.substr(i).starts_with(name);
        });
    if (word != kNoNumbers.end()) {
      text += "null";
      i += word->size();
      continue;
    }
    text += c;
    ++i;
  }
  return text;
}

std::string text_in(dom::element value, int depth) {
  constexpr int kDeepest = 3;  // {"label": {"eng": "Harbour"}}
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_number()) return number_text(value);
  dom::object inner;
  if (depth >= kDeepest || value.get_object().get(inner)) return {};
  for (const auto field : inner)
    if (auto text = text_in(field.value, depth + 1); !is_absent(text)) return text;
  return {};
}

void append_paragraph(std::string_view text, std::string& body) {
  if (is_absent(text)) return;
  if (!body.empty()) body += "\n\n";
  body += body_of(text);
}

void append_paragraphs(dom::element value, std::string& body, int depth) {
  constexpr std::array<std::string_view, 12> kParts = {
      "summary", "sections", "headline", "heading", "paragraphs", "paragraph",
      "text",    "content",  "value",    "body",    "rendered",   "#text"};
  if (value.is_string()) return append_paragraph(value.get_string().value_unsafe(), body);
  if (depth >= kDeepestBody) return;
  dom::array list;
  if (!value.get_array().get(list))
    for (const dom::element item : list) append_paragraphs(item, body, depth + 1);
  dom::object object;
  if (!value.get_object().get(object))
    for (const auto field : object)
      if (std::ranges::find(kParts, field.key) != kParts.end())
        append_paragraphs(field.value, body, depth + 1);
}

}  // namespace

std::optional<dom::element> JsonDocument::parse(std::string_view json) {
  encoding_.clear();
  dom::element root;
  auto error = parser_.parse(json.data(), json.size()).get(root);
  if (!error) return root;
  Decoded decoded;
  if (first_invalid_utf8(json)) {
    decoded = decode(json);
    json = decoded.text;
    encoding_ = decoded.encoding;
    error = parser_.parse(json.data(), json.size()).get(root);
    if (!error) return root;
  }
  const std::string other = repaired(json);
  if (other != json && !parser_.parse(other.data(), other.size()).get(root)) return root;
  error_ = simdjson::error_message(error);
  return std::nullopt;
}

std::string_view type_name(dom::element value) {
  switch (value.type()) {
    case dom::element_type::ARRAY:
      return "a list";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::STRING:
      return "text";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

std::string number_text(dom::element number) {
  constexpr double kExact = 9007199254740992;  // 2^53
  double real = 0;
  if (!number.is_double() || number.get_double().get(real) || std::abs(real) >= kExact ||
      real != std::floor(real))
    return simdjson::minify(number);
  return std::to_string(std::int64_t(real));
}

std::string name_in(dom::object object) {
  constexpr std::array<std::string_view, 17> kNames = {
      "$date", "$oid",     "$numberLong", "value",    "name", "rendered", "main",  "term", "label",
      "title", "webTitle", "headline",    "original", "text", "content",  "#text", "@id"};
  for (const std::string_view name : kNames) {
    dom::element value;
    if (object.at_key(name).get(value)) continue;
    if (auto text = text_in(value, 0); !is_absent(text)) return text;
  }
  return {};
}

std::string joined_paragraphs(dom::element value) {
  std::string body;
  append_paragraphs(value, body, 0);
  return body;
}

}  // namespace backfile
