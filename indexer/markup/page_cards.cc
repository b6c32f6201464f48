#include "indexer/markup/page_cards.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/markup/page_links.h"

namespace backfile {
namespace {

constexpr std::size_t kMinTitleBytes = 15;
constexpr std::size_t kMaxTitleBytes = 250;
constexpr std::size_t kMaxTeaserBytes = 500;  // of running text in a card
constexpr std::size_t kMaxDistance = 3;       // blocks from a headline to its teaser
constexpr std::size_t kMaxCardBlocks = 12;
constexpr std::size_t kMinCards = 2;

struct Card {
  const xmlNode* element = nullptr;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t bytes = 0;  // of running text
};

bool is_within(const xmlNode* node, const xmlNode* top) {
  while (node && node != top) node = node->parent;
  return node == top;
}

class CardFinder {
 public:
  CardFinder(const std::vector<Block>& blocks, const std::vector<bool>& is_open,
             std::string_view url)
      : blocks_(blocks), is_open_(is_open), url_(url) {}

  std::vector<bool> find() {
    std::unordered_map<const xmlNode*, std::vector<Card>> rows;  // by what holds them
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_open_[i] || !is_title(blocks_[i])) continue;
      const Card card = card_of(i);
      if (!card.element) continue;
      std::vector<Card>& row = rows[card.element->parent];
      if (row.empty() || row.back().element != card.element) row.push_back(card);
    }
    std::size_t whole = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) whole += running_bytes(i);
    std::vector<bool> in_cards(blocks_.size());
    for (const auto& [parent, row] : rows) mark(row, whole, in_cards);
    return in_cards;
  }

 private:
  std::size_t running_bytes(std::size_t i) const {
    return is_open_[i] && is_running_text(blocks_[i]) ? blocks_[i].text.size() : 0;
  }

  bool is_title(const Block& block) const {
    return is_mostly_links(block) && block.text.size() >= kMinTitleBytes &&
           block.text.size() <= kMaxTitleBytes && leads_to_site(block, url_);
  }

  // The smallest element around a headline and the text below it.
  Card card_of(std::size_t title) const {
    for (std::size_t i = title + 1; i < blocks_.size() && i <= title + kMaxDistance; ++i) {
      if (running_bytes(i) == 0) continue;
      const xmlNode* element = blocks_[title].element;
      while (element && !is_within(blocks_[i].element, element)) element = element->parent;
      if (!element || element == blocks_[i].element) return {};
      return bounded({element, title, i, 0});
    }
    return {};
  }

  Card bounded(Card card) const {
    const auto is_in = [&](std::size_t i) { return is_within(blocks_[i].element, card.element); };
    const auto blocks = [&] { return card.last + 1 - card.first; };
    while (card.first > 0 && blocks() <= kMaxCardBlocks && is_in(card.first - 1)) --card.first;
    while (card.last + 1 < blocks_.size() && blocks() <= kMaxCardBlocks && is_in(card.last + 1))
      ++card.last;
    for (std::size_t i = card.first; i <= card.last; ++i) card.bytes += running_bytes(i);
    return card.bytes <= kMaxTeaserBytes && blocks() <= kMaxCardBlocks ? card : Card{};
  }

  // Cards that are most of the text are the article: a list of things with links.
  static void mark(const std::vector<Card>& row, std::size_t whole, std::vector<bool>& in_cards) {
    std::size_t bytes = 0;
    for (const Card& card : row) bytes += card.bytes;
    if (row.size() < kMinCards || bytes * 3 > whole) return;
    for (const Card& card : row)
      for (std::size_t i = card.first; i <= card.last; ++i) in_cards[i] = true;
  }

  const std::vector<Block>& blocks_;
  const std::vector<bool>& is_open_;
  std::string_view url_;
};

}  // namespace

std::vector<bool> blocks_in_cards(const std::vector<Block>& blocks,
                                  const std::vector<bool>& is_open, std::string_view url) {
  return CardFinder(blocks, is_open, url).find();
}

}  // namespace backfile
