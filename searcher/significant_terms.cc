#include "searcher/significant_terms.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/analyzer.h"
#include "common/character.h"
#include "common/schema.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "searcher/match/bm25.h"

namespace backfile {
namespace {

constexpr Xapian::doccount kMinArticles = 2;
constexpr Xapian::doccount kAlwaysFewEnough = 10;
constexpr double kMaxShare = 0.25;

struct Candidate {
  SignificantTerm term;
  double articles;  // in the language of the text
};

// How often one text has which stems.
class Counts {
 public:
  struct Count {
    double occurrences = 0;
    char first_letter = 0;
  };

  explicit Counts(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(std::string_view text, std::string_view language, double weight) {
    std::vector<std::string> stems;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
      if (!is_telling(token.folded)) continue;
      stems.clear();
      analyzer_.append_stems(token, language, {}, stems);
      // The last is that of the word without accents, which all who have the word have.
      Count& count = counts_[stems.back()];
      count.occurrences += weight;
      count.first_letter = token.folded.front();
    }
  }

  const std::unordered_map<std::string, Count>& all() const { return counts_; }

 private:
  Analyzer& analyzer_;
  std::unordered_map<std::string, Count> counts_;
};

double damped(double occurrences) {
  return occurrences * (kTermFrequencySaturation + 1) / (occurrences + kTermFrequencySaturation);
}

double inverse_document_frequency(double articles, double with_term) {
  return std::log1p((articles - with_term + 0.5) / (with_term + 0.5));
}

// Articles among which a stem of the language may be.
double articles_in(std::string_view language, const Xapian::Database& database) {
  const Xapian::doccount all = database.get_doccount();
  if (language.empty()) return all;
  const std::string term = value_term(*field_by_name("language"), language);
  return std::max<Xapian::doccount>(database.get_termfreq(term), 1);
}

// All stems of the texts, the most frequent first.
std::vector<Candidate> candidates_of(const std::vector<SampleText>& texts,
                                     const Xapian::Database& database) {
  Analyzer analyzer;
  std::unordered_map<std::string, Candidate> found;
  for (const SampleText& text : texts) {
    Counts counts(analyzer);
    counts.add(text.title, text.language, field_by_name("title")->weight);
    counts.add(text.body, text.language, 1);
    const double articles = articles_in(text.language, database);
    for (const auto& [stem, count] : counts.all()) {
      Candidate& candidate =
          found.try_emplace(stem, Candidate{{stem, 0, 0, count.first_letter}, articles})
              .first->second;
      candidate.term.frequency += text.weight * damped(count.occurrences);
    }
  }
  std::vector<Candidate> candidates;
  candidates.reserve(found.size());
  for (auto& [stem, candidate] : found) candidates.push_back(std::move(candidate));
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    if (a.term.frequency != b.term.frequency) return a.term.frequency > b.term.frequency;
    return a.term.term < b.term.term;
  });
  return candidates;
}

bool is_heavier(const SignificantTerm& a, const SignificantTerm& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
}

// Sets the weight; 0 when too few or too many articles have the stem.
void weigh(Candidate& candidate, const Xapian::Database& database) {
  const Xapian::doccount with_term = database.get_termfreq(candidate.term.term);
  const double most = std::max<double>(kAlwaysFewEnough, candidate.articles * kMaxShare);
  if (with_term < kMinArticles || with_term > most) return;
  candidate.term.weight =
      candidate.term.frequency *
      inverse_document_frequency(std::max<double>(candidate.articles, with_term), with_term);
}

}  // namespace

bool is_telling(std::string_view word) {
  constexpr std::size_t kMinLetters = 3;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = code_point_at(word, at);
    const Character& kinds = character(next.value);
    if (kinds.is(Character::kUnspaced)) return true;
    if (kinds.is(Character::kLetter)) ++letters;
    at += next.bytes;
  }
  return letters >= kMinLetters;
}

std::vector<SignificantTerm> significant_terms(const std::vector<SampleText>& texts,
                                               const Xapian::Database& database, std::size_t max) {
  std::vector<SignificantTerm> best;  // a heap with the lightest in front
  for (Candidate& candidate : candidates_of(texts, database)) {
    const double rarest = inverse_document_frequency(candidate.articles, kMinArticles);
    if (best.size() == max && (max == 0 || candidate.term.frequency * rarest < best.front().weight))
      continue;
    weigh(candidate, database);
    if (candidate.term.weight <= 0) continue;
    best.push_back(std::move(candidate.term));
    std::ranges::push_heap(best, is_heavier);
    if (best.size() <= max) continue;
    std::ranges::pop_heap(best, is_heavier);
    best.pop_back();
  }
  std::ranges::sort(best, is_heavier);
  return best;
}

}  // namespace backfile
