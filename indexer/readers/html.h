// A web page as a file, as browsers and scrapers save it. Of a saved page the address is known:
//   <!-- saved from url=(0031)https://paper.example/2024/storm -->
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_html_reader;

// Whether a page stands first: its doctype, its root, or elements that pages begin with; comments
// and an XML declaration may stand before.
bool looks_like_html_page(std::string_view head);

}  // namespace backfile
