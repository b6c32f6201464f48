// What the sets of TREC say in ways of their own: source and date within the number of a document,
// sections, dates and what stands before headlines.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// "LA010189-0001" -> "Los Angeles Times"; empty when no set numbers so.
std::string trec_source(std::string_view document_number);

// The day of publication as text: `date` in a form that parse_date() takes, or else the day within
// the number ("AP880212-0001" -> "1988-02-12"). Empty when there is neither.
//   "910514" -> "1991-05-14"    "03/24/87" -> "1987-03-24"
//   "January 1, 1989, Sunday, Home Edition" -> "January 1, 1989"
std::string trec_date(std::string_view date, std::string_view document_number);

// "Metro; Part B; Page 1; Column 2; Metro Desk" -> "Metro": the first piece that is no place.
std::string trec_section(std::string_view section);

// Without the set's own words before a headline: "FT  14 MAY 91 / Jubilee" -> "Jubilee".
std::string_view without_set_prefix(std::string_view headline);

}  // namespace backfile
