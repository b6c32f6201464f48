#include "indexer/markup/page_facts.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/markup/html_document.h"
#include "indexer/markup/html_tree.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxFacts = 50;        // of one kind
constexpr std::size_t kMaxNames = 500;       // of <meta>
constexpr std::size_t kMaxFactBytes = 1000;  // of a text
constexpr int kMaxTexts = 300;               // they may lie within each other

// Those that page.cc asks for.
constexpr auto kItems =
    std::to_array<std::string_view>({"articlesection", "author", "datemodified", "datepublished",
                                     "headline", "inlanguage", "keywords"});

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

void add_fact(std::vector<std::string>& facts, std::string text) {
  if (text.size() <= kMaxFactBytes && !trimmed(text).empty() && facts.size() < kMaxFacts)
    facts.push_back(std::move(text));
}

bool has_word(std::string_view words, std::string_view wanted) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n"), words.size());
    if (lowered(words.substr(0, end)) == wanted) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// The itemprop="name" within an element, else the element.
const xmlNode& named_part(const xmlNode& element) {
  const xmlNode* named = nullptr;
  std::size_t steps = 0;
  walk_tree(
      element,
      [&](const xmlNode& node) {
        if (!named && is_element(node) && attribute_of(node, "itemprop") == "name") named = &node;
        return !named && ++steps < kMaxFactBytes;
      },
      [](const xmlNode&) {});
  return named ? *named : element;
}

class FactCollector {
 public:
  PageFacts collect(const xmlNode& body) {
    walk_tree(
        body, [this](const xmlNode& node) { return enter(node); },
        [this](const xmlNode& element) { article_depth_ -= is_article(element) ? 1 : 0; });
    return std::move(facts_);
  }

 private:
  static bool is_article(const xmlNode& element) {
    return name_of(element) == "article" || name_of(element) == "main";
  }

  bool enter(const xmlNode& node) {
    if (!is_element(node)) return false;
    const std::string_view name = name_of(node);
    if (name == "svg" || name == "template") return false;
    article_depth_ += is_article(node) ? 1 : 0;
    if (name == "meta") add_meta(node);
    if (name == "link" && facts_.canonical.empty() &&
        has_word(attribute_of(node, "rel"), "canonical"))
      facts_.canonical = std::string(trimmed(attribute_of(node, "href")));
    if (name == "title" && facts_.title.empty()) facts_.title = text_of(node);
    if (name == "h1" && has_room(facts_.headings)) add_fact(facts_.headings, text_of(node));
    if (name == "a" && has_room(facts_.authors) && has_word(attribute_of(node, "rel"), "author"))
      add_fact(facts_.authors, text_of(node));
    if (name == "time" && facts_.times.size() < kMaxFacts) add_time(node);
    add_item(node);
    return true;
  }

  static bool has_room(const std::vector<std::string>& facts) { return facts.size() < kMaxFacts; }

  void add_meta(const xmlNode& meta) {
    const std::string_view content = attribute_of(meta, "content");
    for (const char* attribute : {"name", "property", "http-equiv"}) {
      const std::string_view name = attribute_of(meta, attribute);
      if (name.empty() || facts_.meta.size() >= kMaxNames) continue;
      add_fact(facts_.meta[lowered(name)], std::string(content));
    }
  }

  void add_time(const xmlNode& time) {
    const std::string_view value = attribute_of(time, "datetime");
    std::string text = value.empty() ? text_of(time) : std::string(value);
    if (text.size() > kMaxFactBytes) return;
    facts_.times.push_back({std::move(text),
                            find_attribute(time, "pubdate") != nullptr ||
                                has_word(attribute_of(time, "itemprop"), "datepublished"),
                            article_depth_ > 0});
  }

  void add_item(const xmlNode& element) {
    const std::string_view names = attribute_of(element, "itemprop");
    if (names.empty()) return;
    for (const std::string_view item : kItems) {
      if (!has_word(names, item)) continue;
      std::vector<std::string>& facts = facts_.items[std::string(item)];
      if (has_room(facts)) add_fact(facts, item_value(element));
    }
  }

  std::string item_value(const xmlNode& element) {
    const xmlNode& part = named_part(element);
    for (const char* attribute : {"content", "datetime"}) {
      const std::string_view value = attribute_of(part, attribute);
      if (!value.empty()) return std::string(value);
    }
    return text_of(part);
  }

  std::string text_of(const xmlNode& element) {
    if (texts_left_ == 0) return {};
    --texts_left_;
    return line_of(element, kMaxFactBytes);
  }

  PageFacts facts_;
  int article_depth_ = 0;
  int texts_left_ = kMaxTexts;
};

}  // namespace

PageFacts facts_of(const HtmlDocument& page) {
  if (!page.body()) return {};
  return FactCollector().collect(*page.body());
}

}  // namespace backfile
