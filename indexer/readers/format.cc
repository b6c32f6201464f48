#include "indexer/readers/format.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/readers/text.h"

namespace backfile {
namespace {

constexpr std::size_t kLookBytes = 4096;

constexpr std::array<std::string_view, 2> kTextEndings = {".txt", ".text"};
constexpr std::array<std::string_view, 2> kJsonlEndings = {".jsonl", ".ndjson"};

// What stands first, white space and a byte-order mark aside.
std::string_view first_text(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  while (!bytes.empty() && is_ascii_space(bytes.front())) bytes.remove_prefix(1);
  return bytes;
}

bool is_jsonl(std::string_view bytes) {
  const std::string_view text = first_text(bytes);
  if (!text.starts_with('{')) return false;
  const std::string_view inside = first_text(text.substr(1));
  return inside.starts_with('"') || inside.starts_with('}');
}

bool is_markup(std::string_view bytes) {
  const std::string_view text = first_text(bytes);
  return text.size() > 1 && text[0] == '<' &&
         (is_ascii_alpha(text[1]) || text[1] == '!' || text[1] == '?');
}

bool is_text(std::string_view bytes) {
  return bytes.find('\0') == std::string_view::npos && !is_markup(bytes);
}

// Tried in this order: the last takes what no other does.
constexpr std::array kFormats = {
    Format{"jsonl", kJsonlEndings, is_jsonl,
           [](const ReaderSettings& settings) {
             return make_jsonl_reader(settings.input, settings.map);
           }},
    Format{"text", kTextEndings, is_text,
           [](const ReaderSettings& settings) {
             return make_text_reader(settings.input, settings.section);
           }},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_by_name(std::string_view name) {
  const auto* row = std::ranges::find(kFormats, name, &Format::name);
  return row == kFormats.end() ? nullptr : row;
}

std::string format_names() {
  std::string names;
  for (const Format& format : kFormats) names.append(names.empty() ? "" : " ").append(format.name);
  return names;
}

std::variant<const Format*, Rejection> detect_format(Input& input) {
  const std::string_view bytes = input.peek(kLookBytes).substr(0, kLookBytes);
  if (first_text(bytes).empty() && bytes.size() < kLookBytes)
    return Rejection{{input.path(), {}}, "empty", "the file has no text"};
  if (is_jsonl(bytes)) return format_by_name("jsonl");
  for (const Format& format : kFormats)
    for (const std::string_view ending : format.endings)
      if (input.path().ends_with(ending)) return &format;
  for (const Format& format : kFormats)
    if (format.is_it(bytes)) return &format;
  return Rejection{
      {input.path(), {}},
      "unknown format",
      "neither by content nor by name; name it with --format (" + format_names() + ")"};
}

}  // namespace backfile
