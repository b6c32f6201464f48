#include "indexer/markup/page_blocks.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/markup/html_flow.h"
#include "indexer/markup/html_names.h"

namespace backfile {
namespace {

// A text of this many bytes is a sentence rather than a label; in a <p>, one of so many.
constexpr std::size_t kSentenceBytes = 80;
constexpr std::size_t kShortSentenceBytes = 40;

bool is_link(const xmlNode& element) {
  return name_of(element) == "a" && find_attribute(element, "href");
}

const xmlNode* block_around(const xmlNode* node, const xmlNode& top) {
  while (node != &top && !is_block(name_of(*node))) node = node->parent;
  return node;
}

class BlockCollector {
 public:
  BlockCollector(const xmlNode& top, const PartJudge& part_of) : top_(top), part_of_(part_of) {}

  std::vector<Block> collect() {
    walk_tree(
        top_, [this](const xmlNode& node) { return enter(node); },
        [this](const xmlNode& element) { leave(element); });
    end_block();
    return std::move(blocks_);
  }

 private:
  bool enter(const xmlNode& node) {
    if (is_text(node)) add_text(node);
    if (!is_element(node)) return false;
    const std::string_view name = name_of(node);
    if (name == "br") {
      break_line();
      return false;
    }
    pass_edge(name);
    if (is_unread(name)) return false;
    if (!part_element_) {
      part_ = part_of_(node);
      if (part_ != Part::kNone && !flow_.text().empty()) {
        part_ = Part::kNone;
        return false;
      }
      if (part_ != Part::kNone) part_element_ = &node;
    }
    if (is_link(node)) {
      ++links_;
      link_ = &node;
    }
    return true;
  }

  void leave(const xmlNode& element) {
    links_ -= is_link(element) ? 1 : 0;
    if (&element == part_element_) {
      end_block();
      part_element_ = nullptr;
      part_ = Part::kNone;
    }
    pass_edge(name_of(element));
  }

  void pass_edge(std::string_view name) {
    if (is_block(name))
      end_block();
    else if (name == "td" || name == "th")
      flow_.add_space();
  }

  void break_line() {
    if (after_break_) end_block();
    flow_.break_line();
    after_break_ = true;
  }

  void add_text(const xmlNode& node) {
    const std::string_view text = content_of(node);
    const std::size_t before = flow_.text().size();
    flow_.add(text);
    const std::size_t added = flow_.text().size() - before;
    if (added == 0) return;
    after_break_ = false;
    if (before == 0) block_.element = block_around(node.parent, top_);
    if (links_ == 0) return;
    block_.link_bytes += added;
    if (!block_.link) block_.link = link_;
  }

  void end_block() {
    after_break_ = false;
    block_.text = flow_.take();
    flow_ = {};
    block_.part = part_;
    block_.part_element = part_element_;
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const xmlNode& top_;
  const PartJudge& part_of_;
  HtmlFlow flow_;
  Block block_;
  int links_ = 0;                  // open ones
  const xmlNode* link_ = nullptr;  // the last
  bool after_break_ = false;
  Part part_ = Part::kNone;
  const xmlNode* part_element_ = nullptr;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of(const xmlNode& top, const PartJudge& part_of) {
  return BlockCollector(top, part_of).collect();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_mostly_links(const Block& block) { return block.link_bytes * 2 > block.text.size(); }

bool is_running_text(const Block& block) {
  if (is_mostly_links(block) || is_heading(block.name())) return false;
  return block.text.size() >= (block.name() == "p" ? kShortSentenceBytes : kSentenceBytes);
}

}  // namespace backfile
