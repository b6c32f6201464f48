// Options of an indexing run in a test's folder.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/options.h"
#include "tests/temp_folder.h"

namespace backfile {

// `inputs` lie in `folder`, and so does the archive, named "archive".
inline IndexOptions run_options(const TempFolder& folder, const std::vector<std::string>& inputs) {
  IndexOptions options;
  options.archive = folder / "archive";
  for (const std::string& input : inputs) options.inputs.push_back(folder / input);
  options.progress = Show::kNever;
  return options;
}

}  // namespace backfile
