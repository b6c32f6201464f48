#include "indexer/markup/html_tree.h"

#include "common/utf8.h"
#include "indexer/markup/html_names.h"

namespace backfile {
namespace {

// What the beginning and the end of an element mean to the text around it.
void flow_edge(std::string_view name, HtmlFlow& flow) {
  if (name == "td" || name == "th")
    flow.add_space();
  else if (name == "tr")
    flow.end_line();
  else if (is_block(name))
    flow.break_paragraph();
}

}  // namespace

const xmlAttr* find_attribute(const xmlNode& element, std::string_view name) {
  const xmlAttr* attribute = element.properties;
  while (attribute && view_of(attribute->name) != name) attribute = attribute->next;
  return attribute;
}

std::string_view attribute_of(const xmlNode& element, std::string_view name) {
  const xmlAttr* attribute = find_attribute(element, name);
  return attribute && attribute->children ? content_of(*attribute->children) : std::string_view();
}

void flow_text(const xmlNode& top, const NodeTest& is_wanted, HtmlFlow& flow) {
  int preformatted = 0;
  const auto enter = [&](const xmlNode& node) {
    if (is_text(node))
      preformatted > 0 ? flow.add_preformatted(content_of(node)) : flow.add(content_of(node));
    if (!is_element(node)) return false;
    const std::string_view name = name_of(node);
    flow_edge(name, flow);
    if (name == "br") flow.break_line();
    if (name == "br" || is_unread(name) || !is_wanted(node)) return false;
    preformatted += name == "pre" ? 1 : 0;
    return true;
  };
  const auto leave = [&](const xmlNode& element) {
    const std::string_view name = name_of(element);
    flow_edge(name, flow);
    preformatted -= name == "pre" ? 1 : 0;
  };
  walk_tree(top, enter, leave);
}

std::string line_of(const xmlNode& top, std::size_t max_bytes) {
  HtmlFlow flow;
  const auto enter = [&](const xmlNode& node) {
    if (flow.text().size() >= max_bytes) return false;
    if (is_text(node)) flow.add(content_of(node).substr(0, max_bytes));
    if (!is_element(node)) return false;
    const std::string_view name = name_of(node);
    if (name == "br" || name == "td" || is_block(name)) flow.add_space();
    return !is_unread(name);
  };
  walk_tree(top, enter, [&](const xmlNode& element) {
    if (is_block(name_of(element))) flow.add_space();
  });
  std::string line = flow.take();
  if (line.size() > max_bytes) line.resize(boundary_before(line, max_bytes));
  return line;
}

}  // namespace backfile
