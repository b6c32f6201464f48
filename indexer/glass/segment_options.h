// How a database is written.
#pragma once

#include "indexer/glass/version_file.h"

namespace backfile::glass {

struct SegmentOptions {
  unsigned block_size = kDefaultBlockSize;
  bool sync = true;          // finish() makes it durable
  bool (*stop)() = nullptr;  // of a merge: asked all the while whether to give it up
};

}  // namespace backfile::glass
