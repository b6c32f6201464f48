// The best articles of a ranked search, put in a better order by what only their
// texts say. The engine's scores (BM25) look at how often words stand in an
// article; three things are added to them, all of them in the same currency:
//
//   lead      words of the query that stand early. An article says what it is about in its headline
//             and its first sentences: the word at position p (headline first, from 0, up to 64)
//             adds its idf times exp(-p / 15).
//   feedback  words that the best articles have in common (pseudo-relevance feedback by a relevance
//             model: Lavrenko and Croft, 2001; mixed with the query as RM3: Abdul-Jaleel and
//             others, 2004). The 20 most telling of the first 300 words of the best 8, each with a
//             share of the query's own mass, are searched as well. For queries of at least four
//             words that are not everywhere: shorter ones do not say enough to be enlarged.
//   whole     an article in which all the words that are not everywhere stand within 50 words is
//             lifted above those for which the other two speak. Who types what he remembers of an
//             article finds it.
//
// The numbers were chosen on a collection with judgments and lie on plateaus; scripts/check-ranking
// measures again. Stop words need no list: a word in more than a quarter of the articles is one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"

namespace backfile {

// A word of a query that counts for the ranking.
struct RankedWord {
  std::vector<std::string> terms;  // its stems in the languages of the archive
  unsigned count = 1;              // how often the query has it
};

// Only so many of the best articles are put in order anew: whatever page of the answer is asked
// for, the same ones. Few words say little of more articles than two pages show, and reading them
// takes most of such a search; feedback wants more.
std::size_t reranked_of(const std::vector<RankedWord>& words);

struct Candidate {
  Xapian::docid docid = 0;
  Article article;
  double score = 0;  // the engine's
  double lead = 0;
  double feedback = 0;
  double whole = 0;

  double total() const { return score + lead + feedback + whole; }
};

// Fills in what is to be added and sorts: highest total first, equal ones as they came. What is
// added is never below 0, so articles beyond the best do not overtake.
void rerank(std::vector<Candidate>& best, const std::vector<RankedWord>& words,
            const Xapian::Database& database);

}  // namespace backfile
