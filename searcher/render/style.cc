#include "searcher/render/style.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

std::size_t output_columns() {
  constexpr std::size_t kDefault = 80;
  constexpr std::size_t kLeast = 40;
  if (const char* columns = std::getenv("COLUMNS")) {
    const long number = std::strtol(columns, nullptr, 10);
    if (number > 0) return std::max(kLeast, std::size_t(number));
  }
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max(kLeast, std::size_t(size.ws_col));
  return kDefault;
}

std::string styled(std::string_view text, std::string_view sequence, const Style& style) {
  if (!style.colors || text.empty()) return std::string(text);
  return std::string(sequence).append(text).append(kPlain);
}

// text[begin, end) with the parts that lie in highlights in bold.
std::string with_highlights(std::string_view text, std::size_t begin, std::size_t end,
                            const std::vector<Range>& highlights, const Style& style) {
  std::string result;
  std::size_t at = begin;
  for (const Range& range : highlights) {
    const std::size_t from = std::max(range.begin, at);
    const std::size_t to = std::min(range.end, end);
    if (from >= to) continue;
    result += harmless(text.substr(at, from - at));
    result += bold(harmless(text.substr(from, to - from)), style);
    at = to;
  }
  return result += harmless(text.substr(at, end - at));
}

std::size_t boundary_after(std::string_view text, std::size_t offset) {
  return offset + code_point_at(text, offset).bytes;
}

// The end of what of text[begin, end) fits into so many columns.
std::size_t first_columns(std::string_view text, std::size_t begin, std::size_t end,
                          std::size_t columns) {
  std::size_t stop = begin;
  std::size_t width = 0;
  while (stop < end) {
    const std::size_t next = boundary_after(text, stop);
    width += display_width(text.substr(stop, next - stop));
    if (width > columns) break;
    stop = next;
  }
  return stop;
}

class Wrapper {
 public:
  Wrapper(std::string_view text, const std::vector<Range>& highlights, std::size_t indent,
          const Style& style)
      : text_(text),
        highlights_(highlights),
        style_(style),
        margin_(std::min(indent, style.columns - 1), ' ') {}

  std::string run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find_first_of(" \n\t", begin), text_.size());
      if (end > begin) put_word(begin, end);
      begin = end + 1;
    }
    end_line();
    return std::move(lines_);
  }

 private:
  void put_word(std::size_t begin, std::size_t end) {
    const std::size_t width = display_width(text_.substr(begin, end - begin));
    if (width <= style_.columns - margin_.size()) {
      if (width > room()) end_line();
      return put(begin, end);
    }
    // A word longer than a line, or text without spaces, is broken anywhere.
    while (begin < end) {
      std::size_t stop = first_columns(text_, begin, end, room());
      if (stop == begin && column_ == 0) stop = boundary_after(text_, begin);
      if (stop > begin) put(begin, stop);
      begin = stop;
      if (begin < end) end_line();
    }
  }

  // Columns that a word may still take in this line.
  std::size_t room() const {
    const std::size_t taken = column_ == 0 ? margin_.size() : column_ + 1;
    return style_.columns - std::min(style_.columns, taken);
  }

  void put(std::size_t begin, std::size_t end) {
    const std::string_view before = column_ == 0 ? std::string_view(margin_) : " ";
    lines_ += before;
    lines_ += with_highlights(text_, begin, end, highlights_, style_);
    column_ += before.size() + display_width(text_.substr(begin, end - begin));
  }

  void end_line() {
    if (column_ > 0) lines_ += '\n';
    column_ = 0;
  }

  std::string_view text_;
  const std::vector<Range>& highlights_;
  const Style& style_;
  std::string margin_;
  std::size_t column_ = 0;  // of the line so far; 0: nothing in it
  std::string lines_;
};

}  // namespace

Style style_of_output() {
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color && *no_color;
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal && std::string_view(terminal) == "dumb";
  return {::isatty(STDOUT_FILENO) == 1 && !refused && !dumb, output_columns()};
}

std::string bold(std::string_view text, const Style& style) { return styled(text, kBold, style); }
std::string dim(std::string_view text, const Style& style) { return styled(text, kDim, style); }

std::string harmless(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (!is_unwanted(c.value)) append_utf8(result, c.value == kNextLine ? U' ' : c.value);
    i += c.bytes;
  }
  return result;
}

std::string printable(std::string_view text) { return clean_line(harmless(text)); }

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.bytes;
    const auto type = u_charType(UChar32(c.value));
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(UChar32(c.value), UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::string wrapped(std::string_view text, const std::vector<Range>& highlights, std::size_t indent,
                    const Style& style) {
  return Wrapper(text, highlights, indent, style).run();
}

}  // namespace backfile
