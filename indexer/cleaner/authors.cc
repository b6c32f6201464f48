#include "indexer/cleaner/authors.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include <unicode/uchar.h>

#include "common/utf8.h"
#include "indexer/cleaner/author_words.h"
#include "indexer/cleaner/byline_marks.h"
#include "indexer/cleaner/list_text.h"
#include "indexer/cleaner/name_case.h"
#include "indexer/cleaner/news_date.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxBylineBytes = 1000;
constexpr std::size_t kMaxNameBytes = 100;
constexpr std::size_t kMaxNames = 100;
constexpr std::size_t kMaxBylines = 1000;  // no article has more; hostile lists do

using Texts = std::vector<std::string>;

std::size_t words_in(std::string_view text) {
  return text.empty() ? 0 : std::size_t(std::ranges::count(text, ' ')) + 1;
}

// Without blanks and punctuation at the ends, but for the full stop of `Jr.` and `J.`.
std::string_view bare(std::string_view text) {
  constexpr std::string_view kEnds[] = {" ", ",", ";",  ":", "-", "–", "—", "|", "/", "·",
                                        "•", "*", "\"", "'", "“", "”", "‘", "’", "«", "»",
                                        "_", "&", "+",  "@", "~", "#", "!", "?"};
  constexpr std::size_t kMaxAbbreviation = 3;
  const auto is_plain = [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c); };
  if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
  std::size_t before = 0;
  do {
    before = text.size();
    for (const std::string_view end : kEnds) {
      if (text.starts_with(end)) text.remove_prefix(end.size());
      if (text.ends_with(end)) text.remove_suffix(end.size());
    }
    if (text.starts_with('.')) text.remove_prefix(1);
    const std::size_t last = text.rfind(' ') + 1;  // 0 where there is no blank
    const std::string_view word = text.substr(last);
    if (word.ends_with('.') && (word.size() > kMaxAbbreviation + 1 || word.size() == 1))
      text.remove_suffix(1);
  } while (text.size() < before);
  return text;
}

bool is_name(std::string_view text) {
  if (text.size() > kMaxNameBytes || stands_for_nothing(text)) return false;
  if (text.find_first_of("<>{}=\\") != std::string_view::npos) return false;
  bool letters = false;
  for (std::size_t i = 0; i < text.size() && !letters;) {
    const CodePoint c = code_point_at(text, i);
    letters = u_isalpha(UChar32(c.value)) != 0;
    i += c.bytes;
  }
  const bool is_date =
      parse_news_date(text, {}) || parse_news_date(std::string(text) + " 2000", {});
  return letters && !is_date;  // "November 17" is what a comma leaves of a date
}

std::string without_openings(std::string_view text) {
  text = bare(text);
  while (!text.empty()) {
    const std::size_t folded_bytes = byline_opening_bytes(fold_name(text));
    if (folded_bytes == 0) break;
    std::size_t bytes = 0;  // of the text, where letters may have accents
    for (std::size_t folded = 0; folded < folded_bytes && bytes < text.size();) {
      const std::size_t width = code_point_at(text, bytes).bytes;
      folded += fold_name(text.substr(bytes, width)).size();
      bytes += width;
    }
    text = bare(text.substr(bytes));
  }
  return std::string(text);
}

struct Part {
  std::string text;
  char sign = 0;  // before it: ',', '-' for a dash, '/'
};

// Parts at commas, slashes, and dashes between blanks.
std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t bytes = 0;
    for (const std::string_view dash : {" - ", " – ", " — "})
      if (text.substr(i).starts_with(dash)) bytes = dash.size();
    if (bytes == 0 && text[i] != ',' && text[i] != '/') {
      parts.back().text += text[i];
      continue;
    }
    parts.push_back({{}, bytes > 0 ? '-' : text[i]});
    if (bytes > 0) i += bytes - 1;
  }
  std::vector<Part> kept;
  for (Part& part : parts) {
    part.text = bare(part.text);
    if (part.text.empty()) continue;
    if (!kept.empty() && is_name_suffix(fold_name(part.text)))
      kept.back().text += ", " + part.text;
    else
      kept.push_back(std::move(part));
  }
  return kept;
}

