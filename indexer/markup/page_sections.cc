#include "indexer/markup/page_sections.h"

#include <algorithm>
#include <map>

#include "indexer/markup/page_headings.h"

namespace backfile {
namespace {

// So much running text is an article, if what follows is called comments; three times as much, if
// it is called something else.
constexpr std::size_t kArticleBytes = 140;
constexpr int kNoHeading = 7;     // a level below those of headings
constexpr int kMaxSections = 50;  // each may take time with the page's length

bool is_within(const xmlNode* node, const xmlNode* top) {
  while (node && node != top) node = node->parent;
  return node == top;
}

bool is_open_text(const Block& block) {
  return block.part == Part::kNone && is_running_text(block);
}

Part part_headed(const Block& block) {
  // "3 comments", a link to them beside the date, is no heading.
  if (is_mostly_links(block) && !is_heading(block.name())) return Part::kNone;
  const bool is_titled_so = is_heading(block.name()) && block.part_element == block.element;
  if (is_titled_so) return block.part;
  return block.part == Part::kNone ? part_headed_by(block.text) : Part::kNone;
}

int level_of(const Block& block) {
  return is_heading(block.name()) ? block.name()[1] - '0' : kNoHeading;
}

// Up to the next heading of its level, or where paragraphs go on, or the end of the element in
// which it heads anything.
std::size_t end_of_section(const std::vector<Block>& blocks, std::size_t heading) {
  std::map<BlockKind, int> kinds;
  for (std::size_t i = 0; i < heading; ++i)
    if (is_open_text(blocks[i])) ++kinds[kind_of(blocks[i])];
  const xmlNode* scope = blocks[heading].element;
  while (scope && !is_within(blocks[heading + 1].element, scope)) scope = scope->parent;
  const int level = std::min(level_of(blocks[heading]), kNoHeading - 1);
  std::size_t i = heading + 1;
  for (; i < blocks.size() && is_within(blocks[i].element, scope); ++i) {
    const Block& block = blocks[i];
    const bool is_next =
        level_of(block) <= level && block.part == Part::kNone && part_headed(block) == Part::kNone;
    if (is_next) break;
    if (!is_open_text(block) || block.name() == "li") continue;
    const auto alike = kinds.find(kind_of(block));
    if (alike != kinds.end() && alike->second > 1) break;
  }
  return i;
}

bool is_too_much(const std::vector<Block>& blocks, std::size_t heading, std::size_t end,
                 Part part) {
  std::size_t cut = 0;
  std::size_t before = 0;
  std::size_t rest = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!is_open_text(blocks[i])) continue;
    const std::size_t bytes = blocks[i].text.size();
    (i > heading && i < end ? cut : rest) += bytes;
    before += i < heading ? bytes : 0;
  }
  const std::size_t enough = part == Part::kComments ? kArticleBytes : 3 * kArticleBytes;
  const bool is_behind = before >= enough && is_heading(blocks[heading].name());
  return cut > rest && !is_behind;
}

}  // namespace

BlockKind kind_of(const Block& block) {
  const xmlNode& element = *block.element;
  const std::string_view names = attribute_of(element, "class");
  if (!names.empty()) return {name_of(element), names.substr(0, names.find(' ')), {}, {}};
  const xmlNode& around = *element.parent;
  return {name_of(element), {}, name_of(around), attribute_of(around, "class")};
}

void mark_headed_sections(std::vector<Block>& blocks) {
  int sections = 0;
  for (std::size_t i = 0; i + 1 < blocks.size() && sections < kMaxSections; ++i) {
    const Part part = part_headed(blocks[i]);
    if (part == Part::kNone) continue;
    ++sections;
    const std::size_t end = end_of_section(blocks, i);
    if (is_too_much(blocks, i, end, part)) continue;
    for (; i < end; ++i) {
      if (blocks[i].part != Part::kNone) continue;
      blocks[i].part = part;
      blocks[i].part_element = blocks[i].element;
    }
    --i;
  }
}

}  // namespace backfile
