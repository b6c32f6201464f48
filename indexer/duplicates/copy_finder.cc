#include "indexer/duplicates/copy_finder.h"

#include <future>
#include <span>
#include <utility>

#include "common/duplicates/join_copies.h"
#include "common/glass/segment_reader.h"
#include "common/glass/version.h"
#include "indexer/duplicates/old_copies.h"
#include "indexer/duplicates/seekers.h"

namespace backfile {
namespace {

// Segments of more documents are searched on all threads, others each on one.
constexpr std::uint32_t kManyDocuments = 65'536;

// Numbers of articles.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Of those that share one of `parts`.
std::vector<Pair> copies_among(const std::vector<Seeker>& all, std::span<const SketchPart> parts) {
  std::vector<Pair> pairs;
  UnionFind groups(all.size());
  std::vector<std::uint32_t> articles;
  while (!parts.empty()) {
    const std::span<const SketchPart> sharing = first_sharing(parts);
    parts = parts.subspan(sharing.size());
    if (sharing.size() < 2) continue;
    articles.clear();
    for (const SketchPart& part : sharing) articles.push_back(part.article);
    join_copies(
        articles, [&](std::uint32_t article) -> const Signed& { return all[article].text; }, groups,
        [&](std::uint32_t one, std::uint32_t other) { pairs.emplace_back(one, other); });
  }
  return pairs;
}

}  // namespace

std::vector<CopyPair> find_copies(const std::vector<std::string>& segments, std::size_t first_new,
                                  WorkerPool& pool) {
  const Seekers seekers = seekers_in(std::span(segments).subspan(first_new), pool);
  if (seekers.parts.empty()) return {};
  struct Search {
    const std::string& segment;
    std::span<const SketchPart> parts;
  };
  std::vector<Search> searches;
  for (std::size_t i = 0; i < first_new; ++i) {
    const bool is_large = glass::read_version(segments[i]).documents > kManyDocuments;
    for (const auto parts : sliced(seekers.parts, is_large ? pool.jobs() : 1))
      searches.push_back({segments[i], parts});
  }
  // From here on tasks read what is above; nothing throws before all have ended.
  std::vector<std::future<std::vector<Pair>>> among;
  for (const auto parts : sliced(seekers.parts, pool.jobs()))
    among.push_back(
        pool.submit([&all = seekers.articles, parts] { return copies_among(all, parts); }));
  std::vector<std::future<std::vector<CopyPair>>> in_old;
  for (const Search& search : searches)
    in_old.push_back(pool.submit([&seekers, &search] {
      const SegmentReader segment(search.segment);  // no longer: its pages count as memory
      return OldCopies(seekers, segment).find(search.parts);
    }));
  wait_for_all(among);
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
