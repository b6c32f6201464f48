#include "searcher/match/span_source.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace backfile {
namespace {

// The postings of several terms as those of one, front to back.
class TermUnion final : public TermPositions {
 public:
  TermUnion(const Xapian::Database& database, std::span<const std::string> terms) {
    for (const std::string& term : terms) {
      const auto posting = database.postlist_begin(term);
      if (posting == database.postlist_end(term)) continue;
      cursors_.push_back({posting, database.postlist_end(term), *posting});
      documents_ += database.get_termfreq(term);
    }
    std::ranges::make_heap(cursors_, later);
  }

  std::size_t documents() const override { return documents_; }

  void read(std::uint32_t docid, std::vector<std::uint32_t>& positions) override {
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

  std::size_t documents_ = 0;
  std::vector<Cursor> cursors_;  // a heap, the next docid first
};

}  // namespace

SpanSource::SpanSource(SpanQuery query) : query_(std::move(query)) {}
SpanSource::~SpanSource() = default;

void SpanSource::init(const Xapian::Database& database) {
  finder_ = std::make_unique<SpanFinder>(query_, [&](std::span<const std::string> terms) {
    return std::make_unique<TermUnion>(database, terms);
  });
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
  matches_ = !at_end() && finder_->matches(docid);
}

SpanSource* SpanSource::clone() const { return new SpanSource(query_); }

std::string SpanSource::get_description() const {
  return fmt::format("spans of {} parts", query_.children.size());
}

}  // namespace backfile
