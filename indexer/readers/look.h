// Small looks at bytes and words that several readers share.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/raw_article.h"

namespace backfile {

// Without a byte-order mark and the white space that stand first.
std::string_view without_leading_space(std::string_view bytes);

// Whether a tag, a comment or a declaration stands first (behind no white space).
bool looks_like_markup(std::string_view head);

// Whether `name` ends so, whatever the case of its letters.
bool ends_with_letters(std::string_view name, std::string_view ending);

// The rejection of a part that is larger than --max-article: "a line of more than 16 MB".
Rejection too_large(Origin origin, std::string_view what, std::size_t max_bytes);

}  // namespace backfile
