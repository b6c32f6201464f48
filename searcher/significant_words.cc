#include "searcher/significant_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/terms.h"
#include "searcher/calendar_words.h"

namespace backfile {
namespace {

constexpr std::size_t kSampled = 200;
constexpr std::size_t kSampledOverNetwork = 60;
// Candidates of which all articles are counted.
constexpr std::size_t kCounted = 80;
constexpr std::size_t kCountedOverNetwork = 30;
constexpr std::uint64_t kLeastArticles = 2;
// Chance gives more than this once in a hundred times.
constexpr double kLeastSurprise = 6.63;
// A word is no more than part of a name when so much of its articles have the name.
constexpr double kPartOfName = 0.8;

// `with` of `here`, and of others `with_there` of `there`.
struct Table {
  double with = 0;
  double here = 0;
  double with_there = 0;
  double there = 0;
};

double surprise(const Table& table) {
  const double all = table.here + table.there;
  const double with = table.with + table.with_there;
  const auto term = [&](double seen, double row, double column) {
    return seen > 0 ? seen * std::log(seen * all / (row * column)) : 0;
  };
  return 2 * (term(table.with, table.here, with) + term(table.with_there, table.there, with) +
              term(table.here - table.with, table.here, all - with) +
              term(table.there - table.with_there, table.there, all - with));
}

bool is_more_here(const Table& table) {
  return table.with * table.there > table.with_there * table.here;
}

WordSample sample_of(const ArticleSet& articles, const Archive& archive) {
  WordSample sample;
  for (const Xapian::docid docid :
       articles.sample(archive.is_remote() ? kSampledOverNetwork : kSampled))
    sample.add(archive.article(docid));
  return sample;
}

double articles_in(const std::string& language, const WordSample& sample) {
  const auto found = sample.languages().find(language);
  return found == sample.languages().end() ? 0 : found->second;
}

std::uint64_t articles_in(const std::string& language, const ArticleSet& articles) {
  if (language.empty()) return articles.size();
  return articles.count(MatchNode::any({value_term(*field_by_name("language"), language)}));
}

// Whether `part` stands in `whole`, which is longer.
bool is_part(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return part.size() < whole.size() &&
         std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.folded);
  return words;
}

// A word or name that may be telling.
struct Telling {
  SignificantWord word;
  std::string stem;  // none of names
  std::string language;
  std::vector<std::string> folded;
  double surprise = 0;

  bool is_name() const { return stem.empty(); }
};

bool is_better(const Telling& one, const Telling& other) {
  if (one.surprise != other.surprise) return one.surprise > other.surprise;
  return one.word.value < other.word.value;
}

// What the samples promise, of words or of names.
void append_candidates(const WordSample::Entries& here, const WordSample& sample_here,
                       const WordSample::Entries& all, const WordSample& sample_of_all,
                       std::vector<Telling>& candidates) {
  for (const auto& [key, entry] : here) {
    if (entry.articles < kLeastArticles) continue;
    const auto same = all.find(key);
    const Table table{double(entry.articles), articles_in(entry.language, sample_here),
                      same == all.end() ? 0.0 : double(same->second.articles),
                      articles_in(entry.language, sample_of_all)};
    if (!is_more_here(table) || is_calendar_word(entry.form(), entry.language)) continue;
    const bool is_name = &here == &sample_here.names();
    Telling& candidate = candidates.emplace_back();
    candidate.word.value = entry.form();
    if (!is_name) candidate.stem = key;
    candidate.language = entry.language;
    candidate.folded = folded_words(candidate.word.value);
    candidate.surprise = surprise(table);
  }
}

std::vector<Telling> most_promising(const WordSample& here, const WordSample& all,
                                    std::size_t max) {
  std::vector<Telling> candidates;
  append_candidates(here.words(), here, all.words(), all, candidates);
  append_candidates(here.names(), here, all.names(), all, candidates);
  std::ranges::sort(candidates, is_better);
  candidates.resize(std::min(candidates.size(), max));
  return candidates;
}

// Counts candidates as queries for them do.
class Counting {
 public:
  Counting(const ArticleSet& articles, const ArticleSet& all, const Archive& archive)
      : articles_(articles),
        all_(all),
        searched_{archive.database(), archive.languages(), archive.is_remote()} {}

