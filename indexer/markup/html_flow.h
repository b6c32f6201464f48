// Text as it flows out of a tree: white space folded, lines and paragraphs parted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

class HtmlFlow {
 public:
  // White space in `text` counts as one space; none at the front or end of a line.
  void add(std::string_view text);
  // Line ends and indents stay.
  void add_preformatted(std::string_view text);
  // A line ends here; twice, a paragraph.
  void break_line() { pending_ = pending_ < Gap::kLine ? Gap::kLine : Gap::kParagraph; }
  // What follows is on another line, however often this is said.
  void end_line() { pending_ = std::max(pending_, Gap::kLine); }
  // What follows is parted by an empty line.
  void break_paragraph() { pending_ = Gap::kParagraph; }
  void add_space() { pending_ = std::max(pending_, Gap::kSpace); }

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  enum class Gap : std::uint8_t { kNone, kSpace, kLine, kParagraph };

  void close_gap();

  std::string text_;
  Gap pending_ = Gap::kNone;
};

}  // namespace backfile
