// Stems by libstemmer (Snowball), for every language that it knows, with a
// cache: news repeats its words.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace backfile {

// One thread at a time.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // Whether there is a stemmer for `language` (ISO 639-1).
  static bool knows(std::string_view language);

  // Whether the stemmer of `language` only cuts and changes ends, so that a word and its stem begin
  // with the same letter, accents aside.
  static bool keeps_beginning(std::string_view language);

  // The letters that every word of this stem in `language` begins with, accents aside: all but the
  // stem's last two, at least one; none where the beginning may change. (Seen in the dictionaries
  // of eleven languages: English `lying` -> `lie`, French `-euse` -> `-eux`, Dutch `-zen` -> `-s`.)
  // `stem` has no accents.
  static std::string_view common_beginning(std::string_view language, std::string_view stem);

  // The stem of `word` (lower case); `word` itself for a language without a stemmer. The view lives
  // until the next call.
  std::string_view stem(std::string_view language, std::string_view word);

 private:
  struct Languages;
  std::unique_ptr<Languages> languages_;
};

}  // namespace backfile
