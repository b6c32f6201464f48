#include "tests/indexer/plain_document.h"

#include <string>

#include "common/breaks.h"
#include "common/schema.h"
#include "common/terms.h"
#include "indexer/archive/segment_builder.h"

namespace backfile {
namespace {

// Between two texts of one prefix, so that no phrase reaches from one into the next.
constexpr std::uint32_t kPositionGap = 1000;

void add_terms(const std::vector<Term>& terms, Xapian::termcount wdf, Xapian::Document& document) {
  for (const Term& term : terms) {
    if (term.position == kNoPosition)
      document.add_term(term.text, wdf);
    else
      document.add_posting(term.text, term.position, wdf);
  }
}

}  // namespace

Xapian::Document DocumentBuilder::build(const Article& article, std::string_view stored,
                                        std::string_view digest) {
  Xapian::Document document;
  document.set_data(std::string(stored));
  // Signatures have tests of their own.
  const InvertedDocument made = inverted(1, article);
  for (const auto& [slot, value] : document_values(article, {digest, made.signature}))
    document.add_value(slot, value);
  for (const auto& [term, wdf] : made.terms.terms)
    if (term.starts_with(kSketchPrefix)) document.add_boolean_term(term);
  add_text(article, document);
  for (const Field& field : fields()) {
    const std::vector<std::string> values = field_values(article, field);
    if (values.empty()) continue;
    if (has_value_terms(field))
      for (const std::string& value : values) document.add_boolean_term(value_term(field, value));
    if (field.kind == Kind::kName || field.kind == Kind::kAddress)
      add_names(article, field, document);
  }
  if (article.published) {
    const std::string day = to_iso(*article.published);
    document.add_boolean_term("Y" + day.substr(0, 4));
    document.add_boolean_term("M" + day.substr(0, 4) + day.substr(5, 2));
    document.add_boolean_term("D" + day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2));
  }
  return document;
}

// Every text field gives the unprefixed terms, in which all text is searched, and, when it has a
// prefix, its own.
void DocumentBuilder::add_text(const Article& article, Xapian::Document& document) {
  std::uint32_t position = 1;
  for (std::size_t i = fields().size(); i-- > 0;) {
    const Field& field = fields()[i];
    if (field.kind != Kind::kText) continue;
    for (const std::string& value : field_values(article, field)) {
      terms_.clear();
      if (position > 1) document.add_posting("XBREAK", (position - kPositionGap - 1) * 2 + 1, 0);
      if (field.prefix.empty()) add_breaks(value, article.language, position, document);
      position =
          append_text(analyzer_, value, article.language, {}, position, terms_) + kPositionGap;
      add_terms(terms_, field.weight, document);
      if (field.prefix.empty()) continue;
      terms_.clear();
      append_text(analyzer_, value, article.language, field.prefix, 1, terms_);
      add_terms(terms_, 1, document);
    }
  }
}

void DocumentBuilder::add_breaks(std::string_view text, std::string_view language,
                                 std::uint32_t position, Xapian::Document& document) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.begin, token.end);
  for (std::size_t i = 1; i < words.size(); ++i, ++position) {
    const auto [begin, end] = words[i - 1];
    const Break kind = break_between(text, language, begin, end, words[i].first);
    if (kind == Break::kSentence) document.add_posting("XBREAK", position * 2, 0);
    if (kind == Break::kParagraph) document.add_posting("XBREAK", position * 2 + 1, 0);
  }
}

void DocumentBuilder::add_names(const Article& article, const Field& field,
                                Xapian::Document& document) {
  std::uint32_t position = 1;
  std::vector<Term> all;
  bool has_phrases = false;
  for (const std::string& value : field_values(article, field)) {
    terms_.clear();
    const std::uint32_t end = append_name(analyzer_, value, field.prefix, position, terms_);
    has_phrases = has_phrases || end > position + 1;
    position = end + kPositionGap;
    all.insert(all.end(), terms_.begin(), terms_.end());
  }
  if (!has_phrases || field.kind == Kind::kAddress)
    for (Term& term : all) term.position = kNoPosition;
  add_terms(all, 0, document);
}

}  // namespace backfile
