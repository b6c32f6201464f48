// The headline that a page says again above or below the article.
#pragma once

#include <string_view>

namespace backfile {

// Whether `line` is `title` once more: the same words (case, accents and punctuation aside), also
// with the site's name behind (` - Site`, ` | Site`). A title of one word is taken for repeated
// only `at_top`, before the first line of the article: lower down it is a cross-head.
bool repeats_headline(std::string_view line, std::string_view title, bool at_top);

}  // namespace backfile
