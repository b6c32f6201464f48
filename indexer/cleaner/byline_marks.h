// What is cut out of a byline before names are looked for: addresses, handles, remarks of time and
// in brackets.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `line` without e-mail addresses, web addresses and @handles.
std::string without_addresses(std::string_view line);

// `line` without what stands in brackets, but for a nickname between names; what is in brackets
// where there is nothing else.
std::string without_brackets(std::string_view line);

// `line` without `2 hours ago`, `5 min read`, and `Updated ...` to the end.
std::string without_times(std::string_view line);

}  // namespace backfile
