#include "indexer/archive/inverter.h"

#include <algorithm>
#include <numeric>
#include <span>

#include <xxhash.h>

#include "common/breaks.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "indexer/glass/segment_writer.h"

namespace backfile {
namespace {

// Between two texts of one prefix, so that no phrase reaches from one into the next.
constexpr std::uint32_t kPositionGap = 1000;

// Whether the word is written otherwise than in small letters.
bool is_capitalized(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.form.size()) != token.form;
}

}  // namespace

Inverter::Inverter() : document_begins_{0} {}

std::uint32_t Inverter::add(const Article& article) {
  add_text(article);
  add_signature();
  for (const Field& field : fields()) {
    if (has_value_terms(field))
      for (const std::string& value : field_values(article, field)) add_value(field, value);
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
    for (const std::string& value : field_values(article, field)) {
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
  for (const std::string& value : field_values(article, field)) {
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
  Token token;
  std::size_t last_begin = 0;
  std::size_t last_end = 0;
  const bool is_told = traits.is_body || (traits.is_title && signatures_.is_short());
  const std::size_t told_begin = traits.is_body ? dateline_bytes(text) : 0;
  for (const std::uint32_t first = position; tokenizer.next(token); ++position) {
    Break before = position > first ? Break::kNone : Break::kParagraph;
    if (traits.is_body && position > first) {
      before = break_between(text, vocabulary.language, last_begin, last_end, token.begin);
      add_break(before, position - 1);
    }
    last_begin = token.begin;
    last_end = token.end;
    const Word& terms = word(token, vocabulary);
    Fact fact = Fact::kNone;
    if (terms.has_digits)
      fact = Fact::kNumber;
    else if (traits.is_title || (before == Break::kNone && is_capitalized(text, token)))
      fact = Fact::kName;
    if (is_told && token.begin >= told_begin) signatures_.add(terms.hash, fact);
    for (const std::uint32_t term : terms.placed) {
      if (term == Word::kNone) break;
      count(term, traits.weight);
      add_occurrence(term, position);
    }
    if (terms.unplaced != Word::kNone) count(terms.unplaced, traits.weight);
  }
  return position;
}

void Inverter::add_signature() {
  SignatureBuilder::Made made = signatures_.take();
  signature_ = std::move(made.signature);
  for (const std::uint32_t part : made.sketch) count(term_number(sketch_term(part)), 0);
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

// Sums -> postings, and the occurrences, which come in the order of the text, to their terms.
std::uint32_t Inverter::end_document() {
  std::uint32_t length = 0;
  auto begin = std::uint32_t(positions_.size());
  for (const std::uint32_t term : touched_) {
    Sum& sum = sums_[term];
    postings_.push_back({term, sum.wdf, begin});
    length += sum.wdf;
    begin += std::exchange(sum.positions, begin);  // from here on: where its next one goes
  }
  positions_.resize(begin);
  for (const Occurrence& occurrence : occurrences_)
    positions_[sums_[occurrence.term].positions++] = occurrence.position;
  for (const std::uint32_t term : touched_) sums_[term] = {};
  touched_.clear();
  occurrences_.clear();
  document_begins_.push_back(postings_.size());
  return length;
}

std::uint32_t Inverter::term_number(std::string_view term) {
  const std::uint32_t number = terms_.add(term);
  if (number == sums_.size()) sums_.emplace_back();
  return number;
}

const Inverter::Word& Inverter::word(const Token& token, Vocabulary& vocabulary) {
  const std::uint32_t number = vocabulary.words.add(token.form);
  if (number < vocabulary.terms.size()) return vocabulary.terms[number];
  const WordTerms terms =
      analyzer_.word_terms(token, vocabulary.language, vocabulary.prefix, vocabulary.stemmed);
  Word word;
  for (std::size_t i = 0; i < terms.placed.size(); ++i)
    word.placed.at(i) = term_number(terms.placed[i]);
  if (!terms.unplaced.empty()) word.unplaced = term_number(terms.unplaced.front());
  word.has_digits = std::ranges::any_of(token.folded, is_ascii_digit);
  word.hash = XXH3_64bits(token.folded.data(), token.folded.size());
  vocabulary.terms.push_back(word);
  return vocabulary.terms.back();
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

void Inverter::write(glass::SegmentWriter& segment) const {
  // Postings by term, in the order of the documents: a counting sort.
  std::vector<std::uint32_t> ends(terms_.size() + 1);
  for (const Posting& posting : postings_) ++ends[posting.term + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  struct Place {
    std::uint32_t posting;
    std::uint32_t docid;
  };
  std::vector<Place> places(postings_.size());
  for (std::uint32_t document = 0; document < documents(); ++document)
    for (std::size_t i = document_begins_[document]; i < document_begins_[document + 1]; ++i)
      places[ends[postings_[i].term]++] = {std::uint32_t(i), document + 1};

  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [this](std::uint32_t term) { return terms_.text(term); });
  for (const std::uint32_t term : order) {
    const std::uint32_t begin = term == 0 ? 0 : ends[term - 1];
    if (begin == ends[term]) continue;  // a word's term that no document has: none such yet
    segment.begin_term(terms_.text(term));
    for (std::uint32_t i = begin; i < ends[term]; ++i) {
      const Posting& posting = postings_[places[i].posting];
      const std::size_t next = places[i].posting + std::size_t{1};
      const std::size_t end =
          next < postings_.size() ? postings_[next].positions_begin : positions_.size();
      segment.add_posting(
          places[i].docid, posting.wdf,
          std::span(positions_).subspan(posting.positions_begin, end - posting.positions_begin));
    }
  }
}

std::vector<Inverter::TermCount> Inverter::last_terms() const {
  std::vector<TermCount> terms;
  for (std::size_t i = document_begins_[documents() - 1]; i < postings_.size(); ++i)
    terms.push_back({terms_.text(postings_[i].term), postings_[i].wdf});
  std::ranges::sort(terms, {}, &TermCount::term);
  return terms;
}

}  // namespace backfile
