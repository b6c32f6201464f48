#include "indexer/duplicates/copy_finder.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include <xxhash.h>

#include "common/duplicates/join_copies.h"
#include "common/glass/unpacking.h"
#include "common/schema.h"
#include "common/sort_key.h"
#include "common/terms.h"

namespace backfile {
namespace {

struct Seeker {
  ArticleKey key;
  Signed text;
};

// That a new article has a part of a sketch.
struct Part {
  std::uint32_t part;     // its number (common/terms.h)
  std::uint32_t article;  // in a row of new articles

  bool operator<(const Part& other) const {
    return part != other.part ? part < other.part : article < other.article;
  }
};

struct Seekers {
  std::vector<Seeker> articles;
  std::vector<Part> parts;  // in order
};

constexpr std::uint32_t kNone = ~0U;

Seekers seekers_in(const SegmentReader& segment) {
  Seekers seekers;
  std::vector<std::uint32_t> numbers(std::size_t{segment.last_docid()} + 1, kNone);
  SlotValues signatures(segment, kSignatureSlot);
  SlotValues keys(segment, kOldestSlot);
  PostingList::of_lengths(segment).for_each([&](const Posting& posting) {
    const std::string_view signature = signatures.value(posting.docid);
    if (signature.empty()) return;
    numbers[posting.docid] = std::uint32_t(seekers.articles.size());
    seekers.articles.push_back({key_of_value(keys.value(posting.docid)), Signed(signature)});
  });
  for_each_term(segment, kSketchPrefix, [&](std::string_view term, PostingList& list) {
    const auto part = sketch_part(term);
    if (!part) return;
    list.for_each([&](const Posting& posting) {
      if (numbers[posting.docid] == kNone) glass::fail_damaged(segment.postings().path());
      seekers.parts.push_back({*part, numbers[posting.docid]});
    });
  });
  return seekers;
}

Seekers joined(std::vector<Seekers> rows) {
  Seekers all;
  for (Seekers& row : rows) {
    const auto first = std::uint32_t(all.articles.size());
    all.articles.insert(all.articles.end(), row.articles.begin(), row.articles.end());
    for (const Part& part : row.parts) all.parts.push_back({part.part, part.article + first});
    row = {};
  }
  std::ranges::sort(all.parts, std::less<>());
  return all;
}

// Calls `use` with the parts of each term.
template <class Use>
void for_each_sharing(std::span<const Part> parts, Use use) {
  for (auto begin = parts.begin(); begin != parts.end();) {
    const auto end = std::find_if(begin, parts.end(),
                                  [&](const Part& part) { return part.part != begin->part; });
    use(std::span(begin, end));
    begin = end;
  }
}

// About so many slices of them, of whole terms.
std::vector<std::span<const Part>> sliced(const std::vector<Part>& parts, std::size_t slices) {
  std::vector<std::span<const Part>> made;
  for (auto begin = parts.begin(); begin != parts.end();) {
    auto end = begin + std::ptrdiff_t(
                           std::min(parts.size() / slices + 1, std::size_t(parts.end() - begin)));
    while (end != parts.end() && end->part == end[-1].part) ++end;
    made.emplace_back(begin, end);
    begin = end;
  }
  return made;
}

// Of articles with one signature the first one: by its digest.
using Different = std::unordered_map<std::uint64_t, std::uint32_t>;

// Numbers of articles.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Of those that share one of `parts`.
std::vector<Pair> copies_among(const std::vector<Seeker>& all, std::span<const Part> parts) {
  std::vector<Pair> pairs;
  UnionFind groups(all.size());
  std::vector<std::uint32_t> articles;
  for_each_sharing(parts, [&](std::span<const Part> sharing) {
    if (sharing.size() < 2) return;
    articles.clear();
    for (const Part& part : sharing) articles.push_back(part.article);
    join_copies(
        articles, [&](std::uint32_t article) -> const Signed& { return all[article].text; }, groups,
        [&](std::uint32_t one, std::uint32_t other) { pairs.emplace_back(one, other); });
  });
  return pairs;
}

// The near-copies of new articles in one old segment. What may be one is gathered from the lists of
// sketches first and compared in the order of the segment, each pair once: so its values are read
// forward, and those of an article that shares several parts no second time.
class OldCopies {
 public:
  OldCopies(const Seekers& seekers, const SegmentReader& segment)
      : seekers_(seekers),
        segment_(segment),
        signatures_(segment, kSignatureSlot),
        keys_(segment, kOldestSlot),
        groups_(seekers.articles.size()) {}

  std::vector<CopyPair> find() {
    glass::MappedTable::Cursor cursor(segment_.postings());
    bool found = true;
    for_each_sharing(seekers_.parts, [&](std::span<const Part> sharing) {
      const std::string term = sketch_term(sharing.front().part);
      found = found && cursor.advance(term);
      if (!found || cursor.key() != term) return;
      PostingList list(segment_, cursor);
      const Different different = different_of(sharing);
      if (std::max<std::size_t>(list.size(), different.size()) > kMaxSharing)
        join_same(different, list);
      else
        gather(different, list);
    });
    compare_gathered();
    return std::move(pairs_);
  }

