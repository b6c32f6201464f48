// The sketches of near-copies (common/duplicates/signature.h) in one archive of
// those that are searched as one: read from its segments, or asked of a server.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/opening.h"

namespace backfile {

// All throw Error and Xapian::Error.
class Sketches {
 public:
  virtual ~Sketches() = default;

  // The numbers of all parts of sketches (common/terms.h) whose first digit is `digit`, in order;
  // each once, or twice when more than one article has it and `counts_articles`.
  virtual std::vector<std::uint32_t> parts(char digit, bool counts_articles) const = 0;

  // For each of `parts` the documents, of all that is searched, that have it.
  virtual std::vector<std::vector<Xapian::docid>> documents(
      const std::vector<std::uint32_t>& parts) const = 0;

  struct SignedDocument {
    Xapian::docid docid;
    std::string signature;
  };
  // The signatures of `docids`, in ascending order, or of all that have some of `parts`.
  virtual std::vector<SignedDocument> signatures(const std::vector<Xapian::docid>& docids,
                                                 const std::vector<std::uint32_t>& parts) const = 0;
};

// `part` is one of `all`, which outlives what is returned.
std::unique_ptr<Sketches> sketches_of(const Part& part, const Opened& all);

}  // namespace backfile
