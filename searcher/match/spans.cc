#include "searcher/match/spans.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/breaks.h"
#include "common/terms.h"

namespace backfile {
namespace {

using Type = SpanQuery::Type;
using Words = std::vector<std::uint32_t>;

// The words of a match of a part, in order.
struct Span {
  Words words;

  std::uint32_t begin() const { return words.front(); }
  std::uint32_t end() const { return words.back(); }  // the last word itself
  bool operator==(const Span&) const = default;
};

bool share_a_word(const Words& one, const Words& other) {
  if (one.back() < other.front() || other.back() < one.front()) return false;
  return std::ranges::any_of(
      one, [&](std::uint32_t word) { return std::ranges::binary_search(other, word); });
}

std::uint32_t distance_between(const Span& one, const Span& other) {
  if (one.end() < other.begin()) return other.begin() - one.end();
  if (other.end() < one.begin()) return one.begin() - other.end();
  return 0;
}

}  // namespace

// A SpanQuery at work.
class SpanFinder::Part {
 public:
  Part(const SpanQuery& query, const OpenTerms& open)
      : type_(query.type), distance_(query.distance) {
    if (type_ == Type::kTerms) terms_ = open(query.terms);
    for (const SpanQuery& child : query.children) children_.emplace_back(child, open);
    if (type_ == Type::kPhrase) order_ = rarest_first(children_);
    const std::string breaks(kBreaksTerm);
    if (type_ == Type::kSameSentence || type_ == Type::kSameParagraph)
      terms_ = open(std::span(&breaks, 1));
  }

  // Whether the document has a span at all. Most that have one have it early, where parts of the
  // query have many.
  bool matches(std::uint32_t docid) {
    for (const std::size_t most : {kFewSpans, kMaxSpans}) {
      limit_children(most);
      if (!find(docid, 1).empty()) return true;
      if (!was_cut()) return false;
    }
    return false;
  }

 private:
  static constexpr std::size_t kFewSpans = 50;

