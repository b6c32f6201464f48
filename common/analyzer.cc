#include "common/analyzer.h"

#include <algorithm>

#include "common/fold.h"
#include "common/terms.h"
#include "common/utf8.h"

namespace backfile {

WordTerms Analyzer::word_terms(const Token& token, std::string_view language,
                               std::string_view prefix, bool stemmed) {
  WordTerms terms;
  terms.placed.push_back(form_term(prefix, token.form));
  if (token.folded != token.form) terms.placed.push_back(folded_term(prefix, token.folded));
  if (!stemmed) return terms;
  append_stems(token, language, prefix, terms.unplaced);
  if (terms.unplaced.size() == 1) return terms;
  terms.placed.push_back(std::move(terms.unplaced.front()));
  terms.unplaced.erase(terms.unplaced.begin());
  return terms;
}

std::vector<std::string> Analyzer::form_terms(const Token& token, std::string_view prefix) {
  return {form_term(prefix, token.folded), folded_term(prefix, token.folded)};
}

std::vector<std::string> Analyzer::stem_terms(const Token& token,
                                              const std::vector<std::string>& languages,
                                              std::string_view prefix) {
  std::vector<std::string> terms;
  for (const std::string& language : languages) append_stems(token, language, prefix, terms);
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

void Analyzer::append_stems(const Token& token, std::string_view language, std::string_view prefix,
                            std::vector<std::string>& terms) {
  if (!Stemmer::knows(language)) {
    terms.push_back(stem_term(prefix, {}, token.folded));
    return;
  }
  // Some stemmers write accents where there were none (Turkish `agaci` -> `agaç`).
  const auto term = [&](std::string_view word) {
    const std::string_view stem = stemmer_.stem(language, word);
    return is_ascii(stem) ? stem_term(prefix, language, stem)
                          : stem_term(prefix, language, fold_accents(stem));
  };
  terms.push_back(term(token.form));
  if (token.folded == token.form) return;
  std::string folded = term(token.folded);
  if (folded != terms.back()) terms.push_back(std::move(folded));
}

}  // namespace backfile
