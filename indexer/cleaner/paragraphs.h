// The text of a body -> paragraphs: empty lines part them, and single line ends where lines are
// whole paragraphs; where text was broken at a width, lines are joined again.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_article.h"

namespace backfile {

struct BodyLine {
  std::string_view text;     // by clean_line(), not empty
  std::size_t indent = 0;    // columns of white space before it
  std::size_t end = 0;       // the column behind its last character
  bool starts_block = true;  // the first after an empty line, or of all
  bool has_columns = false;  // wide gaps between words, as tables have them
};

// The lines of `text` that are not empty. Line feed, CR LF, CR, form feed and Unicode's own
// separators end a line. They view `text`, or `cleaned` where cleaning changed one.
std::vector<BodyLine> split_lines(std::string_view text, std::deque<std::string>& cleaned);

// Whether `lines` were broken at a width, judged by their lengths and by how they end and begin.
LineUse judge_lines(std::span<const BodyLine> lines);

// Whether `line`, in text that was broken at a width, is the middle of a sentence that `before`
// began.
bool goes_on(const BodyLine& before, const BodyLine& line);

// The paragraphs, each on one line, with one empty line between. Where `use` is kWrapped, lines are
// joined but for those that start a paragraph: indented ones, those after a short line, list items,
// speakers, cross-heads and rows of tables. kUnknown is judged. Nothing but blanks is added or
// lost.
std::string join_paragraphs(std::span<const BodyLine> lines, LineUse use);

}  // namespace backfile
