// Paragraphs that recur across the articles of a source: "Sign up for our morning
// letter". No table of cues can know them all; that a site says them again and
// again does.
//
// They are learnt in a first pass over the dump, before any article is indexed: were they learnt on
// the way, the first articles would keep what later ones lose, and the same dump indexed again
// would come out otherwise. An archive keeps what was learnt, and later runs add to it.
//
//   counted      paragraphs of 3 to 60 words without a figure, so no score, price or dateline;
//                never the first of an article, which may be the formula that a report opens with
//   repeated     those that 5 articles and a fifth of a source's have. Of articles with the same
//                longest paragraph, which are copies, one counts
//   taken out    but for an article of which they are more than half
//
// The idea of finding templates by what pages of one site share is that of Bar-Yossef and
// Rajagopalan ("Template detection via data mining", 2002).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "indexer/raw_article.h"

namespace backfile {

// Known ones, by a hash of the source and the text.
class RepeatedParagraphs {
 public:
  bool is_empty() const { return hashes_.empty(); }
  bool has(std::string_view source, std::string_view paragraph) const;
  void add(const RepeatedParagraphs& others);

  // As an archive keeps them: 8 bytes each, in order. What is no whole number of them counts for
  // nothing.
  std::string to_bytes() const;
  static RepeatedParagraphs from_bytes(std::string_view bytes);

 private:
  friend class RepetitionCounter;

  std::unordered_set<std::uint64_t> hashes_;
};

// Takes the known ones out of the article's body, and returns them in order, with the rule
// "repeated".
std::vector<RemovedLine> remove_repeated(const RepeatedParagraphs& known, Article& article);

// What is counted of an article, cleaned by all other rules.
class CountedParagraphs {
 public:
  explicit CountedParagraphs(const Article& article);

 private:
  friend class RepetitionCounter;

  std::string source_;
  std::optional<std::uint64_t> longest_;  // none of fewer than two paragraphs
  std::vector<std::uint64_t> hashes_;
};

// Learns them. Memory is bounded: paragraphs that came up least are forgotten.
class RepetitionCounter {
 public:
  explicit RepetitionCounter(std::size_t max_paragraphs = std::size_t{1} << 20)
      : max_paragraphs_(max_paragraphs) {}

  // The next article's.
  void add(const CountedParagraphs& paragraphs);
  RepeatedParagraphs repeated() const;

 private:
  struct Count {
    std::uint32_t articles = 0;
    std::uint32_t source = 0;        // number of it
    std::uint32_t last_article = 0;  // that has it, by number within the source, from 1
  };

  void forget_rare();

  std::size_t max_paragraphs_;
  std::unordered_map<std::string, std::uint32_t> sources_;  // their numbers
  std::vector<std::uint32_t> articles_;                     // by source
  std::unordered_map<std::uint64_t, Count> counts_;
  std::unordered_set<std::uint64_t> longest_;  // paragraphs, of the articles counted
};

}  // namespace backfile
