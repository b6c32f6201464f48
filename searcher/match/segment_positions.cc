#include "searcher/match/segment_positions.h"

#include <algorithm>
#include <utility>

#include "common/glass/packing.h"
#include "common/glass/position_list.h"

namespace backfile {
namespace {

class SegmentPositions final : public TermPositions {
 public:
  SegmentPositions(const SegmentReader& segment, const Bits& candidates,
                   std::span<const std::string> terms)
      : segment_(segment) {
    for (const std::string& term : terms) add(term, candidates);
    if (terms_.size() > 1) std::ranges::sort(places_);
  }

  void read(std::uint32_t docid, std::vector<std::uint32_t>& positions) override {
    positions.clear();
    while (next_ < places_.size() && places_[next_].first < docid) ++next_;
    std::size_t lists = 0;
    for (; next_ < places_.size() && places_[next_].first == docid; ++next_, ++lists) {
      Term& term = terms_[places_[next_].second];
      term.key.resize(term.bytes);
      glass::append_sortable(term.key, docid);
      if (term.cursor.advance(term.key) && term.cursor.key() == term.key)
        glass::append_positions(term.cursor.tag(), segment_.positions().path(), positions);
    }
    if (lists < 2) return;
    std::ranges::sort(positions);  // several terms may stand for one word
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }

 private:
  void add(const std::string& term, const Bits& candidates) {
    PostingList list(segment_, term);
    if (list.size() == 0) return;
    const auto number = std::uint32_t(terms_.size());
    std::string key;
    glass::append_sortable_text(key, term);
    key += '\0';
    const std::size_t bytes = key.size();
    terms_.push_back({glass::MappedTable::Cursor(segment_.positions()), std::move(key), bytes});
    while (true) {
      const std::vector<Posting>& chunk = list.next();
      if (chunk.empty()) return;
      for (const Posting& posting : chunk)
        if (candidates.has(posting.docid)) places_.emplace_back(posting.docid, number);
    }
  }

  struct Term {
    glass::MappedTable::Cursor cursor;
    std::string key;    // of the list at hand
    std::size_t bytes;  // of it before the docid
  };

  const SegmentReader& segment_;
  std::vector<Term> terms_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // documents and terms, in order
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<TermPositions> open_positions(const SegmentReader& segment, const Bits& candidates,
                                              std::span<const std::string> terms) {
  return std::make_unique<SegmentPositions>(segment, candidates, terms);
}

}  // namespace backfile
