#include "indexer/duplicates/seekers.h"

#include <algorithm>
#include <cstddef>
#include <future>
#include <string_view>

#include "common/glass/segment_reader.h"
#include "common/glass/unpacking.h"
#include "common/glass/version.h"
#include "common/schema.h"
#include "common/terms.h"

namespace backfile {
namespace {

using Parts = std::vector<SketchPart>;

// Reads the articles of a segment to where those from `first` on are, one for each docid. Returns
// their parts, in order.
Parts read(const SegmentReader& segment, std::uint32_t first, Seekers& into) {
  std::vector<bool> has_signature(std::size_t{segment.last_docid()} + 1);
  SlotValues signatures(segment, kSignatureSlot);
  SlotValues keys(segment, kOldestSlot);
  PostingList::of_lengths(segment).for_each([&](const Posting& posting) {
    const std::string_view signature = signatures.value(posting.docid);
    if (signature.empty()) return;
    has_signature[posting.docid] = true;
    Seeker& article = into.articles[first + posting.docid - 1];
    article = {key_of_value(keys.value(posting.docid)), Signed(signature)};
    into.facts[first + posting.docid - 1] = article.text.signature.facts;
  });
  Parts parts;
  for_each_term(segment, kSketchPrefix, [&](std::string_view term, PostingList& list) {
    const auto part = sketch_part(term);
    if (!part) return;
    list.for_each([&](const Posting& posting) {
      if (!has_signature[posting.docid]) glass::fail_damaged(segment.postings().path());
      parts.push_back({*part, first + posting.docid - 1});
    });
  });
  return parts;
}

Parts merged(std::vector<Parts> rows) {
  std::size_t size = 0;
  for (const Parts& row : rows) size += row.size();
  Parts all;
  all.reserve(size);
  std::vector<std::ptrdiff_t> begins;
  for (Parts& row : rows) {
    begins.push_back(std::ptrdiff_t(all.size()));
    all.insert(all.end(), row.begin(), row.end());
    row = {};
  }
  begins.push_back(std::ptrdiff_t(all.size()));
  const auto at = [&](std::size_t row) { return all.begin() + begins[std::min(row, rows.size())]; };
  for (std::size_t width = 1; width < rows.size(); width *= 2)
    for (std::size_t row = 0; row + width < rows.size(); row += 2 * width)
      std::inplace_merge(at(row), at(row + width), at(row + 2 * width));
  return all;
}

}  // namespace

Seekers seekers_in(std::span<const std::string> folders, WorkerPool& pool) {
  std::vector<std::uint32_t> begins{0};
  for (const std::string& folder : folders)
    begins.push_back(begins.back() + glass::read_version(folder).last_docid);
  Seekers seekers;
  seekers.articles.resize(begins.back(), Seeker{0, Signed({})});
  seekers.facts.resize(begins.back(), Facts({}));
  std::vector<std::future<Parts>> reading;
  for (std::size_t i = 0; i < folders.size(); ++i)
    reading.push_back(pool.submit([&folder = folders[i], first = begins[i], &seekers] {
      return read(SegmentReader(folder), first, seekers);
    }));
  seekers.parts = merged(results_of(reading));
  return seekers;
}

std::vector<std::span<const SketchPart>> sliced(std::span<const SketchPart> parts,
                                                std::size_t slices) {
  std::vector<std::span<const SketchPart>> made;
  const std::size_t whole = parts.size() / slices + 1;
  while (!parts.empty()) {
    std::size_t count = std::min(whole, parts.size());
    while (count < parts.size() && parts[count].part == parts[count - 1].part) ++count;
    made.push_back(parts.first(count));
    parts = parts.subspan(count);
  }
  return made;
}

}  // namespace backfile
