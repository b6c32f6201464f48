#include "indexer/markup/page_place.h"

#include <map>

#include "common/utf8.h"
#include "indexer/markup/page_sections.h"

namespace backfile {
namespace {

constexpr std::size_t kSentenceBytes = 80;

// Percent of the running text.
constexpr std::size_t kNearlyAll = 80;
constexpr std::size_t kMost = 67;

// Neighbours are looked for beside the container and so many elements around it.
constexpr int kNeighbourLevels = 3;

std::unordered_set<const xmlNode*> elements_around_headline(const std::vector<Block>& blocks) {
  std::unordered_set<const xmlNode*> holders;
  for (const Block& block : blocks)
    if (block.name() == "h1" && block.part == Part::kNone)
      for (const xmlNode* node = block.element; node && holders.insert(node).second;)
        node = node->parent;
  return holders;
}

bool is_called_alike(const xmlNode& one, const xmlNode& other) {
  const std::string_view names = attribute_of(one, "class");
  return !names.empty() && name_of(one) == name_of(other) && names == attribute_of(other, "class");
}

bool is_within(const xmlNode* node, const xmlNode* top) {
  while (node && node != top) node = node->parent;
  return node == top;
}

// Whether an element is called what the text of an article is called by convention.
bool is_marked(const xmlNode& element) {
  if (!element.properties) return false;
  return attribute_of(element, "itemprop") == "articleBody" ||
         names_article_text(attribute_of(element, "class")) ||
         names_article_text(attribute_of(element, "id"));
}

// The heaviest of the outermost elements that are marked, when it has a quarter of the running text
// and is not one of many; else nullptr.
const xmlNode* marked_place(const TextMass& mass, const xmlNode& top) {
  const xmlNode* heaviest = nullptr;
  std::size_t sum = 0;
  walk_tree(
      top,
      [&](const xmlNode& node) {
        if (!is_element(node) || mass.of(&node) == 0) return false;
        if (!is_marked(node)) return true;
        if (mass.of(&node) > mass.of(heaviest)) heaviest = &node;
        sum += mass.of(&node);
        return false;
      },
      [](const xmlNode&) {});
  const std::size_t bytes = mass.of(heaviest);
  const bool is_one_of_many = bytes * 10 < sum * 7;
  return is_one_of_many || bytes * 4 < mass.of(&top) ? nullptr : heaviest;
}

}  // namespace

TextMass::TextMass(const xmlNode& top) {
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
        if (bytes > 0) bytes_.emplace(&element, bytes);
        paragraphs -= name_of(element) == "p" ? 1 : 0;
        links -= name_of(element) == "a" ? 1 : 0;
      });
  bytes_.emplace(&top, open.back());
}

TextMass::TextMass(const std::vector<Block>& blocks, const xmlNode& top) {
  for (const Block& block : blocks) {
    if (block.part != Part::kNone || !is_running_text(block)) continue;
    for (const xmlNode* node = block.element; node; node = node == &top ? nullptr : node->parent)
      bytes_[node] += block.text.size();
  }
}

std::size_t TextMass::of(const xmlNode* element) const {
  const auto found = bytes_.find(element);
  return found == bytes_.end() ? 0 : found->second;
}

ArticlePlace::ArticlePlace(const std::vector<Block>& blocks, const xmlNode& top)
    : container_(&top) {
  const TextMass mass(blocks, top);
  if (const xmlNode* marked = marked_place(mass, top)) container_ = marked;
  const std::unordered_set<const xmlNode*> holders = elements_around_headline(blocks);
  while (const xmlNode* child = next_inside(mass, holders)) container_ = child;
  add_neighbours(mass, top);
  add_paragraphs(blocks, top);
}

// The child with nearly all of the running text, or with most of it and the headline, too.
const xmlNode* ArticlePlace::next_inside(const TextMass& mass,
                                         const std::unordered_set<const xmlNode*>& holders) const {
  const std::size_t whole = mass.of(container_);
  for (const xmlNode* child = container_->children; child; child = child->next) {
    const std::size_t share = holders.contains(child) ? kMost : kNearlyAll;
    if (is_element(*child) && name_of(*child) != "p" && mass.of(child) * 100 > whole * share)
      return child;
  }
  return nullptr;
}

void ArticlePlace::add_neighbours(const TextMass& mass, const xmlNode& top) {
  const xmlNode* inner = container_;
  for (int level = 0; level < kNeighbourLevels && inner != &top; ++level) {
    for (const xmlNode* other = inner->parent->children; other; other = other->next) {
      if (other == inner || !is_element(*other) || mass.of(other) == 0) continue;
      const std::string_view name = name_of(*other);
      const bool is_paragraph = level == 0 && (name == "p" || name == "blockquote");
      if (is_paragraph || is_called_alike(*other, *inner)) neighbours_.insert(other);
    }
    inner = inner->parent;
  }
}

// Paragraphs of a class that those of the article have.
void ArticlePlace::add_paragraphs(const std::vector<Block>& blocks, const xmlNode& top) {
  const xmlNode* around = container_;
  for (int level = 0; level < kNeighbourLevels && around != &top; ++level) around = around->parent;
  std::map<BlockKind, int> kinds;
  std::vector<const Block*> beside;
  for (const Block& block : blocks) {
    if (block.part != Part::kNone || !is_running_text(block)) continue;
    if (attribute_of(*block.element, "class").empty()) continue;
    if (is_within(block.element, container_))
      ++kinds[kind_of(block)];
    else if (is_within(block.element, around))
      beside.push_back(&block);
  }
  for (const Block* block : beside) {
    const auto alike = kinds.find(kind_of(*block));
    if (alike != kinds.end() && alike->second > 1) neighbours_.insert(block->element);
  }
}

bool ArticlePlace::holds(const xmlNode* element) const {
  for (const xmlNode* node = element; node; node = node->parent)
    if (node == container_ || neighbours_.contains(node)) return true;
  return false;
}

}  // namespace backfile
