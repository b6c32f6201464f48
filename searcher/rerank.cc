#include "searcher/rerank.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <utility>

#include "common/analyzer.h"
#include "common/schema.h"
#include "searcher/match/bm25.h"
#include "searcher/significant_terms.h"

namespace backfile {
namespace {

constexpr std::size_t kLeadWords = 64;
constexpr double kLeadDecay = 15;
constexpr std::size_t kFeedbackArticles = 8;
constexpr std::size_t kFeedbackWords = 300;
constexpr std::size_t kFeedbackTerms = 20;
constexpr std::size_t kMinQueryWords = 4;  // for feedback
constexpr double kMaxShare = 0.25;         // of the articles; more have stop words
constexpr std::size_t kWindow = 50;
constexpr std::size_t kNoWord = ~std::size_t{0};

// A stem that some of the articles have.
struct Stem {
  std::string term;
  std::size_t query_word = kNoWord;
  bool is_telling = false;  // all its words are
};

// An article's words, headline first, as numbers of stems.
struct Text {
  std::vector<std::size_t> stems;
  std::size_t headline_words = 0;
};

// How much of a text is asked for.
struct Extent {
  std::size_t max_words = kNoWord;
  bool all_stems = true;  // else those of the query alone, and kOtherStem for all else
};
constexpr std::size_t kOtherStem = 0;

// Reads texts, each different word once.
class Reader {
 public:
  explicit Reader(const std::vector<RankedWord>& words) : stems_(1) {
    for (std::size_t i = 0; i < words.size(); ++i)
      for (const std::string& term : words[i].terms) {
        stems_[stem_number(term)].query_word = i;
        first_bytes_[static_cast<unsigned char>(first_byte(term))] = true;
      }
  }

  Text read(const Article& article, const Extent& extent) {
    Text text;
    append(article.title, article.language, extent, text);
    text.headline_words = text.stems.size();
    append(article.body, article.language, extent, text);
    return text;
  }

  const Stem& stem(std::size_t number) const { return stems_[number]; }
  std::size_t size() const { return stems_.size(); }

 private:
  void append(std::string_view from, const std::string& language, const Extent& extent,
              Text& text) {
    auto& known = words_[language];
    const bool by_letter = !extent.all_stems && Stemmer::keeps_beginning(language);
    Tokenizer tokenizer(from);
    for (Token token; text.stems.size() < extent.max_words && tokenizer.next(token);) {
      if (by_letter && !first_bytes_[static_cast<unsigned char>(token.folded.front())]) {
        text.stems.push_back(kOtherStem);
        continue;
      }
      const auto found = known.find(token.form);
      text.stems.push_back(found != known.end() ? found->second : add(token, language, known));
    }
  }

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Numbers = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

  // Of two stems, the one that the query has; else the second, which is without accents.
  std::size_t add(const Token& token, const std::string& language, Numbers& known) {
    terms_.clear();
    analyzer_.append_stems(token, language, {}, terms_);
    std::size_t number = stem_number(terms_.back());
    if (terms_.size() > 1 && stems_[number].query_word == kNoWord) {
      const auto first = numbers_.find(terms_.front());
      if (first != numbers_.end()) number = first->second;
    }
    stems_[number].is_telling &= is_telling(token.folded);
    known.emplace(token.form, number);
    return number;
  }

  // Of the stem behind `Z` and a language.
  static char first_byte(const std::string& term) {
    const std::size_t colon = term.find(':');
    return term[colon == std::string::npos ? 1 : colon + 1];
  }

  std::size_t stem_number(const std::string& term) {
    const auto [found, is_new] = numbers_.try_emplace(term, stems_.size());
    if (is_new) stems_.push_back({term, kNoWord, true});
    return found->second;
  }

