// The terms of a whole text, as an article of it has them: word by word what the
// analyzer says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analyzer.h"

namespace backfile {

inline constexpr std::uint32_t kNoPosition = 0;

struct Term {
  std::string text;
  std::uint32_t position = kNoPosition;  // from 1; kNoPosition for most stems

  bool operator==(const Term&) const = default;
};

inline std::uint32_t append_words(Analyzer& analyzer, std::string_view text,
                                  std::string_view language, std::string_view prefix, bool stemmed,
                                  std::uint32_t first, std::vector<Term>& terms) {
  Tokenizer tokenizer(text);
  std::uint32_t position = first;
  for (Token token; tokenizer.next(token); ++position) {
    WordTerms word = analyzer.word_terms(token, language, prefix, stemmed);
    for (std::string& form : word.placed) terms.push_back({std::move(form), position});
    for (std::string& stem : word.unplaced) terms.push_back({std::move(stem), kNoPosition});
  }
  return position;
}

// Appends the terms of `text` to `terms`, its first word at position `first`. Returns the position
// after the last word.
inline std::uint32_t append_text(Analyzer& analyzer, std::string_view text,
                                 std::string_view language, std::string_view prefix,
                                 std::uint32_t first, std::vector<Term>& terms) {
  return append_words(analyzer, text, language, prefix, true, first, terms);
}
// The same without stems.
inline std::uint32_t append_name(Analyzer& analyzer, std::string_view text, std::string_view prefix,
                                 std::uint32_t first, std::vector<Term>& terms) {
  return append_words(analyzer, text, {}, prefix, false, first, terms);
}

}  // namespace backfile
