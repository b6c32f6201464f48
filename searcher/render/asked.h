// What an answer is to: what some formats tell beside the hits.
#pragma once

#include <string>
#include <vector>

#include "searcher/request.h"

namespace backfile {

// Views: lives as long as both.
struct Asked {
  const std::vector<std::string>& archives;  // as named
  const SearchRequest& request;              // of an article: its `today` only
};

}  // namespace backfile
