// The terms of a segment's articles, from articles -> words into terms ->
// articles. Every different word is analyzed once, and a word that comes again
// costs a lookup and two numbers; words stay known from one part of a segment to the
// next, for half of them come again. A document's postings are packed as soon as it
// ends, while all about it lies in the processor's cache, and then move once, into
// the order of the terms.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/breaks.h"
#include "common/schema.h"
#include "indexer/archive/huge_pages.h"
#include "indexer/archive/posting_run.h"
#include "indexer/archive/string_table.h"
#include "indexer/archive/word_batch.h"
#include "indexer/duplicates/signature_builder.h"
#include "indexer/glass/byte_buffer.h"

namespace backfile {

class Inverter {
 public:
  // Takes the next document's terms; returns the sum of their wdf.
  std::uint32_t add(const Article& article);
  // That of the document added last (kSignatureSlot); empty: it has too few words.
  const std::string& last_signature() const { return signature_; }
  std::uint32_t documents() const { return documents_; }

  // The terms of all documents; then there are none. The words stay known, if they are not too
  // many, and the memory is kept: fresh memory costs more than to fill it.
  PostingRun take();
  // As new, but for the memory: for when add() threw.
  void clear();

  struct TermCount {
    std::string term;
    std::uint32_t wdf;
  };
  // The terms of the document added last, in byte order.
  std::vector<TermCount> last_terms() const;

 private:
  struct Posting {
    std::uint32_t term;
    std::uint32_t bytes;  // of packed_
  };
  // The numbers in terms_ of a word's terms.
  struct Word {
    static constexpr std::uint32_t kNone = ~0U;
    std::array<std::uint32_t, 3> placed{kNone, kNone, kNone};
    std::uint32_t unplaced = kNone;
    bool has_digits = false;
    std::uint64_t hash = 0;  // without case and accents
  };
  // Words of one language in the texts of one prefix.
  struct Vocabulary {
    std::string prefix;
    std::string language;
    bool stemmed;
    StringTable words;
    std::vector<Word, HugePages<Word>> terms;  // by word
  };
  struct TextTraits {
    std::uint32_t weight = 1;  // of a word
    bool is_body = false;
    bool is_title = false;
  };
  // Of the document at hand, by term.
  struct Sum {
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;
    bool is_new = true;
  };
  struct Occurrence {
    std::uint32_t term;
    std::uint32_t position;
  };
  // Compared by the first bytes, mostly; see OrderedText.
  struct OrderedTerm {
    std::uint64_t first_bytes;
    std::uint32_t number;
  };
  // Near-copies share parts of sketches, others do not: most of these terms come once, and no table
  // would know them again.
  struct SketchPosting {
    std::uint32_t part;
    std::uint32_t document;
    auto operator<=>(const SketchPosting&) const = default;
  };

  void add_text(const Article& article);
  void add_names(const Article& article, const Field& field);
  void add_value(const Field& field, std::string_view value);
  void add_date(std::chrono::sys_days day);
  std::uint32_t add_words(std::string_view text, Vocabulary& vocabulary, const TextTraits& traits,
                          std::uint32_t position);
  void add_signature();
  void add_break(Break kind, std::uint32_t word);
  void add_occurrence(std::uint32_t term, std::uint32_t position);
  void drop_occurrences(std::size_t first);
  void count(std::uint32_t term, std::uint32_t weight);
  std::uint32_t end_document();
  void put_new_terms_in_order();
  std::uint32_t add_sketch_terms(PostingRun& run, glass::ByteBuffer& packed);
  void end_part();
  void prefetch_term(std::string_view term) const { terms_.prefetch(StringTable::Key(term)); }
  std::uint32_t term_number(std::string_view term);
  std::span<const WordBatch::Word> next_words(Tokenizer& text, Vocabulary& vocabulary);
  void add_word(std::string_view form, Vocabulary& vocabulary);
  Vocabulary& vocabulary(std::string_view prefix, std::string_view language, bool stemmed);

  Analyzer analyzer_;
  WordBatch words_;
  StringTable terms_;
  std::map<std::string, Vocabulary> vocabularies_;  // by "prefix:language"
  std::vector<OrderedTerm> order_;                  // of the terms before the last take()
  std::uint32_t documents_ = 0;
  std::vector<Posting> postings_;
  std::size_t last_document_ = 0;  // where it begins in postings_
  glass::ByteBuffer packed_;       // in the order of postings_
  std::vector<SketchPosting> sketches_;
  // By term: the bytes of its postings, then where its next one goes.
  std::vector<std::uint32_t, HugePages<std::uint32_t>> places_;

  // Of the document at hand:
  std::vector<Sum, HugePages<Sum>> sums_;  // by term
  std::vector<std::uint32_t> touched_;     // terms with a sum
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> positions_;  // by term, as in touched_
  SignatureBuilder signatures_;
  std::string signature_;
};

}  // namespace backfile
