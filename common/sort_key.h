// Values that order articles in time. Every article has a key of its own, the
// id being part of it: orders are total, so paging is stable.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace backfile {

// Of kNewestSlot, greatest first: newest first, undated last, then by id.
std::string newest_first_key(const Article& article);

// Of kOldestSlot, smallest first: oldest first, undated last, then by id.
std::string oldest_first_key(const Article& article);
// The id of the article whose oldest_first_key() it is; the view is a part of `key`.
std::string_view id_of_key(std::string_view key);

}  // namespace backfile
