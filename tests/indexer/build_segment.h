// Articles -> a segment, of one part or of several.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/segment_builder.h"

namespace backfile {

// The parts of at most `each` articles.
inline std::vector<SegmentPart> parts_of(std::vector<NewArticle> articles,
                                         const CompressionDictionary& dictionary,
                                         std::size_t each = ~std::size_t{0}) {
  std::vector<SegmentPart> parts;
  std::vector<NewArticle> some;
  for (NewArticle& article : articles) {
    some.push_back(std::move(article));
    if (some.size() < each && &article != &articles.back()) continue;
    parts.push_back(inverted_part(std::move(some), dictionary));
    some.clear();
  }
  return parts;
}

inline void build_segment(const std::string& folder, std::vector<NewArticle> articles,
                          const CompressionDictionary& dictionary,
                          std::size_t each = ~std::size_t{0}) {
  write_segment(folder, parts_of(std::move(articles), dictionary, each), {});
}

}  // namespace backfile
