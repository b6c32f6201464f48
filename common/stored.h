// Article <-> document data: JSON with the field names of the contract, so
// that any tool that reads a Xapian database can read an article.
//   {"id":"reuters-1","title":"...","body":"...","published":"1987-02-26T15:01:01Z",...}
// Last in it may stand "raw", the text as it came (--keep-raw). It is no field: nothing searches
// it, and no article has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "common/article.h"

namespace backfile {

// The article's fields in the table's order, absent ones left out.
nlohmann::ordered_json to_json(const Article& article);

// `raw`: the article's text as it came, if that is kept.
std::string to_stored(const Article& article, const std::optional<std::string>& raw = {});
// Throws Error when `stored` is not what to_stored() gives. Does not read the text as it came.
Article from_stored(std::string_view stored);
// The text as it came, byte for byte; empty when it was not kept. Throws Error as from_stored().
std::optional<std::string> raw_text_of(std::string_view stored);

}  // namespace backfile
