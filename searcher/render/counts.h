// What was counted of all matches, for people.
#pragma once

#include <iosfwd>

#include "searcher/render/style.h"
#include "searcher/result.h"

namespace backfile {

// The timeline, the facets and the words, each with a heading, as bars; nothing of what was not
// asked for. No line is wider than the style's columns.
void render_counts(const SearchResult& result, const Style& style, std::ostream& out);

}  // namespace backfile
