// A request x an archive -> an answer, all of it plain values.
#pragma once

#include <variant>

#include "searcher/archive.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace backfile {

// A query that cannot be understood is a QueryError; so is an id that no article has, recency with
// an order by date, and recency with likeness. Throws Xapian::Error when the archive cannot
// be read, after trying again on a newer state of it when a writer was too fast.
std::variant<SearchResult, QueryError> search(const SearchRequest& request, Archive& archive);

}  // namespace backfile
