#include "searcher/query/spans.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

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

// The postings of several terms as those of one, front to back.
class TermUnion {
 public:
  TermUnion(const Xapian::Database& database, std::span<const std::string> terms) {
    for (const std::string& term : terms) {
      const auto posting = database.postlist_begin(term);
      if (posting != database.postlist_end(term))
        cursors_.push_back({posting, database.postlist_end(term), *posting});
    }
    std::ranges::make_heap(cursors_, later);
  }

  // The positions in a document, in order; documents are asked for in order.
  void read(Xapian::docid docid, Words& positions) {
    positions.clear();
    while (!cursors_.empty() && cursors_.front().docid <= docid) {
      std::ranges::pop_heap(cursors_, later);
      Cursor& cursor = cursors_.back();
      if (cursor.docid < docid) cursor.at.skip_to(docid);
      if (cursor.at != cursor.end && *cursor.at == docid) {
        for (auto at = cursor.at.positionlist_begin(); at != cursor.at.positionlist_end(); ++at)
          positions.push_back(*at);
        ++cursor.at;
      }
      if (cursor.at == cursor.end) {
        cursors_.pop_back();
        continue;
      }
      cursor.docid = *cursor.at;
      std::ranges::push_heap(cursors_, later);
    }
    std::ranges::sort(positions);  // several terms may stand for one word
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }

 private:
  struct Cursor {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
    Xapian::docid docid;
  };
  static bool later(const Cursor& one, const Cursor& other) { return one.docid > other.docid; }

  std::vector<Cursor> cursors_;  // a heap, the next docid first
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

// A SpanQuery at work on one database.
class SpanSource::Part {
 public:
  Part(const SpanQuery& query, const Xapian::Database& database)
      : type_(query.type), distance_(query.distance) {
    if (type_ == Type::kTerms) terms_.emplace(database, query.terms);
    for (const SpanQuery& child : query.children) children_.emplace_back(child, database);
    const std::string breaks(kBreaksTerm);
    if (type_ == Type::kSameSentence || type_ == Type::kSameParagraph)
      terms_.emplace(database, std::span(&breaks, 1));
  }

  // Whether the document has a span at all. Most that have one have it early, where parts of the
  // query have many.
  bool matches(Xapian::docid docid) {
    for (const std::size_t most : {kFewSpans, kMaxSpans}) {
      limit_children(most);
      if (!find(docid, 1).empty()) return true;
      if (!was_cut()) return false;
    }
    return false;
  }

 private:
  static constexpr std::size_t kFewSpans = 50;

  void limit_children(std::size_t most) {
    most_of_child_ = most;
    was_cut_ = false;
    for (Part& child : children_) child.limit_children(most);
  }

  // Whether there were more spans than any limit.
  bool was_cut() const { return was_cut_ || std::ranges::any_of(children_, &Part::was_cut); }

  // The positions of the part's own terms.
  void read(Xapian::docid docid) {
    if (std::exchange(read_, docid) != docid) terms_->read(docid, positions_);
  }

  // The first `max` spans in the document, in order of the first word.
  std::vector<Span> find(Xapian::docid docid, std::size_t max) {
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

  std::vector<Span> find_words(Xapian::docid docid, std::size_t max) {
    std::vector<Span> spans;
    read(docid);
    for (const std::uint32_t position : positions_) {
      if (is_full(spans, max)) break;
      spans.push_back({{position}});
    }
    return spans;
  }

  std::vector<Span> find_phrases(Xapian::docid docid, std::size_t max) {
    std::vector<Span> spans;
    for (Part& child : children_) {
      child.read(docid);
      if (child.positions_.empty()) return spans;
    }
    for (const std::uint32_t first : children_.front().positions_) {
      if (is_full(spans, max)) break;
      Span span;
      for (Part& child : children_) {
        const auto word = std::uint32_t(first + span.words.size());
        if (!std::ranges::binary_search(child.positions_, word)) break;
        span.words.push_back(word);
      }
      if (span.words.size() == children_.size()) spans.push_back(std::move(span));
    }
    return spans;
  }

  std::vector<Span> find_any(Xapian::docid docid, std::size_t max) {
    std::vector<Span> spans;
    for (Part& child : children_)
      for (Span& span : child.find(docid, max)) spans.push_back(std::move(span));
    return first_of(std::move(spans), max);
  }

  std::vector<Span> find_pairs(Xapian::docid docid, std::size_t max) {
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
  void read_breaks(Xapian::docid docid) {
    if (read_ == docid) return;
    read(docid);
    if (type_ == Type::kSameParagraph)
      std::erase_if(positions_, [](std::uint32_t each) { return !ends_paragraph(each); });
    for (std::uint32_t& each : positions_) each = word_of_break(each);
  }

  Type type_;
  std::uint32_t distance_;
  std::vector<Part> children_;
  std::optional<TermUnion> terms_;  // of words, or of breaks
  Words positions_;                 // in document read_; of breaks, the words before
  Xapian::docid read_ = 0;
  std::size_t most_of_child_ = kMaxSpans;
  bool was_cut_ = false;
};

SpanSource::SpanSource(SpanQuery query) : query_(std::move(query)) {}
SpanSource::~SpanSource() = default;

void SpanSource::init(const Xapian::Database& database) {
  root_ = std::make_unique<Part>(query_, database);
  documents_ = database.get_doccount();
  docid_ = 0;
  last_ = database.get_lastdocid();
}

void SpanSource::next(double /*min_weight*/) {
  do test(docid_ + 1);
  while (!at_end() && !matches_);
}

void SpanSource::skip_to(Xapian::docid docid, double min_weight) {
  if (docid > docid_) test(docid);
  if (!at_end() && !matches_) next(min_weight);
}

bool SpanSource::check(Xapian::docid docid, double /*min_weight*/) {
  if (docid > docid_) test(docid);
  return at_end() || matches_;
}

void SpanSource::test(Xapian::docid docid) {
  docid_ = docid;
  matches_ = !at_end() && root_->matches(docid);
}

SpanSource* SpanSource::clone() const { return new SpanSource(query_); }

std::string SpanSource::get_description() const {
  return fmt::format("spans of {} parts", query_.children.size());
}

}  // namespace backfile
