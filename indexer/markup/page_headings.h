// Headings that stand over something else than the article: "Related stories", "Kommentare".
#pragma once

#include <string_view>

#include "indexer/markup/page_parts.h"

namespace backfile {

// What a line heads if it is such a heading as a whole, whatever its case, accents and the marks at
// its end; else kNone.
Part part_headed_by(std::string_view line);

}  // namespace backfile
