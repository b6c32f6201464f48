// Which parts of a page are not its article, by the names that its authors gave them.
#pragma once

#include <string_view>

// libxml2's own names.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
struct _xmlNode;
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace backfile {

// Whether an element is by its name, role, class or id something beside an article: navigation,
// share buttons, teasers, comments, advertisements, ...
bool is_beside_article(const _xmlNode& element);

// Whether one of the words that `names` ("related-articles adSlot") is made of stands for such a
// part.
bool names_part_beside(std::string_view names);

}  // namespace backfile
