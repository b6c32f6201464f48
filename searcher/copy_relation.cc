#include "searcher/copy_relation.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/breaks.h"
#include "common/tokenizer.h"

namespace backfile {
namespace {

constexpr std::size_t kShingleWords = 5;
// A sentence of which less is there is one that was cut.
constexpr double kMinLeft = 0.5;

struct Word {
  std::size_t hash;
  std::size_t begin;
  std::size_t end;
  bool begins_sentence;
};

std::vector<Word> words_of(const Article& article) {
  std::vector<Word> words;
  Tokenizer tokenizer(article.body);
  for (Token token; tokenizer.next(token);) {
    const bool begins =
        words.empty() || break_between(article.body, article.language, words.back().begin,
                                       words.back().end, token.begin) != Break::kNone;
    words.push_back({std::hash<std::string_view>()(token.folded), token.begin, token.end, begins});
  }
  return words;
}

// Of the words from place `at`, or those that are there.
std::size_t shingle(const std::vector<Word>& words, std::size_t at) {
  std::size_t hash = 0;
  for (std::size_t i = at; i < words.size() && i < at + kShingleWords; ++i)
    hash = (hash ^ words[i].hash) * 0x9E3779B97F4A7C15 + (hash >> 29);
  return hash;
}

std::vector<std::size_t> shingles_of(const std::vector<Word>& words) {
  std::vector<std::size_t> shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size() || (i == 0 && !words.empty()); ++i)
    shingles.push_back(shingle(words, i));
  return shingles;
}

using Shingles = std::unordered_set<std::size_t>;

double share_in(const std::vector<std::size_t>& shingles, const Shingles& other) {
  if (shingles.empty()) return 0;
  std::size_t found = 0;
  for (const std::size_t each : shingles) found += other.contains(each);
  return double(found) / double(shingles.size());
}

// The words from `begin` to `end` are a sentence of the first one.
bool was_cut(const std::vector<Word>& words, std::size_t begin, std::size_t end,
             const std::unordered_set<std::size_t>& in_copy) {
  constexpr std::size_t kPairWords = 2;
  std::size_t pairs = 0;
  std::size_t left = 0;
  for (std::size_t i = begin; i + kPairWords <= end; ++i, ++pairs)
    left += in_copy.contains(words[i].hash * 31 + words[i + 1].hash);
  return pairs > 0 && double(left) < kMinLeft * double(pairs);
}

std::string cut_of(std::string_view body, const std::vector<Word>& words,
                   const std::vector<Word>& copy) {
  Shingles pairs;
  for (std::size_t i = 0; i + 1 < copy.size(); ++i)
    pairs.insert(copy[i].hash * 31 + copy[i + 1].hash);
  std::string cut;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].begins_sentence) ++end;
    const std::size_t text_end = end < words.size() ? words[end].begin : body.size();
    if (was_cut(words, begin, end, pairs))
      cut.append(body.substr(words[begin].begin, text_end - words[begin].begin));
    begin = end;
  }
  while (cut.ends_with('\n') || cut.ends_with(' ')) cut.pop_back();
  return cut;
}

}  // namespace

CopyRelation relation(const Article& first, const Article& copy) {
  const std::vector<Word> words = words_of(first);
  const std::vector<Word> copied = words_of(copy);
  const std::vector<std::size_t> of_first = shingles_of(words);
  const std::vector<std::size_t> of_copy = shingles_of(copied);
  CopyRelation found;
  found.kept = share_in(of_first, Shingles(of_copy.begin(), of_copy.end()));
  found.added = 1 - share_in(of_copy, Shingles(of_first.begin(), of_first.end()));
  if (of_copy.empty()) found.added = 0;
  found.cut = cut_of(first.body, words, copied);
  return found;
}

}  // namespace backfile
