// Parts of a request as people write them, on a command line or in JSON. `what`
// is how messages call the part: "--sort", "sort". All throw Error for a text
// that means nothing.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "searcher/request.h"

namespace backfile {

Sort parse_sort(std::string_view what, std::string_view text);
FacetMode parse_facet_mode(std::string_view what, std::string_view text);
TimelineStep parse_step(std::string_view what, std::string_view text);
// Whether an estimate will do: "about" or "exact".
bool parse_total(std::string_view what, std::string_view text);

// The first and the last day of what is written: `today` is what relative dates count from.
Period parse_days(std::string_view what, std::string_view text, std::chrono::sys_days today);

// A half-life such as 30d.
std::chrono::days parse_recency(std::string_view what, std::string_view text);

// `name` is a facet's.
Filter parse_filter(std::string_view what, const std::string& name, std::string value);

// Adds FIELD, FIELD:N or FIELD:all, of which FIELD may be `words`; the first of a name says how
// many.
void add_facet(std::string_view what, const std::string& text, SearchRequest& request);

// What single parts do not show: that there are days from the first to the last.
void check_request(const SearchRequest& request);

}  // namespace backfile
