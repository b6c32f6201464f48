#include "indexer/cleaner/page_line.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include <unicode/uchar.h>

#include "common/character.h"
#include "common/utf8.h"
#include "indexer/cleaner/page_cues.h"
#include "indexer/sentence_end.h"

namespace backfile {
namespace {

// Labels are short; a longer line that begins like one is a sentence.
constexpr std::size_t kMaxLabelBytes = 120;

std::vector<LineRule> all_labels() {
  const auto english = english_page_labels();
  const auto others = page_labels();
  std::vector<LineRule> rows(english.begin(), english.end());
  rows.insert(rows.end(), others.begin(), others.end());
  return rows;
}

enum class Kind : unsigned char { kOther, kDigit, kSmall, kCapital };

Kind kind_of(char32_t c) {
  if (c < 0x80) {
    const char byte = char(c);
    if (is_ascii_digit(byte)) return Kind::kDigit;
    if (!is_ascii_alpha(byte)) return Kind::kOther;
    return byte == ascii_lower(byte) ? Kind::kSmall : Kind::kCapital;
  }
  if (u_isdigit(UChar32(c)) != 0) return Kind::kDigit;
  if (u_isalpha(UChar32(c)) == 0) return Kind::kOther;
  return UChar32(c) == u_tolower(UChar32(c)) ? Kind::kSmall : Kind::kCapital;
}

// Counts the words of a line, one after the other.
class WordCount {
 public:
  void add(char32_t c) {
    const Kind kind = kind_of(c);
    if (kind == Kind::kOther) return;
    ++letters_;
    if (kind == Kind::kDigit) ++digits_;
    if (first_ == Kind::kOther) first_ = kind;
    if (character(c).is(Character::kUnspaced)) ++unspaced_;
  }

  void end_word() {
    constexpr double kCharactersPerWord = 2;
    double words = first_ == Kind::kOther ? 0 : 1;
    if (unspaced_ > 1) words = double(unspaced_) / kCharactersPerWord;
    words_ += words;
    if (first_ == Kind::kSmall) small_ += words;
    first_ = Kind::kOther;
    unspaced_ = 0;
  }

  void describe(PageLine& line) const {
    line.words = words_;
    line.small_share = small_ / std::max(1.0, words_);
    line.digit_share = double(digits_) / double(std::max<std::size_t>(1, letters_));
  }

 private:
  double words_ = 0;
  double small_ = 0;
  std::size_t letters_ = 0;
  std::size_t digits_ = 0;
  std::size_t unspaced_ = 0;  // of the word that is read, as `first_`
  Kind first_ = Kind::kOther;
};

void count_words(PageLine& line) {
  WordCount count;
  const std::string_view text = line.text;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (c.value == U' ')
      count.end_word();
    else
      count.add(c.value);
    i += c.bytes;
  }
  count.end_word();
  count.describe(line);
}

// Unlike ends_sentence(), no colon, behind which a list begins, and no dots that cut a teaser
// short.
bool ends_with_stop(std::string_view text) {
  constexpr std::array<std::string_view, 12> kStops = {".", "!", "?", "。", "！", "？",
                                                       "؟", "।", "։", "．", "｡",  "۔"};
  text = without_closing_marks(text);
  if (text.ends_with("..")) return false;
  return std::ranges::any_of(kStops, [&](std::string_view stop) { return text.ends_with(stop); });
}

// `one, two`, `One. Two`, and the marks of scripts without blanks.
bool has_clauses(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if ((c == ',' || c == ';') && text[i + 1] == ' ') return true;
    if (c != '.' && c != '!' && c != '?') continue;
    std::string_view rest = text.substr(i + 1);
    for (const std::string_view closing : {"\"", "”", "’", ")"})
      if (rest.starts_with(closing)) {
        rest.remove_prefix(closing.size());
        break;
      }
    if (rest.size() > 1 && rest[0] == ' ') return true;
  }
  constexpr std::array<std::string_view, 5> kMarks = {"，", "、", "。", "；", "، "};
  return std::ranges::any_of(kMarks,
                             [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

bool has_separator(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSeparators = {"|",   " / ", " > ", " » ",
                                                           " › ", " · ", " • "};
  return std::ranges::any_of(kSeparators,
                             [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

// A year of our time, or digits as of a clock.
bool has_date(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_ascii_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    const std::string_view number = text.substr(i, end - i);
    if (number.size() == 4 && (number.starts_with("19") || number.starts_with("20"))) return true;
    if (number.size() <= 2 && end + 2 < text.size() && text[end] == ':' &&
        is_ascii_digit(text[end + 1]) && is_ascii_digit(text[end + 2]))
      return true;
    i = end;
  }
  return false;
}

PageLine shape_of(const BodyLine& body_line) {
  constexpr double kMaxDatedWords = 12;
  PageLine line;
  line.text = without_bullet(body_line.text);
  line.has_bullet = line.text.size() != body_line.text.size();
  line.indent = body_line.indent;
  count_words(line);
  line.ends_sentence = ends_with_stop(line.text);
  line.has_clauses = has_clauses(line.text);
  line.has_separator = has_separator(line.text);
  line.is_dated = line.words < kMaxDatedWords && has_date(line.text);
  return line;
}

}  // namespace

PageMatchers::PageMatchers() : labels_(all_labels()), notices_(page_notices()) {}

std::string_view PageMatchers::label_of(std::string_view line) const {
  if (line.size() > kMaxLabelBytes) return {};
  return labels_.rule_of(line).value_or(std::string_view());
}

std::string_view PageMatchers::notice_of(std::string_view line) const {
  return notices_.rule_of(line).value_or(std::string_view());
}

PageLine page_line(const BodyLine& line, const LineMatcher& strict, const PageMatchers& matchers) {
  PageLine shape = shape_of(line);
  if (shape.words == 0) return shape;
  shape.strict = strict.rule_of(line.text).value_or(std::string_view());
  shape.label = matchers.label_of(shape.text);
  shape.notice = matchers.notice_of(shape.text);
  return shape;
}

std::vector<PageLine> page_lines(std::span<const BodyLine> lines, const LineMatcher& strict,
                                 const PageMatchers& matchers) {
  std::vector<PageLine> shapes;
  shapes.reserve(lines.size());
  std::unordered_map<std::string_view, std::size_t> times;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    PageLine line = page_line(lines[i], strict, matchers);
    if (line.words == 0) continue;
    line.number = i;
    ++times[line.text];
    shapes.push_back(line);
  }
  for (PageLine& line : shapes) line.is_repeated = times[line.text] > 1;
  return shapes;
}

}  // namespace backfile
