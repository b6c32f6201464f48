#include "indexer/markup/html_text.h"

namespace backfile {

std::string html_to_text(std::string_view html) { return std::string(html); }

bool looks_like_html(std::string_view text) { return text.find("</") != std::string_view::npos; }

}  // namespace backfile