  // By number.
  static std::vector<std::size_t> rarest_first(const std::vector<Part>& words) {
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return words[i].terms_->documents(); });
    return order;
  }

  void limit_children(std::size_t most) {
    most_of_child_ = most;
    was_cut_ = false;
    for (Part& child : children_) child.limit_children(most);
  }

  // Whether there were more spans than any limit.
  bool was_cut() const { return was_cut_ || std::ranges::any_of(children_, &Part::was_cut); }

  // The positions of the part's own terms.
  void read(std::uint32_t docid) {
    if (std::exchange(read_, docid) != docid) terms_->read(docid, positions_);
  }

  // The first `max` spans in the document, in order of the first word.
  std::vector<Span> find(std::uint32_t docid, std::size_t max) {
    switch (type_) {
      case Type::kTerms:
        return find_words(docid, max);
      case Type::kPhrase:
        return find_phrases(docid, max);
      case Type::kAny:
        return find_any(docid, max);
      default:
        return find_pairs(docid, max);
    }
  }

  std::vector<Span> find_words(std::uint32_t docid, std::size_t max) {
    std::vector<Span> spans;
    read(docid);
    for (const std::uint32_t position : positions_) {
      if (is_full(spans, max)) break;
      spans.push_back({{position}});
    }
    return spans;
  }

  // Word by word, the one that the fewest documents have first: most documents are out before all
  // words are read.
  std::vector<Span> find_phrases(std::uint32_t docid, std::size_t max) {
    std::vector<std::uint32_t> begins;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      Part& child = children_[order_[i]];
      child.read(docid);
      const auto at = std::uint32_t(order_[i]);
      const auto has = [&](std::uint32_t begin) {
        return std::ranges::binary_search(child.positions_, begin + at);
      };
      if (i == 0) {
        for (const std::uint32_t word : child.positions_)
          if (word > at) begins.push_back(word - at);
      } else {
        std::erase_if(begins, [&](std::uint32_t begin) { return !has(begin); });
      }
      if (begins.empty()) return {};
    }
    std::vector<Span> spans;
    for (const std::uint32_t begin : begins) {
      if (is_full(spans, max)) break;
      Span& span = spans.emplace_back();
      span.words.resize(children_.size());
      std::iota(span.words.begin(), span.words.end(), begin);
    }
    return spans;
  }

  std::vector<Span> find_any(std::uint32_t docid, std::size_t max) {
    std::vector<Span> spans;
    for (Part& child : children_)
      for (Span& span : child.find(docid, max)) spans.push_back(std::move(span));
    return first_of(std::move(spans), max);
  }

  std::vector<Span> find_pairs(std::uint32_t docid, std::size_t max) {
    std::vector<Span> spans;
    const std::vector<Span> firsts = children_[0].find(docid, most_of_child_);
    if (firsts.empty()) return spans;
    const std::vector<Span> seconds = children_[1].find(docid, most_of_child_);
    if (seconds.empty()) return spans;
    if (terms_) read_breaks(docid);
    std::uint32_t longest = 0;
    for (const Span& span : seconds) longest = std::max(longest, span.end() - span.begin());
    for (const Span& first : firsts) {
      // Those that begin too early to reach the first one's neighbourhood are left out.
      const std::uint64_t reach = std::uint64_t{distance_} + longest;
      const auto near = [&](const Span& span) { return span.begin() + reach < first.begin(); };
      for (auto second = terms_ ? seconds.begin() : std::ranges::partition_point(seconds, near);
           second != seconds.end() && !is_behind(*second, first); ++second) {
        if (!fit(first, *second)) continue;
        spans.push_back(joined(first, *second));
        if (max == 1) return spans;
        if (spans.size() == 2 * max) return first_of(std::move(spans), max);  // some are the same
      }
    }
    return first_of(std::move(spans), max);
  }

  // Whether this span and all later ones begin too far behind the first.
  bool is_behind(const Span& second, const Span& first) const {
    return !terms_ && second.begin() > std::uint64_t{first.end()} + distance_;
  }

  bool fit(const Span& first, const Span& second) const {
    if (share_a_word(first.words, second.words)) return false;
    if (!terms_) {
      if (type_ == Type::kBefore && second.begin() <= first.end()) return false;
      return distance_between(first, second) <= distance_;
    }
    // No break from the first word up to the last, that excepted.
    const auto next_break =
        std::ranges::lower_bound(positions_, std::min(first.begin(), second.begin()));
    return next_break == positions_.end() || *next_break >= std::max(first.end(), second.end());
  }

  static Span joined(const Span& first, const Span& second) {
    Span span;
    std::ranges::merge(first.words, second.words, std::back_inserter(span.words));
    return span;
  }

  std::vector<Span> first_of(std::vector<Span> spans, std::size_t max) {
    std::ranges::sort(spans, {}, &Span::words);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    was_cut_ = was_cut_ || spans.size() > max;
    if (spans.size() > max) spans.resize(max);
    return spans;
  }

  bool is_full(const std::vector<Span>& spans, std::size_t max) {
    was_cut_ = was_cut_ || spans.size() == max;
    return spans.size() == max;
  }

  // The words behind which a sentence or a paragraph ends.
  void read_breaks(std::uint32_t docid) {
    if (read_ == docid) return;
    read(docid);
    if (type_ == Type::kSameParagraph)
      std::erase_if(positions_, [](std::uint32_t each) { return !ends_paragraph(each); });
    for (std::uint32_t& each : positions_) each = word_of_break(each);
  }

  Type type_;
  std::uint32_t distance_;
  std::vector<Part> children_;
  std::vector<std::size_t> order_;        // of a phrase's words
  std::unique_ptr<TermPositions> terms_;  // of words, or of breaks
  Words positions_;                       // in document read_; of breaks, the words before
  std::uint32_t read_ = 0;
  std::size_t most_of_child_ = kMaxSpans;
  bool was_cut_ = false;
};

SpanFinder::SpanFinder(const SpanQuery& query, const OpenTerms& open)
    : root_(std::make_unique<Part>(query, open)) {}
SpanFinder::~SpanFinder() = default;

bool SpanFinder::matches(std::uint32_t docid) { return root_->matches(docid); }

}  // namespace backfile
