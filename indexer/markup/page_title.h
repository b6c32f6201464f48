// The headline among what a page calls its title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// By letters and digits alone: "The Paper" is "thepaper".
bool is_same_name(std::string_view a, std::string_view b);
bool is_one_of(std::string_view name, const std::vector<std::string>& names);

// `title` without the site's name before or behind it ("Storm hits coast | The Paper"), if it is
// one of `sites`, by letters and digits alone ("thepaper"). Never empty unless `title` is.
std::string without_site(std::string_view title, const std::vector<std::string>& sites);

// The one of `headings` that `title` (as it stands in <title> or og:title) repeats, with not as
// much again before or behind; empty when none does.
std::string heading_in(const std::vector<std::string>& headings, std::string_view title);

}  // namespace backfile