 private:
  // One to look at: the docid, and below it the number of the new article.
  using Candidate = std::uint64_t;
  static constexpr unsigned kArticleBits = 32;
  static constexpr std::size_t kMostGathered = std::size_t{1} << 20;
  static constexpr std::size_t kAhead = 8;  // so many before it is compared, one is fetched

  Different different_of(std::span<const Part> sharing) const {
    Different different;
    for (const Part& part : sharing)
      different.emplace(seekers_.articles[part.article].text.digest, part.article);
    return different;
  }

  void join_same(const Different& different, PostingList& list) {
    list.for_each([&](const Posting& posting) {
      const auto same = different.find(digest_of_signature(signatures_.value(posting.docid)));
      if (same != different.end()) join(same->second, posting.docid);
    });
  }

  void gather(const Different& different, PostingList& list) {
    list.for_each([&](const Posting& posting) {
      for (const auto& [digest, article] : different)
        candidates_.push_back(Candidate{posting.docid} << kArticleBits | article);
    });
    if (candidates_.size() >= kMostGathered) compare_gathered();
  }

  void compare_gathered() {
    std::ranges::sort(candidates_);
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    for (std::size_t i = 0; i < candidates_.size();) {
      const auto docid = std::uint32_t(candidates_[i] >> kArticleBits);
      const Signed old(signatures_.value(docid));
      const auto known = old_.find(docid);
      std::uint32_t group = known == old_.end() ? kNone : known->second;
      for (; i < candidates_.size() && candidates_[i] >> kArticleBits == docid; ++i) {
        prefetch(i + kAhead);
        const auto article = std::uint32_t(candidates_[i]);
        if (group != kNone && groups_.find(group) == groups_.find(article)) continue;
        const Signed& other = seekers_.articles[article].text;
        if (old.digest == other.digest || are_copies(old.signature, other.signature))
          group = join(article, docid);
      }
    }
    candidates_.clear();
  }

  // The articles are in no order: each is in far memory. Of most no more than the end is looked at,
  // where the facts are.
  void prefetch(std::size_t candidate) const {
    if (candidate >= candidates_.size()) return;
    const Signed& text = seekers_.articles[std::uint32_t(candidates_[candidate])].text;
    __builtin_prefetch(&text.signature.numbers);
    __builtin_prefetch(&text.digest);
  }

  // Returns the old one's number in groups_.
  std::uint32_t join(std::uint32_t article, std::uint32_t docid) {
    const auto [entry, is_new] = old_.try_emplace(docid);
    if (is_new) entry->second = groups_.add();
    if (groups_.join(entry->second, article))
      pairs_.push_back({seekers_.articles[article].key, key_of_value(keys_.value(docid))});
    return entry->second;
  }

  const Seekers& seekers_;
  const SegmentReader& segment_;
  SlotValues signatures_;
  SlotValues keys_;
  std::vector<Candidate> candidates_;
  UnionFind groups_;                                      // new articles, then old ones
  std::unordered_map<std::uint32_t, std::uint32_t> old_;  // by docid, in groups_
  std::vector<CopyPair> pairs_;
};

template <class Result>
void wait_for(const std::vector<std::future<Result>>& tasks) {
  for (const auto& task : tasks) task.wait();
}

template <class Result>
std::vector<Result> results_of(std::vector<std::future<Result>>& tasks) {
  wait_for(tasks);  // all: they read what their caller has
  std::vector<Result> results;
  for (auto& task : tasks) results.push_back(task.get());
  return results;
}

}  // namespace

ArticleKey article_key(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

ArticleKey key_of_value(std::string_view oldest_first) {
  return article_key(id_of_key(oldest_first));
}

Segments open_segments(const std::vector<std::string>& folders) {
  Segments segments;
  for (const std::string& folder : folders)
    segments.push_back(std::make_unique<SegmentReader>(folder));
  return segments;
}

std::vector<CopyPair> find_copies(const Segments& segments, std::size_t first_new,
                                  WorkerPool& pool) {
  std::vector<std::future<Seekers>> reading;
  for (std::size_t i = first_new; i < segments.size(); ++i)
    reading.push_back(pool.submit([&segment = *segments[i]] { return seekers_in(segment); }));
  const Seekers seekers = joined(results_of(reading));
  if (seekers.parts.empty()) return {};
  std::vector<std::future<std::vector<Pair>>> among;
  for (const std::span<const Part> parts : sliced(seekers.parts, pool.jobs()))
    among.push_back(
        pool.submit([&all = seekers.articles, parts] { return copies_among(all, parts); }));
  std::vector<std::future<std::vector<CopyPair>>> in_old;
  for (std::size_t i = 0; i < first_new; ++i)
    in_old.push_back(pool.submit(
        [&seekers, &segment = *segments[i]] { return OldCopies(seekers, segment).find(); }));
  wait_for(among);  // these, too, if one of the others throws
  std::vector<CopyPair> pairs;
  for (const std::vector<CopyPair>& found : results_of(in_old))
    pairs.insert(pairs.end(), found.begin(), found.end());
  UnionFind groups(seekers.articles.size());
  for (const std::vector<Pair>& found : results_of(among))
    for (const auto& [one, other] : found)
      if (groups.join(one, other))
        pairs.push_back({seekers.articles[one].key, seekers.articles[other].key});
  return pairs;
}

}  // namespace backfile
