#include "indexer/duplicates/old_copies.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <utility>

#include "common/schema.h"
#include "common/terms.h"

namespace backfile {
namespace {

constexpr std::size_t kMostGathered = std::size_t{1} << 20;
// So much is read before its pages, which count as memory, are let go: blocks of signatures, of
// 100 bytes a document; parts that are looked up, of some 50.
constexpr std::size_t kMostBlocks = 8;
constexpr std::size_t kMostParts = 65'536;
// So many candidates before it is compared, a new article is fetched: they are in no order.
constexpr std::size_t kAhead = 8;

}  // namespace

OldCopies::OldCopies(const Seekers& seekers, const SegmentReader& segment)
    : seekers_(seekers),
      segment_(segment),
      signatures_(segment, kSignatureSlot),
      keys_(segment, kOldestSlot),
      blocks_(segment.last_docid() / kBlockDocids + 1),
      groups_(seekers.articles.size()) {}

// Both rows are in the order of the terms, and each goes to what the other is at.
std::vector<CopyPair> OldCopies::find(std::span<const SketchPart> parts) {
  glass::MappedTable::Cursor cursor(segment_.postings());
  std::size_t looked_up = 0;
  while (!parts.empty()) {
    const std::uint32_t part = parts.front().part;
    const std::string term = sketch_term(part);
    if (!cursor.advance(term) || !cursor.key().starts_with(kSketchPrefix)) break;
    if (cursor.key() == term) {
      PostingList list(segment_, cursor);
      find_sharing(first_sharing(parts), list);
    }
    // One part at least, wherever a damaged segment has its keys.
    const std::uint32_t next = std::max(part + 1, sketch_part(cursor.key()).value_or(0));
    std::size_t passed = 0;
    while (passed < parts.size() && parts[passed].part < next) ++passed;
    parts = parts.subspan(passed);
    if (++looked_up % kMostParts == 0) segment_.postings().let_go();
  }
  compare_gathered();
  return std::move(pairs_);
}

void OldCopies::find_sharing(std::span<const SketchPart> sharing, PostingList& list) {
  if (std::max<std::size_t>(list.size(), sharing.size()) <= kMaxSharing)
    return gather(sharing, list);
  Different different;
  for (const SketchPart& part : sharing)
    different.emplace(seekers_.articles[part.article].text.digest, part.article);
  if (std::max<std::size_t>(list.size(), different.size()) > kMaxSharing)
    return join_same(different, list);
  std::vector<SketchPart> few;
  for (const auto& [digest, article] : different) few.push_back({sharing.front().part, article});
  gather(few, list);
}

void OldCopies::join_same(const Different& different, PostingList& list) {
  list.for_each([&](const Posting& posting) {
    const auto same = different.find(digest_of_signature(signatures_.value(posting.docid)));
    if (same != different.end()) join({posting.docid, same->second});
  });
}

void OldCopies::gather(std::span<const SketchPart> sharing, PostingList& list) {
  list.for_each([&](const Posting& posting) {
    std::vector<Candidate>& block = blocks_[posting.docid / kBlockDocids];
    for (const SketchPart& part : sharing) block.push_back({posting.docid, part.article});
    gathered_ += sharing.size();
  });
  if (gathered_ >= kMostGathered) compare_gathered();
}

void OldCopies::compare_gathered() {
  for (std::vector<Candidate>& block : blocks_) {
    if (block.empty()) continue;
    read_olds(block);
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (i + kAhead < block.size()) __builtin_prefetch(&seekers_.facts[block[i + kAhead].article]);
      const Old& old = olds_[block[i].docid % kBlockDocids];
      if (may_be_copies(old.facts, seekers_.facts[block[i].article])) compare(block[i], old);
    }
    block.clear();
  }
  gathered_ = 0;
}

// Those of the documents of a block that are candidates.
void OldCopies::read_olds(const std::vector<Candidate>& block) {
  std::bitset<kBlockDocids> wanted;
  for (const Candidate& candidate : block) wanted.set(candidate.docid % kBlockDocids);
  const std::uint32_t first = block.front().docid / kBlockDocids * kBlockDocids;
  olds_.resize(kBlockDocids);
  for (std::uint32_t i = 0; i < kBlockDocids; ++i)
    if (wanted.test(i)) olds_[i] = Old(signatures_.value(first + i));
  if (++blocks_read_ % kMostBlocks == 0) segment_.postings().let_go();
}

void OldCopies::compare(const Candidate& candidate, const Old& old) {
  const auto known = joined_.find(candidate.docid);
  if (known != joined_.end() && groups_.find(known->second) == groups_.find(candidate.article))
    return;
  const Signed& text = seekers_.articles[candidate.article].text;
  if (digest_of_signature(old.signature) == text.digest ||
      are_copies(Signature(old.signature), text.signature))
    join(candidate);
}

void OldCopies::join(const Candidate& candidate) {
  const auto [entry, is_new] = joined_.try_emplace(candidate.docid);
  if (is_new) entry->second = groups_.add();
  if (groups_.join(entry->second, candidate.article))
    pairs_.push_back(
        {seekers_.articles[candidate.article].key, key_of_value(keys_.value(candidate.docid))});
}

}  // namespace backfile
