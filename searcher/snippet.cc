#include "searcher/snippet.h"

#include <algorithm>
#include <set>

#include "common/fold.h"
#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::string_view kEllipsis = "…";

struct Word {
  std::string folded;
  Range range;
  bool matches = false;
};

// Tells of single words whether they were wanted.
class Matcher {
 public:
  Matcher(const Wanted& wanted, std::string_view language, Analyzer& analyzer)
      : wanted_(wanted),
        language_(language),
        analyzer_(analyzer),
        all_letters_(!Stemmer::keeps_beginning(language)) {}

  bool matches(const Token& token, const std::string& folded) {
    if (!wanted_.exact.empty() && wanted_.exact.contains(std::string(token.form))) return true;
    for (const std::string& prefix : wanted_.prefixes)
      if (folded.starts_with(prefix)) return true;
    if (wanted_.stems.empty() || !begins_like_wanted(folded)) return false;
    stems_.clear();
    analyzer_.append_stems(token, language_, {}, stems_);
    return std::ranges::any_of(stems_,
                               [&](const auto& stem) { return wanted_.stems.contains(stem); });
  }

 private:
  // Spares most words the stemmer.
  bool begins_like_wanted(const std::string& folded) const {
    return all_letters_ || wanted_.first_letters.find(folded.front()) != std::string::npos;
  }

  const Wanted& wanted_;
  std::string_view language_;
  Analyzer& analyzer_;
  bool all_letters_;
  std::vector<std::string> stems_;
};

void mark_phrase(const std::vector<std::string>& phrase, std::vector<Word>& words) {
  const auto same = [](const Word& word, const std::string& wanted) {
    return word.folded == wanted;
  };
  auto from = words.begin();
  while (true) {
    from = std::search(from, words.end(), phrase.begin(), phrase.end(), same);
    if (from == words.end()) return;
    for (std::size_t i = 0; i < phrase.size(); ++i) from[std::ptrdiff_t(i)].matches = true;
    ++from;
  }
}

std::size_t forward(std::string_view text, std::size_t from, std::size_t characters) {
  while (from < text.size() && characters-- > 0) from += code_point_at(text, from).bytes;
  return from;
}

std::size_t backward(std::string_view text, std::size_t from, std::size_t characters) {
  while (from > 0 && characters-- > 0) from = boundary_before(text, from - 1);
  return from;
}

// The first match of the window that shows most: different words count most, then all.
const Range& best_start(std::string_view body, const std::vector<Range>& matches,
                        std::size_t max_characters) {
  constexpr std::size_t kDifferentWord = 100;
  std::size_t best = 0;
  std::size_t best_score = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::set<std::string> different;
    std::size_t count = 0;
    const std::size_t end = forward(body, matches[first].begin, max_characters * 3 / 4);
    for (std::size_t i = first; i < matches.size() && matches[i].end <= end; ++i, ++count) {
      std::string word;
      for (const char c : body.substr(matches[i].begin, matches[i].end - matches[i].begin))
        word += ascii_lower(c);
      different.insert(std::move(word));
    }
    const std::size_t score = different.size() * kDifferentWord + count;
    if (score > best_score) {
      best = first;
      best_score = score;
    }
  }
  return matches[best];
}

// Where to begin so that `match` has some text before it: at a sentence or paragraph if one begins
// near, else at a word; at any character of a script without spaces.
std::size_t start_before(std::string_view body, std::size_t match, std::size_t max_characters) {
  const std::size_t earliest = backward(body, match, max_characters / 4);
  if (earliest == 0) return 0;
  std::size_t at_word = earliest;
  for (std::size_t i = match; i > earliest; --i) {
    if (body[i - 1] == '\n') return i;
    if (body[i - 1] != ' ') continue;
    at_word = i;
    if (i >= 2 && std::string_view(".!?").find(body[i - 2]) != std::string_view::npos) return i;
  }
  return at_word;
}

// Where to end: the last space in reach, if there is one in the window's second half.
std::size_t end_after(std::string_view body, std::size_t begin, std::size_t max_characters) {
  const std::size_t latest = forward(body, begin, max_characters);
  if (latest == body.size()) return latest;
  const std::size_t space = body.find_last_of(" \n", latest);
  if (space == std::string_view::npos || space < begin + (latest - begin) / 2) return latest;
  return space;
}

// The first word of the body's last `max_characters`.
std::size_t last_start(std::string_view body, std::size_t max_characters) {
  const std::size_t earliest = backward(body, body.size(), max_characters);
  if (earliest == 0) return 0;
  const std::size_t space = body.find_first_of(" \n", earliest - 1);
  return space == std::string_view::npos ? earliest : space + 1;
}

// Appends body[from, to) with white space made single spaces.
void append_line(std::string_view body, std::size_t from, std::size_t to, std::string& line) {
  for (std::size_t i = from; i < to; ++i) {
    if (!is_ascii_space(body[i]))
      line += body[i];
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
}

}  // namespace

std::vector<Range> find_matches(std::string_view text, std::string_view language,
                                const Wanted& wanted, Analyzer& analyzer) {
  std::vector<Word> words;
  Matcher matcher(wanted, language, analyzer);
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    Word& word = words.emplace_back(Word{std::string(token.folded), {token.begin, token.end}});
    word.matches = matcher.matches(token, word.folded);
  }
  for (const auto& phrase : wanted.phrases) mark_phrase(phrase, words);
  std::vector<Range> ranges;
  for (const Word& word : words)
    if (word.matches) ranges.push_back(word.range);
  return ranges;
}

Snippet make_snippet(std::string_view body, const std::vector<Range>& matches,
                     std::size_t max_characters) {
  Snippet snippet;
  if (max_characters == 0 || body.empty()) return snippet;
  std::size_t begin = 0;
  if (!matches.empty())
    begin = start_before(body, best_start(body, matches, max_characters).begin, max_characters);
  const std::size_t end = end_after(body, begin, max_characters);
  if (end == body.size()) begin = std::min(begin, last_start(body, max_characters));
  if (begin > 0) snippet.text += kEllipsis;
  std::size_t at = begin;
  for (const Range& match : matches) {
    if (match.begin < begin || match.end > end) continue;
    append_line(body, at, match.begin, snippet.text);
    const std::size_t from = snippet.text.size();
    append_line(body, match.begin, match.end, snippet.text);
    snippet.highlights.push_back({from, snippet.text.size()});
    at = match.end;
  }
  append_line(body, at, end, snippet.text);
  if (end < body.size()) snippet.text += kEllipsis;
  return snippet;
}

}  // namespace backfile
