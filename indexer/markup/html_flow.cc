#include "indexer/markup/html_flow.h"

#include <algorithm>

#include "common/utf8.h"

namespace backfile {

void HtmlFlow::add(std::string_view text) {
  while (!text.empty()) {
    const auto word_end = std::size_t(std::ranges::find_if(text, is_ascii_space) - text.begin());
    if (word_end > 0) {
      close_gap();
      text_ += text.substr(0, word_end);
    }
    text.remove_prefix(word_end);
    if (text.empty()) return;
    add_space();
    const auto space_end =
        std::size_t(std::ranges::find_if_not(text, is_ascii_space) - text.begin());
    text.remove_prefix(space_end);
  }
}

void HtmlFlow::add_preformatted(std::string_view text) {
  if (text.empty()) return;
  close_gap();
  for (const char c : text)
    if (c != '\r') text_ += c;
}

void HtmlFlow::close_gap() {
  constexpr std::string_view kGaps[] = {"", " ", "\n", "\n\n"};
  if (!text_.empty()) text_ += kGaps[std::size_t(pending_)];
  pending_ = Gap::kNone;
}

}  // namespace backfile
