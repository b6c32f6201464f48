// What a page says of its article in JSON-LD, as in
//   {"@type":"NewsArticle","headline":"...","datePublished":"2024-11-17T08:00:00Z",
//    "author":[{"@type":"Person","name":"..."}],"publisher":{"name":"..."}}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/raw_article.h"

namespace backfile {

// The article in a page's blocks of JSON-LD, as written there (origin left empty; "body" is its
// articleBody). Of several the one whose address is one of `urls`, else the first. Blocks that
// cannot be read are passed over. Names that are only referred to ({"@id":...}) are looked up.
std::optional<RawArticle> article_of_json_ld(const std::vector<std::string>& blocks,
                                             const std::vector<std::string>& urls);

}  // namespace backfile
