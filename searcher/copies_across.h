// Groups of near-copies across the borders of archives. Which articles of two
// archives are copies is found as the indexer finds it within one
// (indexer/duplicates/): of articles with a part of their sketches in common the
// signatures are compared, and copies of copies are one group. So the groups are those
// of one archive with all articles.
//
// All that archives have of sketches is read once, ten terms an article, a 64th at a
// time; postings and signatures of those parts alone that may be shared. Servers send it.
#pragma once

#include <vector>

#include "searcher/copies.h"
#include "searcher/opening.h"

namespace backfile {

// `known` are the groups within archives: of all but those whose `is_known` is false, a row
// as opened.parts. Throws Error and Xapian::Error.
std::vector<Copies::Group> copies_across(const Opened& opened,
                                         const std::vector<Copies::Group>& known,
                                         const std::vector<bool>& is_known);

}  // namespace backfile
