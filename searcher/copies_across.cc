#include "searcher/copies_across.h"

#include <algorithm>
#include <cstdint>
#include <map>
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

    std::vector<std::vector<std::uint32_t>> parts(sketches_.size());  // that may be shared
    for (auto begin = places.begin(); begin != places.end();) {
      const auto end = std::find_if(begin, places.end(),
                                    [&](const Place& place) { return place.part != begin->part; });
      if (end - begin > 1)
        for (auto place = begin; place != end; ++place)
          if (parts[place->archive].empty() || parts[place->archive].back() != place->part)
            parts[place->archive].push_back(place->part);
      begin = end;
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> sharing;  // numbers of documents, by part
    for (std::size_t i = 0; i < sketches_.size(); ++i) append_documents(i, parts[i], sharing);
    for (const auto& [part, numbers] : sharing)
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

  // The documents of an archive that have some of `parts`, each with its signature read.
  void append_documents(std::size_t archive, const std::vector<std::uint32_t>& parts,
                        std::map<std::uint32_t, std::vector<std::uint32_t>>& to) {
    std::vector<Xapian::docid> unknown;
    std::vector<std::uint32_t> parts_of_unknown;
    const auto documents = sketches_[archive]->documents(parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t before = unknown.size();
      std::vector<std::uint32_t>& numbers = to[parts[i]];
      for (const Xapian::docid docid : documents[i]) {
        numbers.push_back(number(docid));
        if (!signed_[numbers.back()]) unknown.push_back(docid);
      }
      if (unknown.size() > before) parts_of_unknown.push_back(parts[i]);
    }
    std::ranges::sort(unknown);
    unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
    for (const auto& [docid, signature] : sketches_[archive]->signatures(unknown, parts_of_unknown))
      signed_[number(docid)].emplace(signature);
    for (const Xapian::docid docid : unknown)  // none is left without one
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
