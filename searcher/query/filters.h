// What narrows a query from outside: --filter, --exclude, --from and --to.
#pragma once

#include "common/period.h"
#include "searcher/match/match_tree.h"
#include "searcher/query/vocabulary.h"
#include "searcher/request.h"

namespace backfile {

// Throws Error when the value cannot be one of the facet's, such as year=20x4.
void check_filter(const Filter& filter);

// The articles of these days, without weight: a date says where to look.
MatchNode dated_match(const DateRange& range, const Vocabulary& vocabulary);

// What is left of `match`; its weights stay.
MatchNode filtered(MatchNode match, const Filters& filters, const Vocabulary& vocabulary);

}  // namespace backfile