  Analyzer analyzer_;
  std::vector<Stem> stems_;
  Numbers numbers_;                                 // by term
  std::unordered_map<std::string, Numbers> words_;  // by language, of words
  std::vector<std::string> terms_;
  std::bitset<256> first_bytes_;  // of the query's stems
};

class Reranker {
 public:
  Reranker(std::vector<Candidate>& best, const std::vector<RankedWord>& words,
           const Xapian::Database& database)
      : best_(best),
        words_(words),
        database_(database),
        all_(database.get_doccount()),
        reader_(words) {
    for (const RankedWord& word : words) {
      Xapian::doccount documents = 0;
      for (const std::string& term : word.terms) documents += database.get_termfreq(term);
      documents = std::min(documents, all_);
      frequencies_.push_back(documents);
      weights_.push_back(repeated_weight(word.count) * inverse_frequency(documents, all_));
    }
    choose_content();
  }

  void run() {
    const bool has_feedback = content_words() >= kMinQueryWords;
    // A single word always stands together.
    const bool is_single = content_words() < 2;
    const Extent extent{is_single ? kLeadWords : kNoWord, has_feedback};
    for (Candidate& each : best_) texts_.push_back(reader_.read(each.article, extent));
    for (std::size_t i = 0; i < best_.size(); ++i) best_[i].lead = lead(texts_[i]);
    if (has_feedback) add_feedback();
    if (!is_single) lift_whole_ones();
  }

 private:
  // Words that are somewhere and not everywhere; all that are somewhere when there are no others.
  void choose_content() {
    for (const Xapian::doccount documents : frequencies_)
      is_content_.push_back(documents > 0 && documents <= kMaxShare * all_);
    if (content_words() > 0) return;
    for (std::size_t i = 0; i < words_.size(); ++i) is_content_[i] = frequencies_[i] > 0;
  }

  std::size_t content_words() const { return std::size_t(std::ranges::count(is_content_, true)); }

  double lead(const Text& text) const {
    double sum = 0;
    std::vector<bool> seen(words_.size());
    for (std::size_t i = 0; i < std::min(text.stems.size(), kLeadWords); ++i) {
      const std::size_t word = reader_.stem(text.stems[i]).query_word;
      if (word == kNoWord || seen[word]) continue;
      seen[word] = true;
      sum += weights_[word] * std::exp(-double(i) / kLeadDecay);
    }
    return sum;
  }

  // The best articles' words, by number of the stem: the share of them, weighted by rank.
  std::vector<double> relevance_model() const {
    std::vector<std::size_t> order(best_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto first_total = [this](std::size_t i) { return best_[i].score + best_[i].lead; };
    std::ranges::stable_sort(order, std::greater<>(), first_total);
    order.resize(std::min(order.size(), kFeedbackArticles));
    double ranks = 0;
    for (std::size_t rank = 1; rank <= order.size(); ++rank) ranks += 1.0 / double(rank);
    std::vector<double> model(reader_.size());
    for (std::size_t rank = 1; rank <= order.size(); ++rank) {
      const Text& text = texts_[order[rank - 1]];
      const std::size_t words = std::min(text.stems.size(), kFeedbackWords);
      for (std::size_t i = 0; i < words; ++i)
        model[text.stems[i]] += 1.0 / (double(words) * double(rank) * ranks);
    }
    return model;
  }

  struct FeedbackTerm {
    std::size_t stem;
    double share;   // in the model
    double rarity;  // idf
    double value() const { return share * rarity; }
  };

  // The most telling words of the model. In the order of their shares, so that only those are
  // looked up that could still be among them.
  std::vector<FeedbackTerm> feedback_terms(const std::vector<double>& model) const {
    std::vector<std::size_t> order;
    for (std::size_t stem = 0; stem < model.size(); ++stem)
      if (model[stem] > 0 && reader_.stem(stem).is_telling) order.push_back(stem);
    std::ranges::sort(order, [&](std::size_t one, std::size_t other) {
      return std::pair(-model[one], reader_.stem(one).term) <
             std::pair(-model[other], reader_.stem(other).term);
    });
    std::vector<FeedbackTerm> terms;
    const double greatest_rarity = inverse_frequency(kMinDocuments, all_);
    for (const std::size_t stem : order) {
      if (terms.size() == kFeedbackTerms && model[stem] * greatest_rarity <= terms.back().value())
        break;
      const Xapian::doccount documents = database_.get_termfreq(reader_.stem(stem).term);
      if (documents < kMinDocuments ||
          documents > std::max(kMaxShare * all_, double(kMinDocuments)))
        continue;
      terms.push_back({stem, model[stem], inverse_frequency(documents, all_)});
      std::ranges::stable_sort(terms, std::greater<>(), &FeedbackTerm::value);
      if (terms.size() > kFeedbackTerms) terms.pop_back();
    }
    return terms;
  }

  void add_feedback() {
    const std::vector<FeedbackTerm> terms = feedback_terms(relevance_model());
    double shares = 0;
    for (const FeedbackTerm& term : terms) shares += term.share;
    double mass = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is_content_[i]) mass += repeated_weight(words_[i].count);
    std::unordered_map<std::size_t, double> weights;
    for (const FeedbackTerm& term : terms)
      weights[term.stem] =
          mass * term.share / shares * term.rarity * (kTermFrequencySaturation + 1);
    for (std::size_t i = 0; i < best_.size(); ++i) best_[i].feedback = bm25(texts_[i], weights);
  }

