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
constexpr std::array<std::string_view, 38> kTitles = {
    "adm", "atty", "brig", "capt", "cmdr", "col",  "cpl",  "dipl",   "dr",   "dra",
    "gen", "gov",  "hon",  "ing",  "lt",   "m",    "maj",  "messrs", "mlle", "mm",
    "mme", "mr",   "mrs",  "ms",   "pfc",  "pres", "prof", "pvt",    "rep",  "reps",
    "rev", "sen",  "sens", "sgt",  "sra",  "srta", "supt", "vs"};
// Unless the next word begins sentences.
constexpr std::array<std::string_view, 20> kBeforeNames = {
    "bros", "bzw", "co",  "corp", "evtl", "ft", "ggf", "inc", "inkl", "jr",
    "ltd",  "mio", "mrd", "mt",   "sog",  "sr", "ss",  "st",  "ste",  "vgl"};
constexpr std::array<std::string_view, 20> kBeforeNumbers = {
    "apr", "art", "aug", "ca",  "dec", "feb", "fig", "jan", "jul", "jun",
    "mar", "no",  "nos", "nov", "nr",  "oct", "p",   "pp",  "sep", "sept"};

// Languages that write the 17th as 17.
constexpr std::array<std::string_view, 16> kDottedOrdinals = {
    "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr"};

// Words that, with a capital, begin a sentence and no name, so that a dot before them is its end.
struct SentenceBeginnings {
  std::string_view language;
  std::string_view words;  // each between two blanks
};
constexpr std::array<SentenceBeginnings, 7> kSentenceBeginnings = {{
    {"da", " de den der det han hun men vi "},
    {"de",
     " aber als am auch auf bei bis damit dann das dem den denn der die dies diese dieser "
     "doch ein eine er es ich ihr ihre im in man mit nach nun nur sein seine sie so trotzdem "
     "und vom von vor was wenn wer wie wir zu zum zur zwar "},
    {"en",
     " after although an and as at because before but by during for from he her his however "
     "if in it its many meanwhile most nor not now of on or our she since some such that the "
     "their then there these they this those though to under until we what when where which "
     "while who why with yet you your "},
    {"es", " ella ellos en esta este esto pero una "},
    {"fr", " cela ces cette dans elle elles en il ils les mais on pour puis selon une "},
    {"nb", " de den der det han hun men vi "},
    {"no", " de den der det han hun men vi "},
}};

static_assert(std::ranges::is_sorted(kTitles) && std::ranges::is_sorted(kBeforeNames) &&
              std::ranges::is_sorted(kBeforeNumbers) && std::ranges::is_sorted(kDottedOrdinals));

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::ranges::binary_search(words, word);
}

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == U'…'; }

// Marks that are nothing else, in scripts that put no space behind it or know no capitals.
bool is_full_stop(char32_t c) {
  constexpr std::u32string_view kFullStops = U"。｡！？؟۔।॥։።။។";
  return kFullStops.find(c) != std::u32string_view::npos;
}

bool is_closer(char32_t c) {
  constexpr std::u32string_view kClosers = U"\"')]}”’“‘»›«‹」』）";  // German closes by “ and «
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
  std::size_t end = 0;          // where the white space behind it begins
};

// The first terminator of the gap with white space behind it; a mark of 0 when there is none.
Terminator terminator_in(std::string_view gap) {
  Terminator found;
  bool is_first = true;
  for (std::size_t i = 0; i < gap.size();) {
    const CodePoint c = code_point_at(gap, i);
    i += c.bytes;
    if (is_full_stop(c.value)) return {c.value, is_first, i};
    if (is_terminator(c.value)) {
      found = {c.value, is_first && c.value == '.'};
    } else if (found.mark != 0 && is_white_space(c.value)) {
      found.end = i - c.bytes;
      return found;
    } else if (!is_closer(c.value)) {
      found = {};
    }
    is_first = false;
  }
  return {};
}

// Not Georgian ones, which have capitals of their own but begin no sentence with them.
bool is_small(char32_t c) { return u_islower(UChar32(c)) && u_totitle(UChar32(c)) != UChar32(c); }

