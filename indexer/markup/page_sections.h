// Sections of a page that stand under a heading of something else than the article.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "indexer/markup/page_blocks.h"

namespace backfile {

// What makes the paragraphs of one text alike: their element and class, else where they stand.
using BlockKind = std::array<std::string_view, 4>;
BlockKind kind_of(const Block& block);

// Makes parts of the blocks from such a heading up to the next of its level, or to where paragraphs
// go on like those before it. Does nothing where that would take most of the text, unless enough
// for an article stands before.
void mark_headed_sections(std::vector<Block>& blocks);

}  // namespace backfile
