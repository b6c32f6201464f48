// Which of the blocks in the article's place are the article.
#pragma once

#include <vector>

#include "indexer/markup/page_blocks.h"
#include "indexer/markup/page_place.h"
#include "indexer/markup/page_text.h"

namespace backfile {

// Joins what stays of a page's blocks and tells what goes.
PageText judged_text(const std::vector<Block>& blocks, const ArticlePlace& place,
                     const PageHints& hints);

}  // namespace backfile
