#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <charconv>

#include "common/fold.h"
#include "common/terms.h"
#include "common/utf8.h"

namespace backfile {
namespace {

// Behind a field's prefix, other prefixes go on in capitals.
constexpr const char* kBehindCapitals = "[";

bool begins_word(std::string_view word) {
  return word.empty() || word.front() < 'A' || word.front() > 'Z';
}

bool has_common(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::ranges::find_first_of(some, others) != some.end();
}

}  // namespace

std::vector<std::string> Vocabulary::present(std::vector<std::string> terms) const {
  std::erase_if(terms, [this](const std::string& term) { return !database_.term_exists(term); });
  return terms;
}

std::optional<std::vector<std::string>> Vocabulary::beginning_with(
    const std::vector<std::string>& starts, std::size_t max) const {
  std::vector<std::string> terms;
  for (const std::string& start : starts)
    for (auto term = database_.allterms_begin(start); term != database_.allterms_end(start);
         ++term) {
      if (terms.size() == max) return std::nullopt;
      terms.push_back(*term);
    }
  return terms;
}

std::vector<std::string> Vocabulary::placed_terms(const Token& token, const std::string& language,
                                                  std::string_view prefix) {
  if (!Stemmer::knows(language)) return present(Analyzer::form_terms(token, prefix));
  std::vector<std::string> stems;
  analyzer_.append_stems(token, language, prefix, stems);
  stems = present(std::move(stems));
  // The stems themselves stand where the accents of a word make a difference.
  std::vector<std::string> terms = stems;
  const std::size_t stem_begin = stem_term(prefix, language, {}).size();
  std::string_view last;
  for (const std::string& stem : stems) {
    const std::string_view beginning =
        Stemmer::common_beginning(language, std::string_view(stem).substr(stem_begin));
    if (&stem != &stems.front() && beginning == last) continue;
    last = beginning;
    append_words(form_term(prefix, {}), beginning, language, stems, terms);
    append_words(folded_term(prefix, {}), beginning, language, stems, terms);
  }
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

void Vocabulary::append_words(const std::string& prefix, std::string_view beginning,
                              const std::string& language, const std::vector<std::string>& stems,
                              std::vector<std::string>& terms) {
  const bool is_folded = prefix.starts_with('F');
  const std::string_view field = std::string_view(prefix).substr(is_folded ? 1 : 0);
  const std::string start = prefix + std::string(beginning);
  std::vector<std::string> of_word;
  auto term = database_.allterms_begin(start);
  while (term != database_.allterms_end(start)) {
    std::string text = *term;
    const std::string word = text.substr(prefix.size());
    if (!begins_word(word)) {
      term.skip_to(prefix + kBehindCapitals);
      continue;
    }
    ++term;
    // What has accents is found by its folded form.
    if (!is_folded && !is_ascii(word) && fold_accents(word) != word) continue;
    of_word.clear();
    analyzer_.append_stems({word, word, 0, word.size()}, language, field, of_word);
    if (has_common(of_word, stems)) terms.push_back(std::move(text));
  }
}

std::vector<int> Vocabulary::years() const {
  std::vector<int> years;
  const std::string prefix(kYearPrefix);
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
       ++term) {
    const std::string text = *term;
    int year = 0;
    std::from_chars(text.data() + prefix.size(), text.data() + text.size(), year);
    years.push_back(year);
  }
  return years;
}

}  // namespace backfile
