// Ways through libxml2's tree, for this folder only. None of them recurses.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <libxml/tree.h>

#include "indexer/markup/html_flow.h"

namespace backfile {

inline bool is_element(const xmlNode& node) { return node.type == XML_ELEMENT_NODE; }
inline bool is_text(const xmlNode& node) {
  return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

inline std::string_view view_of(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}
// Of an element, in lower case.
inline std::string_view name_of(const xmlNode& element) { return view_of(element.name); }
// Of a text.
inline std::string_view content_of(const xmlNode& text) { return view_of(text.content); }

// nullptr when it is not there.
const xmlAttr* find_attribute(const xmlNode& element, std::string_view name);
// Empty when it is not there.
std::string_view attribute_of(const xmlNode& element, std::string_view name);

// Visits what is within `top`, front to back. `enter` says whether to go inside of a node; `leave`
// comes behind all that is inside of those it went into.
template <class Enter, class Leave>
void walk_tree(const xmlNode& top, Enter enter, Leave leave) {
  const xmlNode* node = top.children;
  while (node) {
    const bool is_inside = enter(*node);
    if (is_inside && node->children) {
      node = node->children;
      continue;
    }
    if (is_inside) leave(*node);
    while (!node->next && node->parent != &top) {
      node = node->parent;
      leave(*node);
    }
    node = node->next;
  }
}

using NodeTest = std::function<bool(const xmlNode& element)>;

// Adds the text within `top`, save for elements that are never read and those that are not wanted.
void flow_text(const xmlNode& top, const NodeTest& is_wanted, HtmlFlow& flow);

// The text within `top` on one line, `max_bytes` of it at most.
std::string line_of(const xmlNode& top, std::size_t max_bytes);

}  // namespace backfile
