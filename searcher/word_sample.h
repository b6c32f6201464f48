// Which words and names a sample of articles has, and in how many of them:
// what may set these articles apart from others. Archives keep no list of an
// article's words, so its text is read again.
//
//   words   those that can say what a text is about (significant_terms.h), without digits, by stem
//   names   two to four words with capitals in a row, inside a sentence, of text that is not all in
//           capitals, and the last words of such a row, before which titles may stand; found by
//           their folded words: "margaret thatcher"
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"

namespace backfile {

class WordSample {
 public:
  struct Entry {
    std::uint32_t articles = 0;
    std::string language = {};                   // of the first of them
    std::map<std::string, unsigned> forms = {};  // as written, and how much speaks for each

    // As it is mostly written.
    const std::string& form() const;
  };
  using Entries = std::unordered_map<std::string, Entry>;

  // Of long articles, the beginning.
  void add(const Article& article);

  // By the stem's term, and by the folded words.
  const Entries& words() const { return words_; }
  const Entries& names() const { return names_; }
  // Sampled articles, by language; "" for all without a stemmer.
  const std::map<std::string, std::uint32_t>& languages() const { return languages_; }

 private:
  class Text;

  Analyzer analyzer_;
  Entries words_;
  Entries names_;
  std::map<std::string, std::uint32_t> languages_;
};

}  // namespace backfile
