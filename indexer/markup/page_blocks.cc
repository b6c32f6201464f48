#include "indexer/markup/page_blocks.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/markup/html_flow.h"
#include "indexer/markup/html_names.h"

namespace backfile {
namespace {

bool is_link(const xmlNode& element) {
  return name_of(element) == "a" && find_attribute(element, "href");
}

const xmlNode* block_around(const xmlNode* node, const xmlNode& top) {
  while (node != &top && !is_block(name_of(*node))) node = node->parent;
  return node;
}

class BlockCollector {
 public:
  BlockCollector(const xmlNode& top, const NodeTest& is_wanted)
      : top_(top), is_wanted_(is_wanted) {}

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
    if (is_unread(name) || !is_wanted_(node)) return false;
    links_ += is_link(node) ? 1 : 0;
    return true;
  }

  void leave(const xmlNode& element) {
    links_ -= is_link(element) ? 1 : 0;
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
    if (links_ > 0) block_.link_bytes += added;
  }

  void end_block() {
    after_break_ = false;
    block_.text = flow_.take();
    flow_ = {};
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const xmlNode& top_;
  const NodeTest& is_wanted_;
  HtmlFlow flow_;
  Block block_;
  int links_ = 0;  // open ones
  bool after_break_ = false;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of(const xmlNode& top, const NodeTest& is_wanted) {
  return BlockCollector(top, is_wanted).collect();
}

}  // namespace backfile
