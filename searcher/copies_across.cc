#include "searcher/copies_across.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/duplicates/join_copies.h"
#include "common/duplicates/union_find.h"
#include "common/terms.h"
#include "searcher/sketches.h"

namespace backfile {
namespace {

class Joiner {
 public:
  Joiner(const Opened& opened, const std::vector<bool>& is_known) : is_known_(is_known) {
    for (const Part& part : opened.parts) sketches_.push_back(sketches_of(part, opened));
  }

  void add(const Copies::Group& group) {
    for (const Xapian::docid docid : group) groups_.join(number(group.front()), number(docid));
  }

  // Joins all that share a part whose first digit is `digit`.
  void join(char digit) {
    struct Place {
      std::uint32_t part;
      std::size_t archive;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < sketches_.size(); ++i)
      for (const std::uint32_t part : sketches_[i]->parts(digit, !is_known_[i]))
        places.push_back({part, i});
    std::ranges::stable_sort(places, {}, &Place::part);

    std::vector<std::vector<std::uint32_t>> sharing;  // numbers of documents
    std::vector<Unsigned> unsigned_ones(sketches_.size());
    for (auto begin = places.begin(); begin != places.end();) {
      const auto end = std::find_if(begin, places.end(),
                                    [&](const Place& place) { return place.part != begin->part; });
      if (end - begin > 1) {
        auto& numbers = sharing.emplace_back();
        std::optional<std::size_t> last;  // that is there twice
        for (auto place = begin; place != end; last = place++->archive)
          if (place->archive != last)
            append_documents(place->archive, place->part, numbers, unsigned_ones[place->archive]);
      }
      begin = end;
    }
    for (std::size_t i = 0; i < sketches_.size(); ++i) read_signatures(i, unsigned_ones[i]);
    for (const auto& numbers : sharing)
      join_copies(
          numbers, [&](std::uint32_t number) -> const Signed& { return *signed_[number]; }, groups_,
          [](std::uint32_t, std::uint32_t) {});
  }

  // Of two and more; those that nothing joined are as they were added.
  std::vector<Copies::Group> take() {
    std::unordered_map<std::uint32_t, std::size_t> by_root;
    std::vector<Copies::Group> found;
    for (std::uint32_t i = 0; i < docids_.size(); ++i) {
      const auto [entry, is_new] = by_root.try_emplace(groups_.find(i), found.size());
      if (is_new) found.emplace_back();
      found[entry->second].push_back(docids_[i]);
    }
    std::erase_if(found, [](const Copies::Group& group) { return group.size() < 2; });
    return found;
  }

 private:
  std::uint32_t number(Xapian::docid docid) {
    const auto [entry, is_new] = numbers_.try_emplace(docid, std::uint32_t(docids_.size()));
    if (is_new) {
      groups_.add();
      docids_.push_back(docid);
      signed_.emplace_back();
    }
    return entry->second;
  }

  // Documents of an archive whose signatures are to be read, and the parts by which they came.
  struct Unsigned {
    std::vector<Xapian::docid> docids;
    std::vector<std::uint32_t> parts;
  };

  void append_documents(std::size_t archive, std::uint32_t part,
                        std::vector<std::uint32_t>& numbers, Unsigned& without_signatures) {
    const std::size_t before = without_signatures.docids.size();
    for (const Xapian::docid docid : sketches_[archive]->documents(part)) {
      numbers.push_back(number(docid));
      if (!signed_[numbers.back()]) without_signatures.docids.push_back(docid);
    }
    if (without_signatures.docids.size() > before) without_signatures.parts.push_back(part);
  }

  void read_signatures(std::size_t archive, Unsigned& of) {
    std::ranges::sort(of.docids);
    of.docids.erase(std::unique(of.docids.begin(), of.docids.end()), of.docids.end());
    for (const auto& [docid, signature] : sketches_[archive]->signatures(of.docids, of.parts))
      signed_[number(docid)].emplace(signature);
    for (const Xapian::docid docid : of.docids)  // none is left without one
      if (!signed_[number(docid)]) signed_[number(docid)].emplace(std::string_view());
  }

  const std::vector<bool>& is_known_;
  std::vector<std::unique_ptr<Sketches>> sketches_;
  std::unordered_map<Xapian::docid, std::uint32_t> numbers_;
  // By number.
  UnionFind groups_{0};
  std::vector<Xapian::docid> docids_;
  std::vector<std::optional<Signed>> signed_;
};

}  // namespace

std::vector<Copies::Group> copies_across(const Opened& opened,
                                         const std::vector<Copies::Group>& known,
                                         const std::vector<bool>& is_known) {
  Joiner joiner(opened, is_known);
  for (const Copies::Group& group : known) joiner.add(group);
  for (const char digit : kSketchDigits) joiner.join(digit);
  return joiner.take();
}

}  // namespace backfile