// The names and agencies of one byline.
struct Byline {
  Texts persons;
  Texts agencies;

  // `alone`: nobody else in the byline is named by one word.
  void add(std::string_view segment, bool alone) {
    std::vector<Part> parts = parts_of(segment);
    std::vector<Part> names;
    for (Part& part : parts) {
      part.text = without_tail(part.text);
      const std::string folded = fold_name(part.text);
      const bool first = &part == &parts.front();
      if (is_agency(folded))
        agencies.push_back(std::move(part.text));
      else if (!is_role(folded) && (first || !is_remark(folded)))
        names.push_back(std::move(part));
    }
    if (names.size() == 2 && names[1].sign == ',' && add_pair(names, alone)) return;
    for (Part& name : names) persons.push_back(std::move(name.text));
  }

 private:
  // False when the two are two names.
  bool add_pair(const std::vector<Part>& names, bool alone) {
    const std::string& last = names[0].text;
    const std::string& first = names[1].text;
    if (last.find(',') != std::string::npos || first.find(',') != std::string::npos) return false;
    const std::string particle = last.substr(0, last.find(' '));
    const bool surname = words_in(last) == 1 || is_name_particle(particle);
    if (surname && words_in(first) <= 2 && alone) {
      persons.push_back(first + " " + last);
      return true;
    }
    if (surname || words_in(first) > 1) return false;
    persons.push_back(last + ", " + first);
    return true;
  }

  // Without `in Berlin`, `for the Gazette`, `Staff Writer` behind a whole name.
  static std::string without_tail(std::string_view text) {
    std::size_t end = text.size();
    for (const std::string_view link :
         {" in ", " at ", " for ", " of the ", " of The ", " for The "}) {
      const std::size_t at = text.find(link);
      if (at != std::string_view::npos && words_in(text.substr(0, at)) >= 2)
        end = std::min(end, at);
    }
    text = text.substr(0, end);
    const std::string folded = fold_name(text);
    for (const std::string_view tail :
         {" staff writer", " staff reporter", " staff correspondent", " associated press",
          " the associated press", " contributor", " correspondent", " et al", " et al."})
      if (folded.size() == text.size() && folded.ends_with(tail) &&
          words_in(text.substr(0, text.size() - tail.size())) >= 2)
        return std::string(text.substr(0, text.size() - tail.size()));
    return std::string(text);
  }
};

struct Conjunction {
  std::size_t start;
  std::size_t end;
  bool wants_full_names;  // on both sides
};

// The next word of `text` from `from` on that joins two names.
std::optional<Conjunction> next_conjunction(std::string_view text, std::size_t from) {
  constexpr std::array<std::string_view, 10> kWords = {"and", "&",    "und", "et",   "y",
                                                       "+",   "with", "mit", "avec", "con"};
  while (true) {
    const std::size_t start = text.find(' ', from);
    if (start == std::string_view::npos) return std::nullopt;
    const std::size_t end = text.find(' ', start + 1);
    if (end == std::string_view::npos) return std::nullopt;
    std::string word;
    for (const char c : text.substr(start + 1, end - start - 1)) word += ascii_lower(c);
    if (std::ranges::find(kWords, word) != kWords.end() && !text.substr(end).starts_with(" al"))
      return Conjunction{start, end + 1, word == "y" || word == "con"};
    from = start + 1;
  }
}

// Parts `text` at `and` and its kin, where both sides are names of their own.
Texts segments_of(std::string_view text) {
  Texts segments;
  std::size_t start = 0;
  std::size_t from = 0;
  while (const auto joint = next_conjunction(text, from)) {
    const std::string_view list = text.substr(start, joint->start - start);
    const std::string_view before = bare(list);
    const std::string_view left = bare(before.substr(before.rfind(',') + 1));
    const auto next = next_conjunction(text, joint->end - 1);
    const std::size_t end = next ? next->start : text.size();
    std::string_view right = bare(text.substr(joint->end, end - joint->end));
    right = bare(right.substr(0, right.find(',')));
    from = joint->end - 1;
    const std::string folded = fold_name(left);
    const bool couple = words_in(left) == 1 && words_in(right) > 1 && !list.ends_with(',') &&
                        !is_agency(folded) && !is_name_suffix(folded);
    if (couple || (joint->wants_full_names && (words_in(left) < 2 || words_in(right) < 2)))
      continue;
    segments.emplace_back(before);
    start = joint->end;
  }
  segments.emplace_back(bare(text.substr(start)));
  return segments;
}

