#include "indexer/cleaner/byline_marks.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/utf8.h"

namespace backfile {
namespace {

bool is_address_character(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c) ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}

bool ends_web_address(char c) {
  return std::string_view(" ,;|<>()[]\"'").find(c) != std::string_view::npos;
}

bool is_web_address(std::string_view word) {
  for (const std::string_view mark : {"://", "www.", ".com/", ".org/", ".net/", "mailto:"})
    if (word.find(mark) != std::string_view::npos) return true;
  return false;
}

std::string_view closing_of(char opening) {
  switch (opening) {
    case '(':
      return ")";
    case '[':
      return "]";
    case '<':
      return ">";
    case '{':
      return "}";
    default:
      return {};
  }
}

// The place of the bracket that closes the one at `start`; npos for none.
std::size_t closing_at(std::string_view line, std::size_t start) {
  const char closing = closing_of(line[start]).front();
  std::size_t depth = 0;
  for (std::size_t i = start; i < line.size(); ++i) {
    if (line[i] == line[start]) ++depth;
    if (line[i] == closing && --depth == 0) return i;
  }
  return std::string_view::npos;
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

struct Word {
  std::size_t start;
  std::size_t end;
  std::string lower;  // ASCII letters and digits
};

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    Word word{i, end, {}};
    for (const char c : line.substr(i, end - i))
      if (is_ascii_alpha(c) || is_ascii_digit(c)) word.lower += ascii_lower(c);
    words.push_back(std::move(word));
    i = end + 1;
  }
  return words;
}

bool is_time_unit(const std::string& word) {
  return is_any_of(word, {"second", "seconds", "sec",   "secs",   "minute", "minutes", "min",
                          "mins",   "hour",    "hours", "hr",     "hrs",    "day",     "days",
                          "week",   "weeks",   "month", "months", "year",   "years"});
}

bool is_count(const std::string& word) {
  return is_any_of(word, {"a", "an", "one", "few"}) ||
         (!word.empty() && std::ranges::all_of(word, is_ascii_digit));
}

bool begins_update(const std::vector<Word>& words, std::size_t i) {
  if (is_any_of(words[i].lower, {"updated", "published", "posted"})) return true;
  return words[i].lower == "last" && i + 1 < words.size() &&
         is_any_of(words[i + 1].lower, {"updated", "modified"});
}

}  // namespace

std::string without_addresses(std::string_view line) {
  std::string kept;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && !ends_web_address(line[end])) ++end;
    const std::string_view word = line.substr(i, end - i);
    const std::size_t at = word.find('@');
    if (at != std::string_view::npos) {
      std::size_t left = at;
      while (left > 0 && is_address_character(word[left - 1])) --left;
      kept += word.substr(0, left);
    } else if (!is_web_address(word)) {
      kept += word;
    }
    if (end < line.size()) kept += line[end];
    i = end + 1;
  }
  return kept;
}

std::string without_brackets(std::string_view line) {
  std::string kept;
  std::string_view inside;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (closing_of(line[i]).empty()) {
      if (std::string_view(")]>}").find(line[i]) == std::string_view::npos) kept += line[i];
      continue;
    }
    const std::size_t closing = closing_at(line, i);
    const std::string_view text = line.substr(i + 1, std::min(closing, line.size()) - i - 1);
    if (inside.empty()) inside = text;
    if (closing == std::string_view::npos) break;
    const std::string_view rest = trimmed(line.substr(closing + 1));
    const bool nickname = !trimmed(kept).empty() && !rest.empty() &&
                          std::ranges::all_of(text, is_ascii_alpha) &&
                          is_ascii_alpha(rest.front()) && !rest.starts_with("and ");
    if (nickname) kept.append("(").append(text).append(")");
    i = closing;
  }
  return trimmed(kept).empty() ? std::string(inside) : kept;
}

std::string without_times(std::string_view line) {
  const std::vector<Word> words = words_of(line);
  std::string kept;
  std::size_t copied = 0;  // bytes of the line dealt with
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (begins_update(words, i)) return kept.append(line.substr(copied, words[i].start - copied));
    const bool ends_remark = is_any_of(words[i].lower, {"ago", "read"});
    if (!ends_remark || i == 0 || !is_time_unit(words[i - 1].lower)) continue;
    const std::size_t first = i > 1 && is_count(words[i - 2].lower) ? i - 2 : i - 1;
    if (words[first].start < copied) continue;
    kept.append(line.substr(copied, words[first].start - copied));
    copied = words[i].end;
  }
  return kept.append(line.substr(copied));
}

}  // namespace backfile
