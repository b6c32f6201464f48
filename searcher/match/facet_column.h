// The values of a facet by document, as numbers: what counting a facet over many
// matches takes. Made of the posting lists of the facet's terms when first asked
// for, and kept as long as the segment is open, which never changes.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/glass/segment_reader.h"
#include "common/schema.h"

namespace backfile {

class FacetColumn {
 public:
  // Throws Error when the segment is damaged.
  FacetColumn(const Facet& facet, const SegmentReader& segment);

  // In order; dates as 2024, 2024-11, 2024-11-17.
  const std::vector<std::string>& values() const { return values_; }
  // Of a document, as places in values().
  std::span<const std::uint32_t> of(std::uint32_t docid) const {
    return std::span(numbers_).subspan(begins_[docid], begins_[docid + 1] - begins_[docid]);
  }
  // False when a value is too long to stand in a term whole.
  bool is_whole() const { return is_whole_; }

 private:
  std::vector<std::string> values_;
  std::vector<std::uint32_t> begins_;  // of the documents' numbers, by docid
  std::vector<std::uint32_t> numbers_;
  bool is_whole_ = true;
};

// What the terms of a facet's values begin with.
std::string term_prefix(const Facet& facet);

// "202411" -> "2024-11", "20241117" -> "2024-11-17"
std::string date_with_dashes(std::string digits);

// Those of a segment that were asked for.
class FacetColumns {
 public:
  bool has(const Facet& facet) const { return columns_.contains(&facet); }
  const FacetColumn& of(const Facet& facet, const SegmentReader& segment) {
    return columns_.try_emplace(&facet, facet, segment).first->second;
  }

 private:
  std::map<const Facet*, FacetColumn> columns_;
};

}  // namespace backfile