Texts split_at(std::string_view text, std::string_view signs) {
  Texts all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(signs), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

void add_line(std::string_view line, Byline& byline) {
  const std::string text =
      without_times(clean_line(without_brackets(clean_line(without_addresses(line)))));
  const Texts segments = segments_of(without_openings(text));
  const auto one_word = [](const std::string& segment) { return words_in(segment) == 1; };
  const bool alone = std::ranges::none_of(segments, one_word) || segments.size() == 1;
  for (const std::string& segment : segments) byline.add(without_openings(segment), alone);
}

// The lines of a byline; a word alone (`By`) belongs to the line below it.
Texts lines_of(std::string_view text) {
  Texts lines;
  for (const std::string& raw : split_at(text, ";|\n\r")) {
    std::string line = clean_line(raw);
    if (line.empty()) continue;
    const bool goes_on = !lines.empty() && words_in(lines.back()) == 1;
    if (goes_on && text.find_first_of(";|") == std::string_view::npos)
      lines.back() += " " + line;
    else
      lines.push_back(std::move(line));
  }
  return lines;
}

Texts names_once(std::string_view text) {
  const bool is_code = text.find('{') != std::string_view::npos;
  if (text.size() > kMaxBylineBytes || is_code || stands_for_nothing(text)) return {};
  Byline byline;
  for (const std::string& line : lines_of(text)) add_line(line, byline);
  for (std::string& name : byline.persons) name = bare(name);
  std::erase_if(byline.persons, [](const std::string& name) { return !is_name(name); });
  if (byline.persons.empty()) return byline.agencies;
  if (std::ranges::all_of(byline.persons, is_in_capitals))
    for (std::string& name : byline.persons)
      if (words_in(name) > 1) name = capitalized_name(name);
  return byline.persons;
}

// What is cut may leave what is to be cut: cleans until nothing changes.
Texts names_of(std::string_view text) {
  constexpr int kMaxRounds = 8;
  Texts names = names_once(text);
  for (int round = 0; round < kMaxRounds; ++round) {
    Texts again;
    for (const std::string& name : names)
      for (std::string& part : names_once(name)) again.push_back(std::move(part));
    if (again == names) return names;
    names = std::move(again);
  }
  return {};
}

// A source's bylines come again and again: they are remembered for a while.
const Texts& known_names_of(std::string_view text) {
  constexpr std::size_t kMostRemembered = 16'384;
  thread_local std::unordered_map<std::string, Texts> known;
  std::string key(text.substr(0, kMaxBylineBytes + 1));  // of more nothing is a name
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  if (known.size() == kMostRemembered) known.clear();
  return known.emplace(std::move(key), names_of(text)).first->second;
}

}  // namespace

std::vector<std::string> clean_authors(std::span<const std::string> bylines) {
  Texts names;
  Texts keys;
  std::size_t looked_at = 0;
  const auto add = [&](std::string_view text) {
    if (names.size() == kMaxNames || ++looked_at > kMaxBylines) return;
    for (const std::string& name : known_names_of(text)) {
      std::string key = fold_name(name);
      if (names.size() == kMaxNames || std::ranges::find(keys, key) != keys.end()) continue;
      keys.push_back(std::move(key));
      names.push_back(name);
    }
  };
  for (const std::string& byline : bylines) {
    const auto items = list_items(byline);
    if (!items) add(byline);
    for (const std::string& item : items.value_or(Texts())) add(item);
  }
  return names;
}

}  // namespace backfile
