#include "indexer/markup/page_title.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr auto kSeparators = std::to_array<std::string_view>(
    {" | ", " - ", " – ", " — ", " · ", " • ", " : ", " :: ", " « ", " » ", " / ", " ~ ", "|"});

// Too short a heading is found in any title.
constexpr std::size_t kMinHeadingBytes = 8;

// Letters, digits and what is not ASCII, in lower case: how names are compared.
std::string folded(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80)
      kept += ascii_lower(c);
  return kept;
}

bool stands_before_separator(std::string_view title, std::string_view heading) {
  if (!title.starts_with(heading)) return false;
  title.remove_prefix(heading.size());
  return std::ranges::any_of(
      kSeparators, [&](std::string_view separator) { return title.starts_with(separator); });
}

}  // namespace

bool is_same_name(std::string_view a, std::string_view b) {
  const std::string name = folded(a);
  return !name.empty() && name == folded(b);
}

bool is_one_of(std::string_view name, const std::vector<std::string>& names) {
  const std::string wanted = folded(name);
  return !wanted.empty() &&
         std::ranges::any_of(names, [&](const std::string& one) { return folded(one) == wanted; });
}

std::string without_site(std::string_view title, const std::vector<std::string>& sites) {
  std::string_view rest = trimmed(title);
  for (const std::string_view separator : kSeparators) {
    const std::size_t last = rest.rfind(separator);
    if (last == std::string_view::npos) continue;
    const std::size_t first = rest.find(separator);
    if (last > 0 && is_one_of(rest.substr(last + separator.size()), sites))
      rest = trimmed(rest.substr(0, last));
    else if (first + separator.size() < rest.size() && is_one_of(rest.substr(0, first), sites))
      rest = trimmed(rest.substr(first + separator.size()));
  }
  return std::string(rest);
}

std::string heading_in(const std::vector<std::string>& headings, std::string_view title) {
  const std::string whole = folded(title);
  for (const std::string& heading : headings) {
    const std::string part = folded(heading);
    if (part.size() < kMinHeadingBytes || whole.find(part) == std::string::npos) continue;
    if (part.size() * 2 >= whole.size() || stands_before_separator(title, heading)) return heading;
  }
  return {};
}

}  // namespace backfile
