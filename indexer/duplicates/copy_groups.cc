#include "indexer/duplicates/copy_groups.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "common/copy_groups.h"
#include "common/duplicates/signature.h"
#include "common/duplicates/union_find.h"
#include "common/error.h"
#include "common/schema.h"
#include "indexer/duplicates/copy_finder.h"

namespace backfile {

// Where an article is now.
struct CopyGroups::Place {
  std::size_t segment = 0;
  std::uint32_t docid = 0;
  std::string_view time;  // its value of kOldestSlot
};

namespace {

Segments open_segments(const std::vector<std::string>& folders) {
  Segments segments;
  for (const std::string& folder : folders)
    segments.push_back(std::make_unique<SegmentReader>(folder));
  return segments;
}

std::uint32_t documents_of(const Segments& segments) {
  std::uint32_t sum = 0;
  for (const auto& segment : segments) sum += segment->documents();
  return sum;
}

[[noreturn]] void fail_damaged(const std::string& archive) {
  throw Error("the archive's groups of near-copies are damaged", archive,
              "index the dump into a new archive");
}

// The groups that joined keys make.
class KeyGroups {
 public:
  void join(ArticleKey one, ArticleKey other) { groups_.join(number(one), number(other)); }

  std::vector<std::vector<ArticleKey>> take() {
    std::map<std::uint32_t, std::vector<ArticleKey>> by_number;
    for (std::size_t i = 0; i < keys_.size(); ++i)
      by_number[groups_.find(std::uint32_t(i))].push_back(keys_[i]);
    std::vector<std::vector<ArticleKey>> groups;
    for (auto& [number, group] : by_number)
      if (group.size() > 1) groups.push_back(std::move(group));
    return groups;
  }

 private:
  std::uint32_t number(ArticleKey key) {
    const auto [entry, is_new] = numbers_.try_emplace(key);
    if (is_new) {
      entry->second = groups_.add();
      keys_.push_back(key);
    }
    return entry->second;
  }

  UnionFind groups_{0};
  std::vector<ArticleKey> keys_;
  std::unordered_map<ArticleKey, std::uint32_t> numbers_;
};

// Joins those of `group` that are copies of each other.
void join_copies(const std::vector<ArticleKey>& group, const std::vector<Signature>& signatures,
                 KeyGroups& joined) {
  UnionFind together(group.size());
  for (std::uint32_t i = 0; i < group.size(); ++i)
    for (std::uint32_t j = 0; j < i; ++j) {
      if (together.find(i) == together.find(j) || !are_copies(signatures[i], signatures[j]))
        continue;
      together.join(i, j);
      joined.join(group[i], group[j]);
    }
}

}  // namespace

void CopyGroups::load(std::string_view packed, const std::vector<std::string>& folders,
                      const std::string& archive) {
  if (packed.empty()) return;
  const Segments segments = open_segments(folders);
  std::vector<SlotValues> values;
  for (const auto& segment : segments) values.emplace_back(*segment, kOldestSlot);
  const ArchiveCopies copies = unpacked_copies(packed, archive);
  if (copies.databases != segments.size() + 1 || copies.documents != documents_of(segments))
    fail_damaged(archive);
  for (const CopyGroup& group : copies.groups) {
    Group& known = groups_.emplace_back();
    for (const std::uint32_t document : group) {
      const std::size_t number = (document - 1) % (segments.size() + 1);
      const auto docid = std::uint32_t((document - 1) / (segments.size() + 1) + 1);
      const std::string_view value =
          number == 0 ? std::string_view() : values[number - 1].value(docid);
      if (value.empty()) fail_damaged(archive);
      known.push_back(key_of_value(value));
    }
  }
}

// Of groups of which an article went, what is left.
std::vector<CopyGroups::Group> CopyGroups::broken_groups() const {
  std::vector<Group> broken;
  if (removed_.empty()) return broken;
  for (const Group& group : groups_) {
    Group left;
    for (const ArticleKey key : group)
      if (!removed_.contains(key)) left.push_back(key);
    if (left.size() < group.size()) broken.push_back(std::move(left));
  }
  return broken;
}

std::unordered_map<ArticleKey, CopyGroups::Place> CopyGroups::places_of(
    const std::vector<CopyPair>& pairs, const Segments& segments) const {
  std::unordered_map<ArticleKey, Place> places;
  for (const Group& group : groups_)
    for (const ArticleKey key : group) places.try_emplace(key);
  for (const CopyPair& pair : pairs)
    for (const ArticleKey key : {pair.one, pair.other}) places.try_emplace(key);
  if (places.empty()) return places;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    SlotValues values(*segments[i], kOldestSlot);
    PostingList::of_lengths(*segments[i]).for_each([&](const Posting& posting) {
      const std::string_view value = values.value(posting.docid);
      const auto place = places.find(key_of_value(value));
      if (place != places.end()) place->second = {i, posting.docid, value};
    });
  }
  return places;
}

std::string CopyGroups::update(const std::vector<std::string>& folders, std::size_t first_new) {
  const std::vector<CopyPair> pairs = find_copies(folders, first_new, pool_);
  const Segments segments = open_segments(folders);
  const auto places = places_of(pairs, segments);
  KeyGroups joined;
  for (const CopyPair& pair : pairs) joined.join(pair.one, pair.other);
  for (const Group& group : groups_)
    if (std::ranges::none_of(group, [&](ArticleKey key) { return removed_.contains(key); }))
      for (const ArticleKey key : group) joined.join(group.front(), key);
  // What one article held together may fall apart without it.
  const auto signature = [&](ArticleKey key) {
    const Place& place = places.at(key);
    return Signature(SlotValues(*segments[place.segment], kSignatureSlot).value(place.docid));
  };
  for (const Group& group : broken_groups()) {
    std::vector<Signature> signatures;
    for (const ArticleKey key : group) signatures.push_back(signature(key));
    join_copies(group, signatures, joined);
  }

  groups_ = joined.take();
  removed_.clear();
  ArchiveCopies copies;
  copies.databases = std::uint32_t(segments.size() + 1);
  copies.documents = documents_of(segments);
  for (Group& group : groups_) {
    std::ranges::sort(group, {}, [&](ArticleKey key) { return places.at(key).time; });
    CopyGroup& packed = copies.groups.emplace_back();
    for (const ArticleKey key : group) {
      const Place& place = places.at(key);
      packed.push_back(document_number(place.docid, place.segment, segments.size()));
    }
  }
  std::ranges::sort(copies.groups, {}, [](const CopyGroup& group) { return group.front(); });
  return packed_copies(copies);
}

}  // namespace backfile
