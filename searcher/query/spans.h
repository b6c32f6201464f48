// Where in an article the parts of a query stand together: what Xapian's own
// NEAR and PHRASE, which take nothing but single words, cannot tell. A span is
// a stretch of word positions that a part of the query takes up.
//
//   (oil OR "natural gas") NEAR/5 price*  ->  kNear(kAny(kTerms oil, kPhrase(natural, gas)),
//                                                   kTerms price, prices)
//
// Local archives only: a remote server cannot run our code.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

namespace backfile {

struct SpanQuery {
  enum class Type : std::uint8_t {
    kTerms,          // a word that has any of `terms`
    kPhrase,         // children (kTerms) in a row
    kAny,            // any child
    kNear,           // two children with at most `distance` from one to the next, in any order
    kBefore,         // the same, the first before the second
    kSameSentence,   // two children with no end of a sentence between
    kSameParagraph,  // the same of a paragraph
  };
  static constexpr std::uint32_t kAnywhere = ~0U;  // a distance

  Type type = Type::kTerms;
  std::vector<std::string> terms;
  std::vector<SpanQuery> children;
  std::uint32_t distance = 0;

  bool operator==(const SpanQuery&) const = default;
};

// Two children of a proximity never share a word; a child inside the other's span is at no
// distance.
//
// In one article a part of the query has at most kMaxSpans spans, the first ones: `a NEAR/500 b`
// within further proximity would otherwise have as many as there are pairs of a and b.
inline constexpr std::size_t kMaxSpans = 500;

// The articles of a database that have a span of the query; without weight. To be used as a filter
// of articles that have the words at all: it tests one at a time and finds none by itself quickly.
class SpanSource final : public Xapian::PostingSource {
 public:
  explicit SpanSource(SpanQuery query);
  ~SpanSource() override;

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool check(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }
  void init(const Xapian::Database& database) override;
  SpanSource* clone() const override;
  std::string get_description() const override;

 private:
  class Part;

  void test(Xapian::docid docid);

  SpanQuery query_;
  std::unique_ptr<Part> root_;
  Xapian::doccount documents_ = 0;
  Xapian::docid docid_ = 0;
  bool matches_ = false;  // docid_
  Xapian::docid last_ = 0;
};

}  // namespace backfile
