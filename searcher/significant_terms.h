// The words that say what texts are about: those that these texts have often
// and the archive seldom.
//
// Archives have no term lists, so the texts are read and analyzed again. A stem
// weighs its occurrences, damped as BM25 damps them, times its inverse document
// frequency: the idea of Robertson's offer weights ("On term selection for query
// expansion", 1990), with the frequency in the text in place of the number of
// texts, as in Lucene's MoreLikeThis. Frequencies are looked up for as many stems
// as can still be among the best, and no more: over a network each takes a while.
//
//   counted      words of three letters or more, no numbers; of a script without spaces, characters
//   headline     counts three times, as in searches
//   articles     2 at the least have the stem, and a quarter of those in the text's language at the
//                most: others say nothing. (Up to ten always may: small archives have few.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace backfile {

// An article's text.
struct SampleText {
  std::string_view title;
  std::string_view body;
  std::string_view language;
  double weight = 1;  // how much its words count beside those of the other texts
};

// Whether a word can say what a text is about: it has letters enough.
bool is_telling(std::string_view word);

struct SignificantTerm {
  std::string term;  // a stem's, without a field
  double frequency;  // in the texts, damped: the weight without the archive's part in it
  double weight;
  char first_letter;  // first byte of the words behind it, folded
};

// The best `max` stems, the heaviest first.
std::vector<SignificantTerm> significant_terms(const std::vector<SampleText>& texts,
                                               const Xapian::Database& database, std::size_t max);

}  // namespace backfile
