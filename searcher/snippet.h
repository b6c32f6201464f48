// The part of an article that shows why it matched: a value of text and ranges;
// only a renderer makes markup of it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "searcher/query/planner.h"
#include "searcher/result.h"

namespace backfile {

// Where `text`, in `language`, has what was wanted: in order, not overlapping; words of a phrase
// and words side by side stay single ranges.
std::vector<Range> find_matches(std::string_view text, std::string_view language,
                                const Wanted& wanted, Analyzer& analyzer);

// About `max_characters` of `body` around its best matches: where most different wanted words stand
// close together; from the start when there are none. `…` marks where text is left out.
Snippet make_snippet(std::string_view body, const std::vector<Range>& matches,
                     std::size_t max_characters);

}  // namespace backfile
