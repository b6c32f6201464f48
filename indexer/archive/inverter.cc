#include "indexer/archive/inverter.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <span>

#include <xxhash.h>

#include "common/breaks.h"
#include "common/error.h"
#include "common/fold.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "indexer/archive/copy_few.h"
#include "indexer/archive/ordered_text.h"

namespace backfile {
namespace {

// Between two texts of one prefix, so that no phrase reaches from one into the next.
constexpr std::uint32_t kPositionGap = 1000;

// So many steps before it is needed, what lies in far memory begins to be fetched.
constexpr std::size_t kAhead = 8;

// Terms, and words of all vocabularies. With more, nothing is known to the next part. Their tables
// take some 40 MB.
constexpr std::size_t kMaxKnown = 450'000;

}  // namespace

std::uint32_t Inverter::add(const Article& article) {
  add_text(article);
  add_signature();
  for (const Field& field : fields()) {
    if (has_value_terms(field))
      for (const std::string& value : field_texts(article, field)) add_value(field, value);
    if (field.kind == Kind::kName || field.kind == Kind::kAddress) add_names(article, field);
  }
  if (article.published) add_date(std::chrono::floor<std::chrono::days>(article.published->time));
  return end_document();
}

// Every text field gives the unprefixed terms, in which all text is searched, and, when it has a
// prefix, its own. The body, last in the table, comes first: small positions take less space. It
// has breaks; the headline is one sentence.
void Inverter::add_text(const Article& article) {
  std::uint32_t position = 1;
  for (std::size_t i = fields().size(); i-- > 0;) {
    const Field& field = fields()[i];
    if (field.kind != Kind::kText) continue;
    for (const std::string& value : field_texts(article, field)) {
      if (position > 1) add_break(Break::kParagraph, position - kPositionGap - 1);
      const TextTraits traits{field.weight, field.prefix.empty(), !field.prefix.empty()};
      position =
          add_words(value, vocabulary({}, article.language, true), traits, position) + kPositionGap;
      if (!field.prefix.empty())
        add_words(value, vocabulary(field.prefix, article.language, true), {1}, 1);
    }
  }
}

// Names are not stemmed and weigh nothing: they say where to look, not how much an article is about
// it.
void Inverter::add_names(const Article& article, const Field& field) {
  const std::size_t first = occurrences_.size();
  bool has_phrases = false;
  std::uint32_t position = 1;
  for (const std::string& value : field_texts(article, field)) {
    const std::uint32_t end = add_words(value, vocabulary(field.prefix, {}, false), {0}, position);
    has_phrases = has_phrases || end - position > 1;
    position = end + kPositionGap;
  }
  if (!has_phrases || field.kind == Kind::kAddress) drop_occurrences(first);
}

// Where no name has two words, nothing asks for positions.
void Inverter::drop_occurrences(std::size_t first) {
  for (std::size_t i = first; i < occurrences_.size(); ++i) --sums_[occurrences_[i].term].positions;
  occurrences_.resize(first);
}

void Inverter::add_date(std::chrono::sys_days day) {
  for (const std::string& term : {year_term(day), month_term(day), day_term(day)})
    count(term_number(term), 0);
}

void Inverter::add_value(const Field& field, std::string_view value) {
  count(term_number(value_term(field, value)), 0);
}

std::uint32_t Inverter::add_words(std::string_view text, Vocabulary& vocabulary,
                                  const TextTraits& traits, std::uint32_t position) {
  Tokenizer tokenizer(text);
  std::size_t last_begin = 0;
  std::size_t last_end = 0;
  const bool is_told = traits.is_body || (traits.is_title && signatures_.is_short());
  const std::size_t told_begin = traits.is_body ? dateline_bytes(text) : 0;
  const std::uint32_t first = position;
  for (auto words = next_words(tokenizer, vocabulary); !words.empty();
       words = next_words(tokenizer, vocabulary)) {
    for (const WordBatch::Word& word : words) {
      Break before = position > first ? Break::kNone : Break::kParagraph;
      if (traits.is_body && position > first) {
        before = break_between(text, vocabulary.language, last_begin, last_end, word.begin);
        add_break(before, position - 1);
      }
      last_begin = word.begin;
      last_end = word.end;
      const Word& terms = vocabulary.terms[word.number];
      if (is_told && word.begin >= told_begin) {
        const auto has_capitals = [&] {
          return text.substr(word.begin, word.key.bytes) != words_.form(word);
        };
        const bool is_name = traits.is_title || (before == Break::kNone && has_capitals());
        signatures_.add(terms.hash, terms.has_digits ? Fact::kNumber
                                    : is_name        ? Fact::kName
                                                     : Fact::kNone);
      }
      for (const std::uint32_t term : terms.placed) {
        if (term == Word::kNone) break;
        count(term, traits.weight);
        add_occurrence(term, position);
      }
      if (terms.unplaced != Word::kNone) count(terms.unplaced, traits.weight);
      ++position;
    }
  }
  return position;
}

// The next words of a text, all in the vocabulary. What counting them looks at is on its way.
std::span<const WordBatch::Word> Inverter::next_words(Tokenizer& text, Vocabulary& vocabulary) {
  const std::span<WordBatch::Word> words = words_.read(text, vocabulary.words);
  for (WordBatch::Word& word : words) {
    word.number = vocabulary.words.add(word.key, words_.form(word));
    if (word.number == vocabulary.terms.size()) add_word(words_.form(word), vocabulary);
    __builtin_prefetch(&vocabulary.terms[word.number]);
  }
  for (const WordBatch::Word& word : words) {
    const Word& terms = vocabulary.terms[word.number];
    __builtin_prefetch(&sums_[terms.placed.front()]);
    if (terms.unplaced != Word::kNone) __builtin_prefetch(&sums_[terms.unplaced]);
  }
  return words;
}

void Inverter::add_signature() {
  SignatureBuilder::Made made = signatures_.take();
  signature_ = std::move(made.signature);
  for (const std::uint32_t part : made.sketch) sketches_.push_back({part, documents_ + 1});
}

void Inverter::add_break(Break kind, std::uint32_t word) {
  if (kind == Break::kNone) return;
  const std::uint32_t term = term_number(kBreaksTerm);
  count(term, 0);
  add_occurrence(term, break_position(kind, word));
}

void Inverter::add_occurrence(std::uint32_t term, std::uint32_t position) {
  ++sums_[term].positions;
  occurrences_.push_back({term, position});
}

void Inverter::count(std::uint32_t term, std::uint32_t weight) {
  Sum& sum = sums_[term];
  sum.wdf += weight;
  if (!sum.is_new) return;
  sum.is_new = false;
  touched_.push_back(term);
}

// The occurrences, which come in the order of the text, go to their terms; then sums -> postings.
std::uint32_t Inverter::end_document() {
  ++documents_;
  last_document_ = postings_.size();
  std::uint32_t length = 0;
  std::uint32_t begin = 0;
  for (const std::uint32_t term : touched_) {
    Sum& sum = sums_[term];
    length += sum.wdf;
    begin += std::exchange(sum.positions, begin);  // from here on: where its next one goes
  }
  positions_.resize(begin);
  for (const Occurrence& occurrence : occurrences_)
    positions_[sums_[occurrence.term].positions++] = occurrence.position;
  begin = 0;
  for (const std::uint32_t term : touched_) {
    const Sum sum = std::exchange(sums_[term], {});
    const auto positions = std::span(positions_).subspan(begin, sum.positions - begin);
    begin = sum.positions;
    const std::size_t before = packed_.size();
    append_posting(packed_, documents_, sum.wdf, positions);
    postings_.push_back({term, std::uint32_t(packed_.size() - before)});
  }
  touched_.clear();
  occurrences_.clear();
  if (packed_.size() > std::numeric_limits<std::uint32_t>::max())
    throw Error("too many words at once", "document " + std::to_string(documents_));
  return length;
}

std::uint32_t Inverter::term_number(std::string_view term) {
  const std::uint32_t number = terms_.add(term);
  if (number == sums_.size()) sums_.emplace_back();
  return number;
}

// The next word of the vocabulary.
void Inverter::add_word(std::string_view form, Vocabulary& vocabulary) {
  prefetch_term(form_term(vocabulary.prefix, form));
  const std::string folded = fold_accents(form);
  const Token token{form, folded, 0, form.size()};
  const WordTerms terms =
      analyzer_.word_terms(token, vocabulary.language, vocabulary.prefix, vocabulary.stemmed);
  if (!terms.unplaced.empty()) prefetch_term(terms.unplaced.front());
  Word word;
  word.has_digits = std::ranges::any_of(token.folded, is_ascii_digit);
  word.hash = XXH3_64bits(token.folded.data(), token.folded.size());
  for (std::size_t i = 0; i < terms.placed.size(); ++i)
    word.placed.at(i) = term_number(terms.placed[i]);
  if (!terms.unplaced.empty()) word.unplaced = term_number(terms.unplaced.front());
  vocabulary.terms.push_back(word);
}

Inverter::Vocabulary& Inverter::vocabulary(std::string_view prefix, std::string_view language,
                                           bool stemmed) {
  std::string name(prefix);
  name.append(":").append(language);
  const auto found = vocabularies_.find(name);
  if (found != vocabularies_.end()) return found->second;
  Vocabulary made{std::string(prefix), std::string(language), stemmed, {}, {}};
  return vocabularies_.emplace(std::move(name), std::move(made)).first->second;
}

// A counting sort. What a document's postings take is copied as it is, and most of it goes to the
// ends of the lists of some thousand frequent terms: the cache holds these.
PostingRun Inverter::take() {
  put_new_terms_in_order();
  places_.assign(terms_.size(), 0);
  for (const Posting& posting : postings_) places_[posting.term] += posting.bytes;
  PostingRun run;
  auto next = order_.begin();
  const auto add_terms_until = [&](auto end) {
    for (; next != end; ++next) {
      if (std::size_t(order_.end() - next) > kAhead) terms_.prefetch_text(next[kAhead].number);
      std::uint32_t& place = places_[next->number];
      if (place > 0) place = run.add_term(terms_.text(next->number), place);
    }
  };
  add_terms_until(std::ranges::partition_point(order_, [this](const OrderedTerm& term) {
    return terms_.text(term.number) < kSketchPrefix;
  }));
  glass::ByteBuffer sketches;
  const std::uint32_t sketches_place = add_sketch_terms(run, sketches);
  add_terms_until(order_.end());
  char* const to = run.room();
  const char* from = packed_.data();
  for (std::size_t i = 0; i < postings_.size(); ++i) {
    if (i + kAhead < postings_.size())
      __builtin_prefetch(to + places_[postings_[i + kAhead].term], 1);
    const Posting& posting = postings_[i];
    copy_few(to + places_[posting.term], from, posting.bytes);
    places_[posting.term] += posting.bytes;
    from += posting.bytes;
  }
  if (sketches.size() > 0) std::memcpy(to + sketches_place, sketches.data(), sketches.size());
  end_part();
  std::size_t known = terms_.size();
  for (const auto& [name, vocabulary] : vocabularies_) known += vocabulary.words.size();
  if (known > kMaxKnown) clear();
  return run;
}

// Sorts the new ones and merges them in.
void Inverter::put_new_terms_in_order() {
  const auto is_before = [this](const OrderedTerm& a, const OrderedTerm& b) {
    if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
    return terms_.text(a.number) < terms_.text(b.number);
  };
  const auto known = std::ptrdiff_t(order_.size());
  for (auto term = std::uint32_t(known); term < terms_.size(); ++term)
    order_.push_back({OrderedText(terms_.text(term)).first_bytes, term});
  std::sort(order_.begin() + known, order_.end(), is_before);
  std::inplace_merge(order_.begin(), order_.begin() + known, order_.end(), is_before);
}

// Their postings go to `packed`. Returns where these are to be in the run's room.
std::uint32_t Inverter::add_sketch_terms(PostingRun& run, glass::ByteBuffer& packed) {
  std::ranges::sort(sketches_);
  std::optional<std::uint32_t> place;
  for (std::size_t i = 0; i < sketches_.size();) {
    const std::uint32_t part = sketches_[i].part;
    const std::size_t before = packed.size();
    for (; i < sketches_.size() && sketches_[i].part == part; ++i)
      append_posting(packed, sketches_[i].document, 0, {});
    const std::uint32_t begin =
        run.add_term(sketch_term(part), std::uint32_t(packed.size() - before));
    if (!place) place = begin;
  }
  return place.value_or(0);
}

std::vector<Inverter::TermCount> Inverter::last_terms() const {
  std::vector<TermCount> terms;
  std::size_t bytes = 0;
  for (std::size_t i = last_document_; i < postings_.size(); ++i) bytes += postings_[i].bytes;
  std::string_view from = packed_.view(packed_.size() - bytes, packed_.size());
  for (std::size_t i = last_document_; i < postings_.size(); ++i)
    terms.push_back({std::string(terms_.text(postings_[i].term)), take_posting(from).wdf});
  for (const SketchPosting& posting : sketches_)
    if (posting.document == documents_) terms.push_back({sketch_term(posting.part), 0});
  std::ranges::sort(terms, {}, &TermCount::term);
  return terms;
}

void Inverter::end_part() {
  documents_ = 0;
  postings_.clear();
  last_document_ = 0;
  packed_.clear();
  sketches_.clear();
}

void Inverter::clear() {
  terms_.clear();
  order_.clear();
  for (auto& [name, vocabulary] : vocabularies_) {
    vocabulary.words.clear();
    vocabulary.terms.clear();
  }
  sums_.clear();
  touched_.clear();
  occurrences_.clear();
  signatures_.take();
  end_part();
}

}  // namespace backfile
