#include "indexer/duplicates/seekers.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/glass/unpacking.h"
#include "common/schema.h"
#include "common/terms.h"

namespace backfile {
namespace {

constexpr std::uint32_t kNone = ~0U;

}  // namespace

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
    seekers.facts.push_back(seekers.articles.back().text.signature.facts);
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
  std::vector<std::ptrdiff_t> begins;  // of the rows' parts, which are in order each
  for (Seekers& row : rows) {
    begins.push_back(std::ptrdiff_t(all.parts.size()));
    const auto first = std::uint32_t(all.articles.size());
    all.articles.insert(all.articles.end(), row.articles.begin(), row.articles.end());
    all.facts.insert(all.facts.end(), row.facts.begin(), row.facts.end());
    for (const SketchPart& part : row.parts) all.parts.push_back({part.part, part.article + first});
    row = {};
  }
  begins.push_back(std::ptrdiff_t(all.parts.size()));
  const auto at = [&](std::size_t row) {
    return all.parts.begin() + begins[std::min(row, rows.size())];
  };
  for (std::size_t width = 1; width < rows.size(); width *= 2)
    for (std::size_t row = 0; row + width < rows.size(); row += 2 * width)
      std::inplace_merge(at(row), at(row + width), at(row + 2 * width));
  return all;
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
