// Text + language -> terms with positions, the same for articles and queries.
// Nothing else makes the terms of words.
//
// An article's word gives its form; its form without accents, when it has any;
// and its stems in the article's language. It has two stems when the accents
// make a difference: that of the word as it stands, and that of the word
// without accents, so that `mangee` finds `mangée` and `MANGEE` is found by it.
// Where there is no stemmer for the language, or none is known, the word
// without accents is its own stem.
//
// So the words of a stem are known by position, too: they are its forms without
// accents, the folded ones, and, where the accents make a difference, the stem
// itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/stemmer.h"
#include "common/tokenizer.h"

namespace backfile {

// The terms of one word.
struct WordTerms {
  std::vector<std::string> placed;    // with the word's position: forms, and the first of two stems
  std::vector<std::string> unplaced;  // without: stems
};

// One thread at a time.
class Analyzer {
 public:
  // Those of an article's word; without stems unless `stemmed`, for names are no words of a
  // language.
  WordTerms word_terms(const Token& token, std::string_view language, std::string_view prefix,
                       bool stemmed);

  // Any of these terms is in every article that has the word's form, accents aside.
  static std::vector<std::string> form_terms(const Token& token, std::string_view prefix);

  // One of these terms is in every article in one of `languages` that has a word of the same stem.
  // The languages are those that the archive's articles are in, all without a stemmer as "".
  std::vector<std::string> stem_terms(const Token& token, const std::vector<std::string>& languages,
                                      std::string_view prefix);

  // Appends the terms of the word's stems in one language: one, or two.
  void append_stems(const Token& token, std::string_view language, std::string_view prefix,
                    std::vector<std::string>& terms);

 private:
  Stemmer stemmer_;
};

}  // namespace backfile
