// Where the links of a block lead.
#pragma once

#include <string>
#include <string_view>

#include "indexer/markup/page_blocks.h"

namespace backfile {

// The domain of an address, with what its owner may have put before cut off: "bbc.co.uk" of
// "https://news.bbc.co.uk/x"; empty when it names none, as relative ones do.
std::string domain_of(std::string_view url);

// Whether a block's first link leads to its own site: that of `url`, or to any if that names none.
bool leads_to_site(const Block& block, std::string_view url);

// Whether it leads to another site, as sources of an article do; and not to one where readers are
// to follow or share it.
bool leads_to_source(const Block& block, std::string_view url);

}  // namespace backfile
