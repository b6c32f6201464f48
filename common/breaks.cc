#include "common/breaks.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>

#include "common/character.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// Those of several letters behind whose dot a capital letter goes on with the sentence.
constexpr std::array<std::string_view, 42> kBeforeNames = {
    "adm", "atty", "brig", "capt", "cmdr", "col",    "cpl",  "dr",   "dra", "ft",  "gen",
    "gov", "hon",  "lt",   "m",    "maj",  "messrs", "mlle", "mm",   "mme", "mr",  "mrs",
    "ms",  "mt",   "pfc",  "pres", "prof", "pvt",    "rep",  "reps", "rev", "sen", "sens",
    "sgt", "sr",   "sra",  "srta", "ss",   "st",     "ste",  "supt", "vs"};
constexpr std::array<std::string_view, 20> kBeforeNumbers = {
    "apr", "art", "aug", "ca",  "dec", "feb", "fig", "jan", "jul", "jun",
    "mar", "no",  "nos", "nov", "nr",  "oct", "p",   "pp",  "sep", "sept"};

// Languages that write the 17th as 17.
constexpr std::array<std::string_view, 16> kDottedOrdinals = {
    "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr"};

static_assert(std::ranges::is_sorted(kBeforeNames) && std::ranges::is_sorted(kBeforeNumbers) &&
              std::ranges::is_sorted(kDottedOrdinals));

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::ranges::binary_search(words, word);
}

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == U'…'; }

// Of scripts that put no space behind it.
bool is_full_stop(char32_t c) {
  constexpr std::u32string_view kFullStops = U"。｡！？؟۔।";
  return kFullStops.find(c) != std::u32string_view::npos;
}

bool is_closer(char32_t c) {
  constexpr std::u32string_view kClosers = U"\"')]}”’»›」』）";
  return kClosers.find(c) != std::u32string_view::npos;
}

bool has_empty_line(std::string_view gap) {
  bool line_ended = false;
  for (const char c : gap) {
    if (c == '\n') {
      if (line_ended) return true;
      line_ended = true;
    } else if (!is_ascii_space(c)) {
      line_ended = false;
    }
  }
  return false;
}

struct Terminator {
  char32_t mark = 0;
  bool is_dot_of_word = false;  // right behind it
};

// The first terminator of the gap with white space behind it; a mark of 0 when there is none.
Terminator terminator_in(std::string_view gap) {
  Terminator found;
  bool is_closed = false;  // by white space
  bool is_first = true;
  for (std::size_t i = 0; i < gap.size();) {
    const CodePoint c = code_point_at(gap, i);
    i += c.bytes;
    if (is_full_stop(c.value)) return {c.value, is_first};
    if (is_terminator(c.value)) {
      if (found.mark == 0 || c.value != '.') found = {c.value, is_first && c.value == '.'};
    } else if (found.mark != 0 && is_white_space(c.value)) {
      is_closed = true;
      break;
    } else if (!is_closer(c.value)) {
      found = {};
    }
    is_first = false;
  }
  return is_closed ? found : Terminator{};
}

// Whether the dot right behind `word` is part of it.
bool is_abbreviation(std::string_view word, std::string_view language, bool before_digit) {
  if (!is_ascii_digit(word.front()) && code_point_at(word, 0).bytes == word.size()) return true;
  std::string lower;
  for (const char c : word) lower += ascii_lower(c);
  if (holds(kBeforeNames, lower) || (before_digit && holds(kBeforeNumbers, lower))) return true;
  const bool is_number = std::ranges::all_of(word, is_ascii_digit);
  return is_number && word.size() <= 2 && holds(kDottedOrdinals, language);
}

}  // namespace

Break break_between(std::string_view text, std::string_view language, std::size_t begin,
                    std::size_t end, std::size_t next) {
  const std::string_view gap = text.substr(end, next - end);
  if (gap.size() < 2) return Break::kNone;
  if (has_empty_line(gap)) return Break::kParagraph;
  const Terminator terminator = terminator_in(gap);
  if (terminator.mark == 0) return Break::kNone;
  if (is_full_stop(terminator.mark)) return Break::kSentence;
  const char32_t following = code_point_at(text, next).value;
  if (u_islower(UChar32(following))) return Break::kNone;
  const bool is_abbreviated =
      terminator.is_dot_of_word && is_abbreviation(text.substr(begin, end - begin), language,
                                                   character(following).is(Character::kDigit));
  return is_abbreviated ? Break::kNone : Break::kSentence;
}

}  // namespace backfile
