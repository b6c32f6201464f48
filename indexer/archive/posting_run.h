// The terms of some documents with their postings, sorted and packed, in memory: a
// segment is written straight from a few of them.
//
// Source: S. Heinz and J. Zobel, "Efficient single-pass index construction for text
// databases", JASIST 54(8), 2003.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/byte_buffer.h"

namespace backfile {

namespace glass {
class SegmentWriter;
}

// One posting: docid, wdf, the bytes of its positions, these (glass/packed_positions.h).
struct PackedPosting {
  std::uint32_t docid;
  std::uint32_t wdf;
  std::string_view positions;
};

// Appends one. `positions`: ascending, or none.
void append_posting(glass::ByteBuffer& to, std::uint32_t docid, std::uint32_t wdf,
                    std::span<const std::uint32_t> positions);
// Takes one off the front.
PackedPosting take_posting(std::string_view& from);

// In byte order of the terms, each with one posting or more.
class PostingRun {
 public:
  std::size_t terms() const { return terms_.size(); }
  std::string_view term(std::size_t i) const {
    return std::string_view(texts_).substr(text_begin(i), terms_[i].text_end - text_begin(i));
  }
  std::string_view postings(std::size_t i) const {
    return packed_.view(i == 0 ? 0 : terms_[i - 1].packed_end, terms_[i].packed_end);
  }

  // The next term, of so many bytes of postings in all. Returns where these begin in room().
  std::uint32_t add_term(std::string_view term, std::uint32_t bytes);
  // Where the postings go, when all terms are there.
  char* room();

 private:
  struct Term {
    std::uint32_t text_end;    // in texts_; it begins where the one before ends
    std::uint32_t packed_end;  // in packed_, likewise
  };
  std::size_t text_begin(std::size_t i) const { return i == 0 ? 0 : terms_[i - 1].text_end; }

  std::string texts_;
  std::vector<Term> terms_;
  glass::ByteBuffer packed_;
};

// A run whose document 1 is document `first_docid` of the segment.
struct PlacedRun {
  const PostingRun* run;
  std::uint32_t first_docid;
};

// Gives `segment`, which has all the documents, the terms of all runs; these are in the order of
// their documents.
void write_runs(std::span<const PlacedRun> runs, glass::SegmentWriter& segment);

}  // namespace backfile
