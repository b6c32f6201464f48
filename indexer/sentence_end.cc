#include "indexer/sentence_end.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace backfile {

std::string_view without_closing_marks(std::string_view text) {
  constexpr std::array<std::string_view, 12> kClosing = {"\"", "'", ")", "]", "”",  "’",
                                                         "»",  "«", "“", "‘", "」", "』"};
  const auto closes = [&](std::string_view mark) { return text.ends_with(mark); };
  for (auto mark = kClosing.begin(); mark != kClosing.end();) {
    mark = std::ranges::find_if(kClosing, closes);
    if (mark != kClosing.end()) text.remove_suffix(mark->size());
  }
  return text;
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 11> kStops = {".",  "!",  "?", ":", "…", "。",
                                                       "！", "？", "؟", "।", "۔"};
  if (text.empty()) return false;
  const char last = text.back();  // mostly a letter or a comma
  if (is_ascii_alpha(last) || is_ascii_digit(last) || last == ',') return false;
  if (last == '.') return true;
  text = without_closing_marks(text);
  return std::ranges::any_of(kStops, [&](std::string_view stop) { return text.ends_with(stop); });
}

}  // namespace backfile
