#include "indexer/markup/page_text.h"

#include <algorithm>
#include <unordered_map>

#include "common/utf8.h"
#include "indexer/markup/html_document.h"
#include "indexer/markup/page_blocks.h"
#include "indexer/markup/page_parts.h"

namespace backfile {
namespace {

// A text of this many bytes is a sentence rather than a label.
constexpr std::size_t kSentenceBytes = 80;
constexpr std::size_t kShortSentenceBytes = 40;

// Bytes of running text below each element.
using Mass = std::unordered_map<const xmlNode*, std::size_t>;

std::size_t mass_of(const Mass& mass, const xmlNode* element) {
  const auto found = mass.find(element);
  return found == mass.end() ? 0 : found->second;
}

// By what text nodes are: in a <p>, or as long as a sentence, and in no link.
Mass weigh_nodes(const xmlNode& top) {
  Mass mass;
  std::vector<std::size_t> open = {0};
  int paragraphs = 0;
  int links = 0;
  walk_tree(
      top,
      [&](const xmlNode& node) {
        if (is_text(node)) {
          const std::size_t bytes = trimmed(content_of(node)).size();
          if (links == 0 && (paragraphs > 0 || bytes >= kSentenceBytes)) open.back() += bytes;
        }
        if (!is_element(node)) return false;
        open.push_back(0);
        paragraphs += name_of(node) == "p" ? 1 : 0;
        links += name_of(node) == "a" ? 1 : 0;
        return true;
      },
      [&](const xmlNode& element) {
        const std::size_t bytes = open.back();
        open.pop_back();
        open.back() += bytes;
        if (bytes > 0) mass.emplace(&element, bytes);
        paragraphs -= name_of(element) == "p" ? 1 : 0;
        links -= name_of(element) == "a" ? 1 : 0;
      });
  mass.emplace(&top, open.back());
  return mass;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_mostly_links(const Block& block) { return block.link_bytes * 2 > block.text.size(); }

bool is_running_text(const Block& block) {
  if (is_mostly_links(block) || is_heading(block.name())) return false;
  return block.text.size() >= (block.name() == "p" ? kShortSentenceBytes : kSentenceBytes);
}

// The element that holds the article: from `top` down for as long as one child has nearly all.
const xmlNode* container_of(const std::vector<Block>& blocks, const xmlNode& top) {
  Mass mass;
  for (const Block& block : blocks) {
    if (!is_running_text(block)) continue;
    for (const xmlNode* node = block.element; node; node = node == &top ? nullptr : node->parent)
      mass[node] += block.text.size();
  }
  const xmlNode* container = &top;
  while (true) {
    const std::size_t whole = mass_of(mass, container);
    const xmlNode* heaviest = nullptr;
    for (const xmlNode* child = container->children; child; child = child->next)
      if (mass_of(mass, child) * 10 > whole * 8) heaviest = child;
    if (!heaviest || heaviest->type != XML_ELEMENT_NODE || name_of(*heaviest) == "p")
      return container;
    container = heaviest;
  }
}

bool is_within(const xmlNode* node, const xmlNode* top) {
  while (node && node != top) node = node->parent;
  return node == top;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {".", "!", "?", ":", "…", "\"", "”", "’", ")", "。", "»"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return text.ends_with(end); });
}

bool is_wanted_block(const Block& block) {
  const std::string_view name = block.name();
  if (name == "h1" || is_mostly_links(block)) return false;
  if (name == "p" || is_heading(name) || name == "blockquote" || name == "pre" || name == "li" ||
      name == "dd" || name == "dt" || name == "tr")
    return true;
  return block.text.size() >= kShortSentenceBytes && ends_sentence(block.text);
}

std::string joined(const std::vector<const Block*>& kept) {
  std::string text;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    // A heading without text below heads something that is not here.
    const bool is_headless = is_heading(kept[i]->name()) && i + 1 == kept.size();
    if (is_headless) continue;
    if (!text.empty()) text += "\n\n";
    text += kept[i]->text;
  }
  return text;
}

}  // namespace

std::string page_text(const HtmlDocument& page) {
  const xmlNode* body = page.body();
  if (!body) return {};
  const Mass mass = weigh_nodes(*body);
  const std::size_t whole = mass_of(mass, body);
  // What holds most of the text is the article, whatever it is called.
  const auto is_wanted = [&](const xmlNode& element) {
    return mass_of(mass, &element) * 2 > whole || !is_beside_article(element);
  };
  const std::vector<Block> blocks = blocks_of(*body, is_wanted);
  const xmlNode* container = container_of(blocks, *body);
  std::vector<const Block*> kept;
  for (const Block& block : blocks)
    if (is_within(block.element, container) && is_wanted_block(block)) kept.push_back(&block);
  return joined(kept);
}

}  // namespace backfile
