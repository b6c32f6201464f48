#include "searcher/spelling/speller.h"

#include <algorithm>

#include "common/terms.h"
#include "common/utf8.h"
#include "searcher/spelling/near_words.h"

namespace backfile {
namespace {

// So many times as often as the word are candidates there, when it is rare, and when less so.
constexpr Xapian::doccount kTimesRare = 20;
constexpr Xapian::doccount kTimesSeldom = 50;
constexpr std::size_t kMaxSearches = 5;
constexpr Xapian::doccount kMostSeldom = 10;  // a typo in more has no need to be found
constexpr std::size_t kLeastPart = 3;         // letters

std::string_view prefix_of(const Field* field) {
  return field ? field->prefix : std::string_view();
}

bool has_digit(std::string_view word) { return std::ranges::any_of(word, is_ascii_digit); }

// Short words are near to too many others.
bool can_be_wrong(std::string_view folded) {
  constexpr std::size_t kLeastLetters = 4;
  return !has_digit(folded) && to_code_points(folded).size() >= kLeastLetters;
}

bool is_long(std::u32string_view word) {
  constexpr std::size_t kLeastLetters = 6;
  return word.size() >= kLeastLetters;
}

// A word that articles do have is looked for only where a single edit makes another of it: to walk
// all that is near takes a dozen times as long.
unsigned edits_allowed(std::u32string_view word, Xapian::doccount articles) {
  return is_long(word) && articles == 0 ? 2 : 1;
}

template <class Text>
Text sorted(Text text) {
  std::ranges::sort(text);
  return text;
}

template <class Text>
Text undoubled(Text text) {
  text.erase(std::unique(text.begin(), text.end()), text.end());
  return text;
}

// Letters that are only swapped or doubled otherwise.
bool is_usual_error(const std::u32string& written, const std::u32string& meant) {
  return sorted(written) == sorted(meant) || undoubled(written) == undoubled(meant);
}

// Whether a word that articles do have is hardly another word, such as `pine` beside `nine`.
bool is_sure_error(const std::u32string& written, const std::u32string& meant, unsigned edits) {
  if (is_usual_error(written, meant)) return true;
  return edits == 1 && is_long(written) && meant.front() == written.front();
}

// How likely `meant` is written so, compared with other words as near.
double likelihood(const std::u32string& written, const std::u32string& meant) {
  constexpr double kUsualError = 8;
  constexpr double kOtherFirstLetter = 0.125;
  const double likely = is_usual_error(written, meant) ? kUsualError : 1;
  return meant.front() == written.front() ? likely : likely * kOtherFirstLetter;
}

}  // namespace

Speller::Speller(const Xapian::Database& database, const std::vector<std::string>& languages)
    : database_(database), languages_(languages) {
  const Xapian::doccount all = database.get_doccount();
  const Xapian::doccount few = all / 50'000;
  rare_ = std::max<Xapian::doccount>(3, few);
  seldom_ = std::max(rare_, std::min(all / 2000, kMostSeldom));
  least_ = std::max<Xapian::doccount>(2, few);
  frequent_ = std::max(least_, all / 1000);
}

std::optional<std::string> Speller::better(const Token& word, const Field* field) {
  const std::string_view prefix = prefix_of(field);
  if (!can_be_wrong(word.folded)) return std::nullopt;
  const Xapian::doccount articles = known(word, field);
  if (articles > seldom_ || ++searches_ > kMaxSearches) return std::nullopt;
  const auto meant = nearest(word.folded, prefix, articles);
  if (!meant) return std::nullopt;
  Token found;
  found.form = found.folded = *meant;
  // It may be an error of the articles', and near to the right word.
  const Xapian::doccount others = known(found, field);
  const auto beyond = others > seldom_ ? std::nullopt : nearest(*meant, prefix, others);
  return usual_spelling(database_, prefix, beyond ? *beyond : *meant);
}

std::optional<std::string> Speller::accented(const Token& word, const Field* field) const {
  const std::string_view prefix = prefix_of(field);
  if (has_digit(word.folded) || database_.term_exists(form_term(prefix, word.form)))
    return std::nullopt;
  std::string usual = usual_spelling(database_, prefix, word.folded);
  if (database_.get_termfreq(form_term(prefix, usual)) < least_) return std::nullopt;
  return usual;
}

std::optional<std::pair<std::string, std::string>> Speller::parted(const Token& word,
                                                                   const Field* field) {
  const std::string_view prefix = prefix_of(field);
  const std::u32string letters = to_code_points(word.folded);
  if (!can_be_wrong(word.folded) || searches_ > kMaxSearches || known(word, field) > 0)
    return std::nullopt;
  std::optional<std::pair<std::string, std::string>> best;
  Xapian::doccount most = frequent_ - 1;
  for (std::size_t i = kLeastPart; i + kLeastPart <= letters.size(); ++i) {
    std::string left = to_utf8(letters.substr(0, i));
    std::string right = to_utf8(letters.substr(i));
    const auto [fewer, more] = std::minmax({articles(left, prefix), articles(right, prefix)});
    if (fewer <= most || more > database_.get_doccount() / 2) continue;
    most = fewer;
    best.emplace(std::move(left), std::move(right));
  }
  if (!best) return std::nullopt;
  return std::pair(usual_spelling(database_, prefix, best->first),
                   usual_spelling(database_, prefix, best->second));
}

std::optional<std::string> Speller::joined(std::string_view left, std::string_view right) {
  std::string whole;
  std::vector<Token> words(2);
  Tokenizer left_words(left);
  Tokenizer right_words(right);
  if (!left_words.next(words[0]) || !right_words.next(words[1])) return std::nullopt;
  for (const Token& word : words) whole += word.folded;
  if (has_digit(whole) || articles(whole, {}) < least_) return std::nullopt;
  const auto is_unknown = [this](const Token& word) { return known(word, nullptr) == 0; };
  if (std::ranges::none_of(words, is_unknown)) return std::nullopt;
  return usual_spelling(database_, {}, whole);
}

// That have the word, however accented.
Xapian::doccount Speller::articles(std::string_view folded, std::string_view prefix) const {
  return database_.get_termfreq(form_term(prefix, folded)) +
         database_.get_termfreq(folded_term(prefix, folded));
}

// Articles that a query for the word finds in the field or anywhere; of a word that is not rare,
// some of them, because its form alone tells.
Xapian::doccount Speller::known(const Token& word, const Field* field) {
  Xapian::doccount most = 0;
  for (const std::string_view prefix : {std::string_view(), prefix_of(field)}) {
    most = std::max(most, articles(word.folded, prefix));
    if (most > seldom_) return most;
    for (const std::string& stem : analyzer_.stem_terms(word, languages_, prefix))
      most = std::max(most, database_.get_termfreq(stem));
    if (most > seldom_ || !field) return most;
  }
  return most;
}

// The best candidate for a word that so many articles have.
std::optional<std::string> Speller::nearest(std::string_view folded, std::string_view prefix,
                                            Xapian::doccount articles) const {
  const Xapian::doccount least =
      std::max(least_, articles * (articles > rare_ ? kTimesSeldom : kTimesRare));
  const std::u32string word = to_code_points(folded);
  std::optional<std::string> best;
  for (unsigned edits = 1; edits <= edits_allowed(word, articles) && !best; ++edits) {
    double most = 0;
    for (const NearWord& candidate : near_words(database_, prefix, folded, edits)) {
      if (candidate.articles < least || candidate.edits < edits || has_digit(candidate.folded))
        continue;
      const std::u32string meant = to_code_points(candidate.folded);
      if (articles > 0 && !is_sure_error(word, meant, edits)) continue;
      const double score = candidate.articles * likelihood(word, meant);
      if (score <= most) continue;
      most = score;
      best = candidate.folded;
    }
  }
  return best;
}

}  // namespace backfile
