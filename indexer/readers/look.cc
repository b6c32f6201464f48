#include "indexer/readers/look.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/utf8.h"

namespace backfile {

std::string_view without_leading_space(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  while (!bytes.empty() && is_ascii_space(bytes.front())) bytes.remove_prefix(1);
  return bytes;
}

bool looks_like_markup(std::string_view head) {
  return head.size() > 1 && head[0] == '<' &&
         (is_ascii_alpha(head[1]) || head[1] == '!' || head[1] == '?');
}

bool ends_with_letters(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, ascii_lower,
                            ascii_lower);
}

Rejection too_large(Origin origin, std::string_view what, std::size_t max_bytes) {
  constexpr std::size_t kMegabyte = std::size_t{1} << 20;
  const std::string size = max_bytes % kMegabyte == 0 ? fmt::format("{} MB", max_bytes / kMegabyte)
                                                      : fmt::format("{} bytes", max_bytes);
  return {std::move(origin), "too large",
          fmt::format("{} of more than {}; --max-article sets another limit", what, size)};
}

}  // namespace backfile
