// One run of backfile-index: inputs -> readers -> cleaner -> archive.
#pragma once

#include <iosfwd>

#include "indexer/options.h"

namespace backfile {

enum class RunResult : int { kDone = 0, kSomeRejected = 1, kFailed = 2 };

// Writes --dry-run and --stats lines to `out`, messages and progress to standard error. Throws
// Error and Xapian::Error for what ends the run; the archive is then as it was.
RunResult run_index(const IndexOptions& options, std::ostream& out);

}  // namespace backfile
