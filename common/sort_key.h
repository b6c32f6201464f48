// Values that order articles in time. Every article has a key of its own, the
// id being part of it: orders are total, so paging is stable.
#pragma once

#include <string>

#include "common/article.h"

namespace backfile {

// Of kNewestSlot, greatest first: newest first, undated last, then by id.
std::string newest_first_key(const Article& article);

// Of kOldestSlot, smallest first: oldest first, undated last, then by id.
std::string oldest_first_key(const Article& article);

}  // namespace backfile
