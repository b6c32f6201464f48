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
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

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

// Where any of several terms stands in a document.
class TermPositions {
 public:
  virtual ~TermPositions() = default;
  // About how many have them: the fewer, the sooner they are asked for.
  virtual std::size_t documents() const = 0;
  // In order, each once. Documents are asked for in order.
  virtual void read(std::uint32_t docid, std::vector<std::uint32_t>& positions) = 0;
};

using OpenTerms = std::function<std::unique_ptr<TermPositions>(std::span<const std::string>)>;

// Tests documents, in order, for a span of the query.
class SpanFinder {
 public:
  SpanFinder(const SpanQuery& query, const OpenTerms& open);
  ~SpanFinder();

  bool matches(std::uint32_t docid);

 private:
  class Part;
  std::unique_ptr<Part> root_;
};

}  // namespace backfile
