// Teasers of other articles: cards of a linked headline and a sentence or two, several in a row.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/markup/page_blocks.h"

namespace backfile {

// For each block whether it is in such a card. A card's headline links to the page's own site,
// which is that of `url`; without an address all links count. `is_open` tells which blocks may be
// teasers: those in the article's place that nothing speaks against yet.
std::vector<bool> blocks_in_cards(const std::vector<Block>& blocks,
                                  const std::vector<bool>& is_open, std::string_view url);

}  // namespace backfile
