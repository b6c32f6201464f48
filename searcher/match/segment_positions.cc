#include "searcher/match/segment_positions.h"

#include <algorithm>
#include <utility>

#include "common/glass/packing.h"
#include "common/glass/position_list.h"

namespace backfile {
namespace {

// Those of one term.
class PositionLists {
 public:
  PositionLists(const SegmentReader& segment, std::string_view term)
      : path_(&segment.positions().path()), cursor_(segment.positions()) {
    glass::append_sortable_text(key_, term);
    key_ += '\0';
    bytes_before_docid_ = key_.size();
  }

  // Appends the positions in a document, none when it does not have the term.
  void append(std::uint32_t docid, std::vector<std::uint32_t>& positions) {
    key_.resize(bytes_before_docid_);
    glass::append_sortable(key_, docid);
    if (cursor_.advance(key_) && cursor_.key() == key_)
      glass::append_positions(cursor_.tag(), *path_, positions);
  }

 private:
  const std::string* path_;
  glass::MappedTable::Cursor cursor_;
  std::string key_;  // of the list that was last asked for
  std::size_t bytes_before_docid_ = 0;
};

class SegmentPositions final : public TermPositions {
 public:
  SegmentPositions(const SegmentReader& segment, const Bits& candidates,
                   std::span<const std::string> terms)
      : segment_(segment) {
    for (const std::string& term : terms) add(term, candidates);
    if (lists_.size() > 1) std::ranges::sort(places_);
  }

  std::size_t documents() const override { return documents_; }

  void read(std::uint32_t docid, std::vector<std::uint32_t>& positions) override {
    positions.clear();
    while (next_ < places_.size() && places_[next_].first < docid) ++next_;
    std::size_t lists = 0;
    for (; next_ < places_.size() && places_[next_].first == docid; ++next_, ++lists)
      lists_[places_[next_].second].append(docid, positions);
    if (lists < 2) return;
    std::ranges::sort(positions);  // several terms may stand for one word
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }

 private:
  void add(const std::string& term, const Bits& candidates) {
    PostingList list(segment_, term);
    if (list.size() == 0) return;
    documents_ += list.size();
    const auto number = std::uint32_t(lists_.size());
    lists_.emplace_back(segment_, term);
    list.for_each([&](const Posting& posting) {
      if (candidates.has(posting.docid)) places_.emplace_back(posting.docid, number);
    });
  }

  const SegmentReader& segment_;
  std::vector<PositionLists> lists_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // documents and terms, in order
  std::size_t next_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace

std::unique_ptr<TermPositions> open_positions(const SegmentReader& segment, const Bits& candidates,
                                              std::span<const std::string> terms) {
  return std::make_unique<SegmentPositions>(segment, candidates, terms);
}

}  // namespace backfile
