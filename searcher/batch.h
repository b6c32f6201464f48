// Requests from a pipe, answered one by one: --batch, over the C interface.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/open_options.h"

namespace backfile {

// Answers every line of standard input by one on `out`, in order and at once, until there are no
// more, or nobody reads the answers. Blank lines are passed over. Throws Error when the archives
// cannot be opened; what fails after that is an answer.
void answer_batch(const std::vector<std::string>& archives, const OpenOptions& options,
                  std::ostream& out);

}  // namespace backfile
