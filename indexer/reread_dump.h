// The first of two passes over a dump: what its articles have in common.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "indexer/cleaner/clean.h"
#include "indexer/cleaner/repetition.h"
#include "indexer/options.h"

namespace backfile {

// What the first pass hands on to the second.
class FirstPass {
 public:
  // The paragraphs that are repeated in the inputs. Of each source the first 100 articles are
  // looked at and every 20th of the others, which is enough for what a fifth of them have; of
  // pages only as many as can be remembered, in 16 MB of text.
  const RepeatedParagraphs& repeated() const { return repeated_; }

  // `item`, the one of that number of the dump; a page that the first pass has parsed comes back as
  // its article, once.
  ReadItem parsed(ReadItem item, std::uint64_t number);

 private:
  friend FirstPass first_pass(const IndexOptions& options, const Cleaner& cleaner);

  RepeatedParagraphs repeated_;
  std::unordered_map<std::uint64_t, RawArticle> pages_;  // by number
};

// Nothing comes of it where nothing is cleaned, where inputs can be read only once (standard input,
// pipes), and when the run is interrupted. What cannot be read is left for the second pass to tell.
FirstPass first_pass(const IndexOptions& options, const Cleaner& cleaner);

}  // namespace backfile
