#include "indexer/markup/block_judge.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "common/utf8.h"
#include "indexer/markup/page_cards.h"
#include "indexer/markup/page_links.h"
#include "indexer/markup/page_sections.h"
#include "indexer/sentence_end.h"

namespace backfile {
namespace {

// What is shorter is no loss that anybody wants to hear of.
constexpr std::size_t kToldBytes = 80;
constexpr std::size_t kShortSentenceBytes = 40;
constexpr std::size_t kOwnWordsBytes = 20;  // of a sentence, beside its links
constexpr int kMaxLookups = 200;            // each takes time with the length of what JSON-LD tells

constexpr std::string_view kElsewhere = "elsewhere";
constexpr std::string_view kHeadline = "headline";
constexpr std::string_view kLinks = "page-links";
constexpr std::string_view kLabel = "page-label";

// Text without white space, for finding it in another.
std::string packed(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (!is_ascii_space(c)) letters += c;
  return letters;
}

bool holds_any(const xmlNode& element, std::initializer_list<std::string_view> names) {
  bool holds = false;
  walk_tree(
      element,
      [&](const xmlNode& node) {
        if (!is_element(node)) return false;
        holds = holds || std::ranges::find(names, name_of(node)) != names.end();
        return !holds;
      },
      [](const xmlNode&) {});
  return holds;
}

// Nothing in it but text: a pull quote, say, and no box of links or a form.
bool is_plain(const xmlNode& element) {
  return !holds_any(
      element, {"a", "button", "form", "h2", "h3", "h4", "h5", "h6", "img", "ul", "ol", "input"});
}

bool has_form(const xmlNode& element) { return holds_any(element, {"form", "button"}); }

class Judge {
 public:
  Judge(const std::vector<Block>& blocks, const ArticlePlace& place, const PageHints& hints)
      : blocks_(blocks), hints_(hints), rules_(blocks.size()) {
    for (std::size_t i = 0; i < blocks.size(); ++i)
      rules_[i] = place.holds(blocks[i].element) ? rule_of(blocks[i].part) : kElsewhere;
  }

  PageText judge() {
    take_quotes_back();
    take_hidden_back();
    drop_cards();
    judge_single_blocks();
    take_labels_back();
    take_linked_headings_back();
    take_told_back();
    drop_empty_sections();
    return joined();
  }

 private:
  bool is_kept(std::size_t i) const { return rules_[i].empty(); }
  bool is_kept_text(std::size_t i) const { return is_kept(i) && is_running_text(blocks_[i]); }

  // Pull quotes stand in boxes.
  void take_quotes_back() {
    const xmlNode* box = nullptr;
    bool is_quote = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.part != Part::kAside || rules_[i] == kElsewhere) continue;
      if (block.part_element != box)
        is_quote = name_of(*block.part_element) == "aside" && is_plain(*block.part_element);
      box = block.part_element;
      if (is_quote && block.text.size() >= kShortSentenceBytes) rules_[i] = {};
    }
  }

  // What a click on "read on" shows is several paragraphs; forms and messages are not.
  void take_hidden_back() {
    std::unordered_map<const xmlNode*, int> paragraphs;
    for (const Block& block : blocks_)
      if (block.part == Part::kHidden && block.name() == "p" && is_running_text(block))
        ++paragraphs[block.part_element];
    std::erase_if(paragraphs, [](const auto& counted) {
      return counted.second < 2 || has_form(*counted.first);
    });
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (rules_[i] != kElsewhere && paragraphs.contains(blocks_[i].part_element)) rules_[i] = {};
  }

  void drop_cards() {
    std::vector<bool> is_open(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) is_open[i] = is_kept(i);
    const std::vector<bool> in_cards = blocks_in_cards(blocks_, is_open, hints_.url);
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (in_cards[i] && is_kept(i)) rules_[i] = rule_of(Part::kRelated);
  }

  void judge_single_blocks() {
    bool has_text = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_kept(i)) continue;
      rules_[i] = rule_of_block(blocks_[i]);
      // Of several <h1> the first is the headline.
      if (blocks_[i].name() == "h1" && !has_text) rules_[i] = kHeadline;
      has_text = has_text || is_kept_text(i);
    }
  }

  std::string_view rule_of_block(const Block& block) const {
    const std::string_view name = block.name();
    // A sentence that is linked for the most part, and no "Read also: ..."
    const bool is_linked_sentence = name == "p" &&
                                    block.text.size() - block.link_bytes >= kOwnWordsBytes &&
                                    ends_sentence(block.text);
    if (is_mostly_links(block) && !is_linked_sentence && !leads_to_source(block, hints_.url))
      return kLinks;
    if (name == "p" || is_heading(name) || name == "blockquote" || name == "pre" || name == "li" ||
        name == "dd" || name == "dt" || name == "tr")
      return {};
    if (is_running_text(block) ||
        (block.text.size() >= kShortSentenceBytes && ends_sentence(block.text)))
      return {};
    return kLabel;
  }

  // A short line without a full stop is a paragraph where it stands among paragraphs.
  void take_labels_back() {
    std::map<BlockKind, int> kinds;
    std::unordered_set<const xmlNode*> elements;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_kept_text(i)) continue;
      ++kinds[kind_of(blocks_[i])];
      elements.insert(blocks_[i].element);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (rules_[i] != kLabel) continue;
      const auto alike = kinds.find(kind_of(blocks_[i]));
      const bool is_alike = alike != kinds.end() && alike->second > 1;
      const bool is_same =
          blocks_[i].text.size() >= kShortSentenceBytes && elements.contains(blocks_[i].element);
      if (is_alike || is_same) rules_[i] = {};
    }
  }

  // The things that a list is of.
  void take_linked_headings_back() {
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      const bool heads_text = is_heading(blocks_[i].name()) && is_kept_text(i + 1) &&
                              blocks_[i].element->parent == blocks_[i + 1].element->parent;
      if (rules_[i] == kLinks && heads_text) rules_[i] = {};
    }
  }

  void take_told_back() {
    if (hints_.told.empty()) return;
    const std::string told = packed(hints_.told);
    int lookups = 0;
    for (std::size_t i = 0; i < blocks_.size() && lookups < kMaxLookups; ++i) {
      if (is_kept(i) || rules_[i] == kElsewhere || blocks_[i].text.size() < kShortSentenceBytes)
        continue;
      ++lookups;
      if (told.find(packed(blocks_[i].text)) != std::string::npos) rules_[i] = {};
    }
  }

  // A heading without text below heads something that is not here.
  void drop_empty_sections() {
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!is_kept(i)) continue;
      if (!is_heading(blocks_[i].name())) break;
      rules_[i] = kLabel;
    }
  }

  PageText joined() const {
    PageText result;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (is_kept(i)) {
        if (!result.text.empty()) result.text += "\n\n";
        result.text += block.text;
      } else if (rules_[i] != kElsewhere && rules_[i] != kHeadline &&
                 block.text.size() >= kToldBytes && !is_mostly_links(block)) {
        result.removed.push_back({block.text, rules_[i]});
      }
    }
    return result;
  }

  const std::vector<Block>& blocks_;
  const PageHints& hints_;
  std::vector<std::string_view> rules_;  // by which a block goes; empty: it stays
};

}  // namespace

PageText judged_text(const std::vector<Block>& blocks, const ArticlePlace& place,
                     const PageHints& hints) {
  return Judge(blocks, place, hints).judge();
}

}  // namespace backfile
