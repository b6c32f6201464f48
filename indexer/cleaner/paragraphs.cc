#include "indexer/cleaner/paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/find_byte.h"
#include "common/utf8.h"
#include "indexer/sentence_end.h"

namespace backfile {
namespace {

// A text broken at a width is between these; longer lines in it are rare.
constexpr std::size_t kMinWrap = 40;
constexpr std::size_t kMaxWrap = 120;

// The bytes of what ends a line at `i`; 0 for anything else.
std::size_t line_end_bytes(std::string_view text, std::size_t i) {
  constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";
  constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";
  switch (text[i]) {
    case '\n':
    case '\f':
    case '\v':
      return 1;
    case '\r':
      return text.substr(i).starts_with("\r\n") ? 2 : 1;
    case '\xE2':
      return text.substr(i).starts_with(kLineSeparator) ||
                     text.substr(i).starts_with(kParagraphSeparator)
                 ? kLineSeparator.size()
                 : 0;
    default:
      return 0;
  }
}

std::string_view take_line(std::string_view& text) {
  const auto may_end = [](char c) {
    return (static_cast<unsigned char>(c) <= '\r') | (c == '\xE2');
  };
  for (std::size_t i = find_byte(text, 0, may_end); i < text.size();
       i = find_byte(text, i + 1, may_end)) {
    const std::size_t end_bytes = line_end_bytes(text, i);
    if (end_bytes == 0) continue;
    const std::string_view line = text.substr(0, i);
    text.remove_prefix(i + end_bytes);
    return line;
  }
  return std::exchange(text, {});
}

std::size_t indent_of(std::string_view line) {
  constexpr std::size_t kTabColumns = 8;
  std::size_t columns = 0;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (c.value == U'\t')
      columns += kTabColumns - columns % kTabColumns;
    else if (is_white_space(c.value))
      ++columns;
    else if (!is_unwanted(c.value))
      break;
    i += c.bytes;
  }
  return columns;
}

// Whether two or more wide gaps are in `line`, or one and figures, or a row of dots.
bool has_columns(std::string_view line) {
  constexpr std::size_t kWideGap = 3;
  constexpr std::size_t kRowOfDots = 5;
  line = trimmed(line);
  std::size_t wide_gaps = 0;
  std::size_t gap = 0;  // columns of the one that is read; a tab is wide
  std::size_t dots = 0;
  bool figures = false;
  for (const char c : line) {
    dots = c == '.' ? dots + 1 : 0;
    if (dots == kRowOfDots) return true;
    figures = figures || is_ascii_digit(c);
    if (c == ' ' || c == '\t') {
      gap += c == ' ' ? 1 : kWideGap;
      continue;
    }
    if (gap >= kWideGap) ++wide_gaps;
    gap = 0;
  }
  return wide_gaps > 1 || (wide_gaps == 1 && figures);
}

std::size_t characters(std::string_view text) {
  if (is_ascii(text)) return text.size();
  return std::size_t(std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

std::string_view first_word(const BodyLine& line) {
  const std::string_view text = line.text;
  return text.substr(0, text.find(' '));
}

// With a small letter, or with what goes on in the middle of a sentence.
bool starts_inside(const BodyLine& line) {
  const char32_t c = code_point_at(line.text, 0).value;
  return c < 0x80 ? (c >= 'a' && c <= 'z') || c == ',' || c == ';' || c == ')'
                  : u_isULowercase(UChar32(c)) != 0;
}

// What an extraction left of a line: a comma, a full stop.
bool is_scrap(const BodyLine& line) {
  return std::ranges::none_of(line.text, [](char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

// `- one`, `* one`, `• one`, `1. one`, `(2) one`, `a) one`
bool is_list_item(const BodyLine& line) {
  const std::string_view mark = first_word(line);
  if (mark.size() == line.text.size()) return false;
  constexpr std::array<std::string_view, 12> kMarks = {"-", "--", "*", "+", "–", "—",
                                                       "•", "·",  "▪", "■", "o", ">"};
  if (std::ranges::find(kMarks, mark) != kMarks.end()) return true;
  std::string_view number = mark;
  if (number.starts_with('(')) number.remove_prefix(1);
  if (number.size() < 2 || number.size() > 4) return false;
  const char end = number.back();
  number.remove_suffix(1);
  const bool counted = std::ranges::all_of(number, is_ascii_digit);
  const bool lettered = number.size() == 1 && is_ascii_alpha(number.front());
  return (end == ')' && (counted || lettered)) || (end == '.' && counted);
}

// `Q: What next?`, `A. We do not know.`, `MAYOR: No.`
bool is_speaker(const BodyLine& line) {
  std::string_view name = first_word(line);
  if (name == "Q." || name == "A.") return true;
  if (!name.ends_with(':') || name.size() == line.text.size()) return false;
  name.remove_suffix(1);
  return std::ranges::none_of(name,
                              [](char c) { return is_ascii_alpha(c) && c == ascii_lower(c); });
}

// Half of the words are figures: a row of a table, a score.
bool is_figures(const BodyLine& line) {
  std::size_t words = 0;
  std::size_t figures = 0;
  for (std::string_view rest = line.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    ++words;
    if (std::ranges::any_of(word, is_ascii_digit) && std::ranges::none_of(word, is_ascii_alpha))
      ++figures;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return figures > 1 && figures * 2 >= words;
}

bool is_han_or_kana(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  if (c < 0x2E80) return false;
  const UScriptCode script = uscript_getScript(UChar32(c), &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF61);
}

// Whether the line end between the two stands for no blank: in scripts without blanks, and behind
// the hyphen of `long-` `term`, but not of `Nord-` `und Südsee`.
bool joins_without_blank(std::string_view before, std::string_view after) {
  const std::size_t last = boundary_before(before, before.size() - 1);
  if (is_han_or_kana(code_point_at(before, last).value))
    return is_han_or_kana(code_point_at(after, 0).value);
  if (!before.ends_with('-') || before.size() < 2 || !is_ascii_alpha(before[before.size() - 2]))
    return false;
  const std::string_view word = after.substr(0, after.find(' '));
  constexpr std::array<std::string_view, 8> kConjunctions = {"und", "oder", "bis", "and",
                                                             "or",  "to",   "et",  "y"};
  return u_isalnum(UChar32(code_point_at(after, 0).value)) != 0 &&
         std::ranges::find(kConjunctions, word) == kConjunctions.end();
}

// Joins lines that were broken at a width.
class Unwrapped {
 public:
  explicit Unwrapped(std::span<const BodyLine> lines) : lines_(lines) {
    for (const BodyLine& line : lines) {
      if (line.end <= kMaxWrap) width_ = std::max(width_, line.end);
      margin_ = std::min(margin_, line.indent);
    }
    const auto is_indented = [&](const BodyLine& line) { return line.indent > margin_; };
    has_indents_ = std::ranges::any_of(lines, is_indented);
  }

  std::size_t width() const { return width_; }
  bool is_indented(std::size_t i) const { return lines_[i].indent > margin_; }

  // Whether the sentence of line `i` goes on in the next, by the line's length or that one's start.
  bool flows_on(std::size_t i) const {
    return !ends_sentence(lines_[i].text) && (starts_inside(lines_[i + 1]) || is_full(i));
  }

  // Whether the first word of the next line had no room in line `i`; writers of old broke lines a
  // few columns early.
  bool is_full(std::size_t i) const {
    constexpr std::size_t kEarlyColumns = 8;
    return lines_[i].end + 1 + characters(first_word(lines_[i + 1])) + kEarlyColumns > width_;
  }

  bool starts_paragraph(std::size_t i) const {
    const BodyLine& before = lines_[i - 1];
    const BodyLine& line = lines_[i];
    if (line.starts_block || before.has_columns || line.has_columns) return true;
    const bool ended = ends_sentence(before.text);
    const bool full = is_full(i - 1);
    if (!ended && starts_inside(line) &&
        (full || (!is_indented(i) && (i == 1 || before.end * 2 > width_))))
      return false;
    if (is_indented(i)) return ended || !full || line.indent != before.indent;
    if (!full) return i > 1 || ended || !follows_dateline();
    if (is_list_item(line) || is_speaker(line)) return ended;
    if (is_figures(before) && is_figures(line)) return true;
    return ended && is_cross_head(i);
  }

 private:
  // The first line may be short because a dateline stood before it, which the dump keeps elsewhere.
  bool follows_dateline() const {
    return starts_inside(lines_[1]) || (has_indents_ && lines_[0].end * 3 > width_);
  }

  bool is_cross_head(std::size_t i) const {
    return lines_[i].end * 2 < width_ && !ends_sentence(lines_[i].text) && i + 1 < lines_.size() &&
           !starts_inside(lines_[i + 1]) && !is_full(i);
  }

  std::span<const BodyLine> lines_;
  std::size_t width_ = 0;
  std::size_t margin_ = kMaxWrap;
  bool has_indents_ = false;
};

}  // namespace

std::vector<BodyLine> split_lines(std::string_view text, std::deque<std::string>& cleaned) {
  std::vector<BodyLine> lines;
  bool starts_block = true;
  while (!text.empty()) {
    const std::string_view raw = take_line(text);
    std::string_view line = trimmed(raw);
    if (!is_plain_line(line)) line = cleaned.emplace_back(clean_line(raw));
    if (line.empty()) {
      starts_block = true;
      continue;
    }
    const std::size_t indent = indent_of(raw);
    const std::size_t end = indent + characters(line);
    // Cleaning shortens a line with gaps; lines wider than all text are no rows.
    const bool may_have = trimmed(raw).size() > line.size() || line.find("..") != line.npos;
    const bool columns = may_have && end <= kMaxWrap && has_columns(raw);
    lines.push_back({line, indent, end, starts_block, columns});
    starts_block = false;
  }
  return lines;
}

LineUse judge_lines(std::span<const BodyLine> lines) {
  const Unwrapped wrapped(lines);
  const auto is_long = [](const BodyLine& line) { return line.end > kMaxWrap; };
  const auto long_lines = std::size_t(std::ranges::count_if(lines, is_long));
  constexpr std::size_t kRare = 20;
  constexpr std::size_t kMany = 5;  // full lines on end, where a text has no small letters
  if (wrapped.width() < kMinWrap || long_lines * kRare > lines.size()) return LineUse::kParagraphs;
  std::size_t flowing = 0;
  std::size_t stopping = 0;
  bool certain = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const BodyLine& next = lines[i + 1];
    if (next.starts_block || next.has_columns || wrapped.is_indented(i + 1)) continue;
    if (wrapped.flows_on(i)) {
      ++flowing;
      certain = certain || starts_inside(next) || flowing >= kMany;
    } else if (!wrapped.is_full(i) && (i > 0 || ends_sentence(lines[i].text))) {
      ++stopping;  // the first line may stand behind a dateline
    }
  }
  return certain && flowing > 2 * stopping ? LineUse::kWrapped : LineUse::kParagraphs;
}

bool goes_on(const BodyLine& before, const BodyLine& line) {
  return !line.starts_block && starts_inside(line) && !is_scrap(line) &&
         !ends_sentence(before.text);
}

std::string join_paragraphs(std::span<const BodyLine> lines, LineUse use) {
  if (use == LineUse::kUnknown) use = judge_lines(lines);
  const Unwrapped wrapped(lines);
  std::size_t bytes = 0;
  for (const BodyLine& line : lines) bytes += line.text.size() + 2;
  std::string body;
  body.reserve(bytes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    if (i > 0 && (use == LineUse::kParagraphs || wrapped.starts_paragraph(i)))
      body += "\n\n";
    else if (i > 0 && !joins_without_blank(lines[i - 1].text, text))
      body += ' ';
    body += text;
  }
  return body;
}

}  // namespace backfile
