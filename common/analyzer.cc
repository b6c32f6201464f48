#include "common/analyzer.h"

#include <algorithm>
#include <utility>

#include "common/fold.h"
#include "common/terms.h"
#include "common/utf8.h"

namespace backfile {

void Analyzer::word_terms(const Token& token, std::string_view language, std::string_view prefix,
                          bool stemmed, WordTerms& terms) {
  terms.forms.clear();
  terms.stems.clear();
  terms.forms.push_back(form_term(prefix, token.form));
  if (token.folded != token.form) terms.forms.push_back(folded_term(prefix, token.folded));
  if (stemmed) append_stems(token, language, prefix, terms.stems);
}

std::uint32_t Analyzer::index(std::string_view text, std::string_view language,
                              std::string_view prefix, bool stemmed, std::uint32_t first,
                              std::vector<Term>& terms) {
  Tokenizer tokenizer(text);
  std::uint32_t position = first;
  for (Token token; tokenizer.next(token); ++position) {
    word_terms(token, language, prefix, stemmed, word_);
    for (std::string& form : word_.forms) terms.push_back({std::move(form), position});
    for (std::string& stem : word_.stems) terms.push_back({std::move(stem), kNoPosition});
  }
  return position;
}

std::uint32_t Analyzer::index_text(std::string_view text, std::string_view language,
                                   std::string_view prefix, std::uint32_t first,
                                   std::vector<Term>& terms) {
  return index(text, language, prefix, true, first, terms);
}

std::uint32_t Analyzer::index_name(std::string_view text, std::string_view prefix,
                                   std::uint32_t first, std::vector<Term>& terms) {
  return index(text, {}, prefix, false, first, terms);
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
