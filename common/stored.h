// Article <-> document data: JSON with the field names of the contract, so
// that any tool that reads a Xapian database can read an article.
//   {"id":"reuters-1","title":"...","body":"...","published":"1987-02-26T15:01:01Z",...}
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "common/article.h"

namespace backfile {

// The article's fields in the table's order, absent ones left out.
nlohmann::ordered_json to_json(const Article& article);

std::string to_stored(const Article& article);
// Throws Error when `stored` is not what to_stored() gives.
Article from_stored(std::string_view stored);

}  // namespace backfile
