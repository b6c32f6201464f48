// The terms of a segment's articles, from articles -> words into terms ->
// articles. All of it lies in a few flat arrays: every different word is
// analyzed once, a word that comes again costs a lookup and two numbers.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/breaks.h"
#include "common/schema.h"
#include "indexer/archive/string_table.h"
#include "indexer/duplicates/signature_builder.h"

namespace backfile {

namespace glass {
class SegmentWriter;
}

class Inverter {
 public:
  Inverter();

  // Takes the next document's terms; returns the sum of their wdf.
  std::uint32_t add(const Article& article);
  // That of the document added last (kSignatureSlot); empty: it has too few words.
  const std::string& last_signature() const { return signature_; }
  std::uint32_t documents() const { return std::uint32_t(document_begins_.size() - 1); }

  // Gives all terms in byte order with their postings; `segment` has all the documents already.
  void write(glass::SegmentWriter& segment) const;

  struct TermCount {
    std::string_view term;
    std::uint32_t wdf;
  };
  // The terms of the document added last, in byte order; the views live until the next add().
  std::vector<TermCount> last_terms() const;

 private:
  struct Posting {
    std::uint32_t term;
    std::uint32_t wdf;
    std::uint32_t positions_begin;  // in positions_; they end where the next posting's begin
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
    std::vector<Word> terms;  // by word
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
  std::uint32_t term_number(std::string_view term);
  const Word& word(const Token& token, Vocabulary& vocabulary);
  Vocabulary& vocabulary(std::string_view prefix, std::string_view language, bool stemmed);

  Analyzer analyzer_;
  StringTable terms_;
  std::map<std::string, Vocabulary> vocabularies_;  // by "prefix:language"
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> positions_;
  std::vector<std::size_t> document_begins_;  // in postings_, and the end of the last

  std::vector<Sum> sums_;               // of the document at hand, by term
  std::vector<std::uint32_t> touched_;  // terms with a sum
  std::vector<Occurrence> occurrences_;
  SignatureBuilder signatures_;
  std::string signature_;
};

}  // namespace backfile
