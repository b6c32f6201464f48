// A page as a row of blocks: the pieces of text that a browser would start on a line of their own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/html_tree.h"

namespace backfile {

struct Block {
  std::string text;                  // white space folded; <br> is a line end
  std::size_t link_bytes = 0;        // of the text, within <a href>
  const xmlNode* element = nullptr;  // the block element that it begins in

  std::string_view name() const { return name_of(*element); }
};

// The blocks within `top`, in order, without elements that are not wanted. Two <br> part blocks,
// and the cells of a table's row are one.
std::vector<Block> blocks_of(const xmlNode& top, const NodeTest& is_wanted);

}  // namespace backfile
