#include "indexer/readers/nitf_story.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/utf8.h"
#include "indexer/markup/html_text.h"

namespace backfile {
namespace {

// Elements that begin and end a paragraph.
constexpr std::array<std::string_view, 21> kBlocks = {
    "p",  "hl1", "hl2",   "block",    "bq",         "li",     "dt",
    "dd", "tr",  "table", "caption",  "ul",         "ol",     "dl",
    "hr", "fn",  "pre",   "abstract", "nitf-table", "credit", "div"};
constexpr std::array<std::string_view, 5> kCells = {"td", "th", "nitf-col", "col", "datasource"};
// What is not the story.
constexpr std::array<std::string_view, 7> kLeftOut = {"head", "body.head", "body.end", "media",
                                                      "note", "byline",    "dateline"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

class Paragraphs {
 public:
  void add(const XmlElement& element) {
    for (const XmlElement& child : element.children) {
      const std::string_view name = child.local_name();
      if (child.is_text())
        add_text(child.content);
      else if (name == "br")
        end_line("\n");
      else if (!is_one_of(name, kLeftOut) && child.attribute("class") != "lead_paragraph")
        add_element(child, is_one_of(name, kBlocks), is_one_of(name, kCells));
    }
  }

  std::string take() {
    end_line("");
    return std::move(text_);
  }

 private:
  void add_element(const XmlElement& element, bool is_block, bool is_cell) {
    if (is_block) end_line("\n\n");
    add(element);
    if (is_block) end_line("\n\n");
    if (is_cell) space_ = true;
  }

  // Folds white space; line ends inside of a paragraph are none.
  void add_text(std::string_view text) {
    for (const char c : text) {
      if (is_ascii_space(c)) {
        space_ = true;
        continue;
      }
      if (!end_.empty() && !text_.empty())
        text_ += end_;
      else if (space_ && !text_.empty())
        text_ += ' ';
      end_ = {};
      space_ = false;
      text_ += c;
    }
  }

  void end_line(std::string_view end) {
    if (end.size() >= end_.size()) end_ = end;
    space_ = false;
  }

  std::string text_;
  std::string_view end_;  // of the line before, not yet written
  bool space_ = false;
};

std::string paragraphs_of(const XmlElement& element) {
  Paragraphs paragraphs;
  paragraphs.add(element);
  return paragraphs.take();
}

std::string without_roles(const XmlElement& byline) {
  if (byline.is_text()) return byline.content;
  std::string text;
  for (const XmlElement& child : byline.children) {
    const std::string_view name = child.local_name();
    if (name == "byttl" || name == "location" || name == "virtloc") continue;
    text += without_roles(child);
    if (name == "person" || name == "name.given" || name == "name.family") text += ' ';
  }
  return text;
}

// The `body.content` or, in a document without one, whatever holds the text.
const XmlElement& content_of(const XmlElement& nitf) {
  for (const std::string_view name : {"body.content", "body.contents", "body"})
    if (const XmlElement* content = nitf.descendant(name)) return *content;
  return nitf;
}

const XmlElement* block_of(const XmlElement& element, std::string_view use) {
  for (const XmlElement& child : element.children) {
    if (child.local_name() == "block" && child.attribute("class") == use) return &child;
    if (const XmlElement* found = block_of(child, use)) return found;
  }
  return nullptr;
}

}  // namespace

std::string nitf_headline(const XmlElement& nitf) {
  const XmlElement* headline = nitf.descendant("hl1");
  return headline ? paragraphs_of(*headline) : std::string();
}

std::vector<std::string> nitf_bylines(const XmlElement& nitf) {
  std::vector<std::string> bylines;
  const XmlElement* head = nitf.descendant("body.head");
  if (!head) return bylines;
  const auto all = head->all("byline");
  // The New York Times writes each twice: as printed, and "Doe, Jane".
  const auto is_printed = [](const XmlElement* byline) {
    return byline->attribute("class") != "normalized_byline";
  };
  const bool some_printed = std::ranges::any_of(all, is_printed);
  for (const XmlElement* byline : all) {
    std::string text(trimmed(without_roles(*byline)));
    if (text.ends_with(',')) text.pop_back();  // of a role that followed
    text = trimmed(text);
    if (!text.empty() && (!some_printed || is_printed(byline))) bylines.push_back(std::move(text));
  }
  return bylines;
}

std::string nitf_body(const XmlElement& nitf) {
  const XmlElement& content = content_of(nitf);
  const XmlElement* full = block_of(content, "full_text");
  std::string text = paragraphs_of(full ? *full : content);
  for (const XmlElement* less : {block_of(content, "lead_paragraph"), nitf.descendant("abstract")})
    if (less && text.empty()) text = paragraphs_of(*less);
  return text;
}

Story story_in(const XmlElement& element) {
  if (!element.has_elements()) {
    std::string text = element.text();
    if (!looks_like_html(text)) return {std::move(text), false};
    return {html_to_text(text), true};
  }
  if (const XmlElement* nitf = element.descendant("nitf")) return {nitf_body(*nitf), true};
  if (element.descendant("body.content")) return {nitf_body(element), true};
  const XmlElement* body = element.descendant("body");
  return {html_to_text(body ? body->inner_markup() : element.inner_markup()), true};
}

}  // namespace backfile