std::string lower_ascii(std::string_view word) {
  std::string lower;
  for (const char c : word) lower += ascii_lower(c);
  return lower;
}

// The word text[begin, end) as a single letter that stands for a name; in Jay-Z it does not.
bool is_initial(std::string_view text, std::size_t begin, std::size_t end) {
  const CodePoint first = code_point_at(text, begin);
  const Character& letter = character(first.value);
  if (first.bytes != end - begin || letter.is(Character::kUnspaced)) return false;
  const bool is_end_of_name =
      begin > 1 && text[begin - 1] == '-' && is_ascii_alpha(text[begin - 2]);
  return letter.is(Character::kLetter) && !is_end_of_name;
}

// The word text[begin, end) as the number of an ordinal; 3:2 ends in none.
bool is_ordinal(std::string_view text, std::string_view language, std::size_t begin,
                std::size_t end) {
  const std::string_view word = text.substr(begin, end - begin);
  if (word.size() > 2 || !std::ranges::all_of(word, is_ascii_digit)) return false;
  const char before = begin > 0 ? text[begin - 1] : ' ';
  return before != ':' && before != '/' && holds(kDottedOrdinals, language);
}

// Where the word at `next` begins, with the article that is cut off its front: D'ici. Behind `end`
// there are no other letters.
std::size_t whole_word(std::string_view text, std::size_t end, std::size_t next) {
  while (end < next) {
    const CodePoint c = code_point_at(text, end);
    if (character(c.value).is(Character::kInWord)) return end;
    end += c.bytes;
  }
  return next;
}

// Whether the word at `next` begins sentences.
bool begins_sentence(std::string_view text, std::string_view language, std::size_t next) {
  const auto* const of_language =
      std::ranges::find(kSentenceBeginnings, language, &SentenceBeginnings::language);
  if (of_language == kSentenceBeginnings.end()) return false;
  std::size_t end = next;
  while (end < text.size() && is_ascii_alpha(text[end])) ++end;
  const std::string word = ' ' + lower_ascii(text.substr(next, end - next)) + ' ';
  return of_language->words.find(word) != std::string_view::npos;
}

// Whether the dot of the word text[begin, end) is part of it, the next word being at `next`.
bool is_abbreviation(std::string_view text, std::string_view language, std::size_t begin,
                     std::size_t end, std::size_t next) {
  const std::string_view word = text.substr(begin, end - begin);
  const std::string lower = lower_ascii(word);
  if (holds(kTitles, lower)) return true;
  if (character(code_point_at(text, next).value).is(Character::kDigit) &&
      holds(kBeforeNumbers, lower))
    return true;
  const bool may_be = word.ends_with('.') || is_initial(text, begin, end) ||
                      holds(kBeforeNames, lower) || is_ordinal(text, language, begin, end);
  return may_be && !begins_sentence(text, language, next);
}

}  // namespace

Break break_between(std::string_view text, std::string_view language, std::size_t begin,
                    std::size_t end, std::size_t next) {
  const std::string_view gap = text.substr(end, next - end);
  const bool is_acronym = text[end - 1] == '.';  // U.S.
  if (gap.size() < 2 && !is_acronym) return Break::kNone;
  if (has_empty_line(gap)) return Break::kParagraph;
  Terminator terminator = terminator_in(gap);
  const bool is_in_word = terminator.mark == 0 && is_acronym;  // the dot that may end it
  const std::size_t gap_begin = is_in_word ? end - 1 : end;
  if (is_in_word) terminator = terminator_in(text.substr(gap_begin, next - gap_begin));
  if (is_acronym) terminator.is_dot_of_word = is_in_word;
  if (terminator.mark == 0) return Break::kNone;
  if (is_full_stop(terminator.mark)) return Break::kSentence;
  next = whole_word(text, gap_begin + terminator.end, next);
  if (is_small(code_point_at(text, next).value)) return Break::kNone;
  const bool is_abbreviated =
      terminator.is_dot_of_word && is_abbreviation(text, language, begin, end, next);
  return is_abbreviated ? Break::kNone : Break::kSentence;
}

}  // namespace backfile
