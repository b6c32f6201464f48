#include "indexer/markup/page_text.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/markup/block_judge.h"
#include "indexer/markup/html_document.h"
#include "indexer/markup/page_blocks.h"
#include "indexer/markup/page_parts.h"
#include "indexer/markup/page_place.h"
#include "indexer/markup/page_sections.h"

namespace backfile {
namespace {

// What is shorter, or less than a tenth of what a more lenient look finds, is not believed.
constexpr std::size_t kShortBytes = 140;
constexpr std::size_t kPlausibleShare = 10;
// A form of so much running text is a page's or an article's, not a sign-up.
constexpr std::size_t kFormTextBytes = 500;

enum class Leniency : std::uint8_t {
  kStrict,
  kCaptions,  // what is said of pictures is the article, too
  kMost,      // so is what holds most of the text, whatever it is called but comments
  kAll,       // so is everything that is shown
};

// The elements around the headline and around what is marked as the article's text.
std::unordered_set<const xmlNode*> holders_of_article(const xmlNode& body) {
  std::unordered_set<const xmlNode*> holders;
  walk_tree(
      body,
      [&](const xmlNode& node) {
        if (!is_element(node)) return false;
        if (name_of(node) == "h1" || attribute_of(node, "itemprop") == "articleBody")
          for (const xmlNode* holder = &node; holder && holders.insert(holder).second;)
            holder = holder->parent;
        return true;
      },
      [](const xmlNode&) {});
  return holders;
}

class PageReading {
 public:
  PageReading(const xmlNode& body, const PageHints& hints)
      : body_(body), hints_(hints), mass_(body), holders_(holders_of_article(body)) {}

  std::size_t bytes() const { return mass_.of(&body_); }

  PageText read(Leniency leniency) const {
    std::vector<Block> blocks =
        blocks_of(body_, [&](const xmlNode& element) { return judged_part(element, leniency); });
    if (leniency != Leniency::kAll) mark_headed_sections(blocks);
    return judged_text(blocks, ArticlePlace(blocks, body_), hints_);
  }

 private:
  Part judged_part(const xmlNode& element, Leniency leniency) const {
    const Part part = part_of(element);
    if (part == Part::kNone) return part;
    if (leniency == Leniency::kAll && part != Part::kHidden) return Part::kNone;
    if (part == Part::kCaption && leniency >= Leniency::kCaptions) return Part::kNone;
    const std::size_t bytes = mass_.of(&element);
    if (part == Part::kBox && bytes > 0) return Part::kNone;
    if (name_of(element) == "form" && bytes >= kFormTextBytes) return Part::kNone;
    // What holds most of the text is the article, whatever it is called; unless there can be more
    // of such a part than of the article.
    if (bytes * 2 <= mass_.of(&body_)) return part;
    const bool is_believed = is_surely_beside(part) && !holders_.contains(&element) &&
                             (leniency < Leniency::kMost || part == Part::kComments);
    return is_believed ? part : Part::kNone;
  }

  const xmlNode& body_;
  const PageHints& hints_;
  TextMass mass_;
  std::unordered_set<const xmlNode*> holders_;
};

// Each counted once: galleries show the same several times.
std::size_t bytes_of_captions(const std::vector<RemovedLine>& removed) {
  std::unordered_set<std::string_view> captions;
  std::size_t bytes = 0;
  for (const RemovedLine& line : removed)
    if (line.rule == rule_of(Part::kCaption) && captions.insert(line.text).second)
      bytes += line.text.size();
  return bytes;
}

}  // namespace

PageText page_text(const HtmlDocument& page, const PageHints& hints) {
  const xmlNode* body = page.body();
  if (!body) return {};
  const PageReading reading(*body, hints);
  PageText text = reading.read(Leniency::kStrict);
  if (bytes_of_captions(text.removed) > 2 * text.text.size())
    text = reading.read(Leniency::kCaptions);
  const auto is_implausible = [&](std::size_t possible) {
    return text.text.size() < kShortBytes || text.text.size() * kPlausibleShare < possible;
  };
  for (const Leniency leniency : {Leniency::kMost, Leniency::kAll}) {
    if (!is_implausible(leniency == Leniency::kMost ? reading.bytes() : 0)) break;
    PageText more = reading.read(leniency);
    if (more.text.size() > text.text.size() && is_implausible(more.text.size()))
      text = std::move(more);
  }
  return text;
}

}  // namespace backfile