  void count(Telling& candidate) {
    QueryNode query;
    query.type = candidate.is_name() ? QueryNode::Type::kPhrase : QueryNode::Type::kWord;
    query.text = candidate.word.value;
    const auto planned = plan_query(query, {}, searched_);
    const MatchNode& match = std::get<Plan>(planned).match;
    SignificantWord& word = candidate.word;
    word.count = articles_.count(match);
    word.articles = all_.count(match);
    const auto [here, everywhere] = in_language(candidate.language);
    // The word may be in articles of other languages as well.
    const double of_here = std::max(here, double(word.count));
    const auto elsewhere = double(word.articles - word.count);
    const Table table{double(word.count), of_here, elsewhere,
                      std::max(everywhere - of_here, elsewhere)};
    candidate.surprise = is_more_here(table) ? surprise(table) : 0;
  }

 private:
  std::pair<double, double> in_language(const std::string& language) {
    const auto known = languages_.find(language);
    if (known != languages_.end()) return known->second;
    const std::pair<double, double> counts(articles_in(language, articles_),
                                           articles_in(language, all_));
    return languages_.emplace(language, counts).first->second;
  }

  const ArticleSet& articles_;
  const ArticleSet& all_;
  Searched searched_;
  std::map<std::string, std::pair<double, double>> languages_;
};

// Whether the query itself has the word or, but for the stem, all words of the name.
bool is_asked_for(const Telling& candidate, const Wanted& asked) {
  if (asked.stems.contains(candidate.stem)) return true;
  const auto is_asked = [&](const std::string& word) {
    const auto has_word = [&](const auto& phrase) {
      return std::ranges::find(phrase, word) != phrase.end();
    };
    const auto begins_word = [&](const std::string& prefix) { return word.starts_with(prefix); };
    return asked.exact.contains(word) || std::ranges::any_of(asked.phrases, has_word) ||
           std::ranges::any_of(asked.prefixes, begins_word);
  };
  return std::ranges::all_of(candidate.folded, is_asked);
}

// Whether the query says it already: it asks for the word, and all matches have it, or whatever has
// it matches.
bool is_trivial(const Telling& candidate, std::uint64_t matches, const Wanted& asked) {
  const SignificantWord& word = candidate.word;
  return (word.count == matches || word.count == word.articles) && is_asked_for(candidate, asked);
}

// Whether `shown` says what `candidate` does.
bool says_same(const Telling& shown, const Telling& candidate) {
  if (shown.folded == candidate.folded) return true;
  if (is_part(candidate.folded, shown.folded))
    return candidate.is_name() ||
           double(shown.word.count) >= kPartOfName * double(candidate.word.count);
  return shown.is_name() && is_part(shown.folded, candidate.folded);
}

// The longest name that `candidate` is hardly ever seen without; else itself.
const Telling& whole_name(const Telling& candidate, const std::vector<Telling>& all) {
  const Telling* whole = &candidate;
  for (const Telling& other : all)
    if (is_part(candidate.folded, other.folded) && other.folded.size() > whole->folded.size() &&
        double(other.word.count) >= kPartOfName * double(candidate.word.count))
      whole = &other;
  return *whole;
}

// `candidates` are in order.
std::vector<SignificantWord> best_words(const std::vector<Telling>& candidates, std::size_t max) {
  std::vector<const Telling*> shown;
  for (const Telling& each : candidates) {
    const Telling& candidate = whole_name(each, candidates);
    const auto is_known = [&](const Telling* known) { return says_same(*known, candidate); };
    if (shown.size() < max && std::ranges::none_of(shown, is_known)) shown.push_back(&candidate);
  }
  std::vector<SignificantWord> words;
  words.reserve(shown.size());
  for (const Telling* candidate : shown) words.push_back(candidate->word);
  return words;
}

}  // namespace

WordContrast::WordContrast(const ArticleSet& all, const Wanted& asked, const Archive& archive)
    : all_(all), asked_(asked), archive_(archive), sample_(sample_of(all, archive)) {}

std::vector<SignificantWord> WordContrast::words_of(const ArticleSet& articles,
                                                    std::size_t max) const {
  std::vector<Telling> candidates =
      most_promising(sample_of(articles, archive_), sample_,
                     archive_.is_remote() ? kCountedOverNetwork : kCounted);
  Counting counting(articles, all_, archive_);
  for (Telling& candidate : candidates) counting.count(candidate);
  std::erase_if(candidates, [&](const Telling& candidate) {
    return candidate.surprise < kLeastSurprise || candidate.word.count < kLeastArticles ||
           is_trivial(candidate, articles.size(), asked_);
  });
  std::ranges::sort(candidates, is_better);
  return best_words(candidates, max);
}

}  // namespace backfile