  double bm25(const Text& text, const std::unordered_map<std::size_t, double>& weights) const {
    const unsigned headline_weight = field_by_name("title")->weight;
    std::unordered_map<std::size_t, unsigned> counts;
    for (std::size_t i = 0; i < text.stems.size(); ++i)
      if (weights.contains(text.stems[i]))
        counts[text.stems[i]] += i < text.headline_words ? headline_weight : 1;
    const auto length = double(text.stems.size() + text.headline_words * (headline_weight - 1));
    const double normalized =
        std::max(length / std::max(average_length(), 1.0), kMinNormalizedLength);
    const double saturation =
        kTermFrequencySaturation * (1 - kLengthNormalization + kLengthNormalization * normalized);
    double sum = 0;
    for (const auto& [stem, count] : counts) sum += weights.at(stem) * count / (count + saturation);
    return sum;
  }

  // In words, as the index counts an article's length by forms and stems alike.
  double average_length() const { return database_.get_average_length() / kTermsOfWord; }

  // Whether all the content words stand within a window.
  bool is_whole(const Text& text) const {
    std::vector<std::size_t> last(words_.size(), kNoWord);
    std::size_t missing = content_words();
    if (missing == 0) return false;
    for (std::size_t i = 0; i < text.stems.size(); ++i) {
      const std::size_t word = reader_.stem(text.stems[i]).query_word;
      if (word == kNoWord || !is_content_[word]) continue;
      if (std::exchange(last[word], i) == kNoWord) --missing;
      if (missing > 0) continue;
      std::size_t first = i;
      for (std::size_t other = 0; other < last.size(); ++other)
        if (is_content_[other]) first = std::min(first, last[other]);
      if (i - first < kWindow) return true;
    }
    return false;
  }

  void lift_whole_ones() {
    std::vector<bool> whole;
    double lift = 0;
    for (std::size_t i = 0; i < best_.size(); ++i) {
      whole.push_back(is_whole(texts_[i]));
      if (!whole.back()) lift = std::max(lift, best_[i].lead + best_[i].feedback);
    }
    for (std::size_t i = 0; i < best_.size(); ++i)
      if (whole[i]) best_[i].whole = lift;
  }

  static constexpr Xapian::doccount kMinDocuments = 2;
  static constexpr double kTermsOfWord = 2;

  std::vector<Candidate>& best_;
  const std::vector<RankedWord>& words_;
  const Xapian::Database& database_;
  Xapian::doccount all_;
  Reader reader_;
  std::vector<Xapian::doccount> frequencies_;  // of the words
  std::vector<double> weights_;
  std::vector<bool> is_content_;
  std::vector<Text> texts_;
};

}  // namespace

std::size_t reranked_of(const std::vector<RankedWord>& words) {
  constexpr std::size_t kOfFewWords = 20;
  constexpr std::size_t kOfMany = 50;
  return words.size() < kMinQueryWords ? kOfFewWords : kOfMany;
}

void rerank(std::vector<Candidate>& best, const std::vector<RankedWord>& words,
            const Xapian::Database& database) {
  if (best.empty() || words.empty()) return;
  Reranker(best, words, database).run();
  std::ranges::stable_sort(best, std::greater<>(), &Candidate::total);
}

}  // namespace backfile
