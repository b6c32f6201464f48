// What a terminal is given: styles, widths, and nothing that an article could
// control it with.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/snippet.h"

namespace backfile {

struct Style {
  bool colors = false;  // escape sequences for bold and dim
  std::size_t columns = 80;
};

// For standard output: colors on a terminal without NO_COLOR, its width or COLUMNS.
Style style_of_output();

std::string bold(std::string_view text, const Style& style);
std::string dim(std::string_view text, const Style& style);

// `text` as one line without anything that controls a terminal or reorders text.
std::string printable(std::string_view text);

// `text` without anything that controls a terminal or reorders text; white space stays, also at
// the ends.
std::string harmless(std::string_view text);

// Columns that `text` takes: East Asian wide characters two, combining marks none.
std::size_t display_width(std::string_view text);

// `text` wrapped at spaces to the style's width, every line indented, with the highlights in bold.
std::string wrapped(std::string_view text, const std::vector<Range>& highlights, std::size_t indent,
                    const Style& style);

}  // namespace backfile
