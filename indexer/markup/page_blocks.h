// A page as a row of blocks: the pieces of text that a browser would start on a line of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markup/html_tree.h"
#include "indexer/markup/page_parts.h"

namespace backfile {

struct Block {
  std::string text;                  // white space folded; <br> is a line end
  std::size_t link_bytes = 0;        // of the text, within <a href>
  const xmlNode* element = nullptr;  // the block element that it begins in
  const xmlNode* link = nullptr;     // the first <a href> with text of it
  Part part = Part::kNone;
  const xmlNode* part_element = nullptr;  // the outermost that is such a part

  std::string_view name() const { return name_of(*element); }
};

using PartJudge = std::function<Part(const xmlNode& element)>;

// The blocks within `top`, in order. Two <br> part blocks, and the cells of a table's row are one.
// What stands in the middle of a block and is some part beside the article is left out.
std::vector<Block> blocks_of(const xmlNode& top, const PartJudge& part_of);

// <h1> to <h6>.
bool is_heading(std::string_view name);
bool is_mostly_links(const Block& block);
// Whether it reads as sentences, rather than as a label, a heading or a list of links.
bool is_running_text(const Block& block);

}  // namespace backfile
