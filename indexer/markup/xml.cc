#include "indexer/markup/xml.h"

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/markup/xml_repair.h"

namespace backfile {
namespace {

// Elements of HTML that have no end tag.
constexpr std::array<std::string_view, 14> kVoidElements = {
    "area",  "base", "br",   "col",   "embed",  "hr",    "img",
    "input", "link", "meta", "param", "source", "track", "wbr"};

std::string_view without_prefix(std::string_view name) {
  return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

std::string_view view_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

// Makes the tree of what the parser finds.
class TreeBuilder {
 public:
  TreeBuilder(XmlTree& tree, xmlParserCtxt* parser) : tree_(tree), parser_(parser) {}

  void start(const xmlChar* name, const xmlChar** attributes) {
    if (open_.size() == kMaxXmlDepth)
      return stop(fmt::format("elements are nested more than {} deep", kMaxXmlDepth));
    if (++nodes_ > kMaxXmlNodes) return too_many();
    XmlElement* element = &tree_.root;
    if (!open_.empty()) element = &open_.back()->children.emplace_back();
    element->name = view_of(name);
    for (; attributes && attributes[0]; attributes += 2) {
      ++nodes_;
      element->attributes.emplace_back(view_of(attributes[0]),
                                       attributes[1] ? view_of(attributes[1]) : "");
    }
    open_.push_back(element);
  }

  void end() {
    if (!open_.empty()) open_.pop_back();
  }

  void text(std::string_view text) {
    if (open_.empty()) return;
    auto& nodes = open_.back()->children;
    if (nodes.empty() || !nodes.back().is_text()) {
      if (++nodes_ > kMaxXmlNodes) return too_many();
      nodes.emplace_back();
    }
    nodes.back().content += text;
  }

  void fail() {
    const xmlError& error = parser_->lastError;
    if (error.level != XML_ERR_FATAL) return;
    std::string words = clean_line(error.message ? error.message : "unknown fault");
    // This version of the interface does not know where the element began.
    constexpr std::string_view kNoLine = " line 0";
    if (const auto at = words.find(kNoLine); at != std::string::npos)
      words.erase(at, kNoLine.size());
    stop(words);
  }

 private:
  void too_many() { stop(fmt::format("more than {} elements and texts", kMaxXmlNodes)); }

  void stop(const std::string& why) {
    if (!tree_.error.empty()) return;
    const int line = parser_->input ? parser_->input->line : 0;
    tree_.error = fmt::format("line {}: {}", line, why);
    xmlStopParser(parser_);
  }

  XmlTree& tree_;
  xmlParserCtxt* parser_;
  std::vector<XmlElement*> open_;  // each the last child of the one before, so it stays in place
  std::size_t nodes_ = 0;
};

TreeBuilder& builder_of(void* context) { return *static_cast<TreeBuilder*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder_of(context).start(name, attributes);
}
void on_end(void* context, const xmlChar*) { builder_of(context).end(); }
void on_text(void* context, const xmlChar* text, int bytes) {
  builder_of(context).text({reinterpret_cast<const char*>(text), std::size_t(bytes)});
}
void on_error(void* context, const char*, ...) { builder_of(context).fail(); }

// Names, text and errors, nothing else: no DTD, no entities, no files. The first version of the
// interface gives names with their prefixes, which need not be declared.
xmlSAXHandler make_handler() {
  xmlSAXHandler handler{};
  handler.initialized = 1;
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.error = on_error;
  return handler;
}

void parse_into(XmlTree& tree, std::string_view text, std::uint64_t first_line) {
  static const bool is_ready = (xmlInitParser(), true);
  const bool fits = is_ready && !text.empty() && text.size() <= INT_MAX;
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      fits ? xmlCreateMemoryParserCtxt(text.data(), int(text.size())) : nullptr, xmlFreeParserCtxt);
  if (!parser) {
    tree.error =
        fmt::format("line {}: {}", first_line, text.empty() ? "nothing is there" : "too large");
    return;
  }
  // XML_PARSE_HUGE takes away limits on the size of a text; that on the depth is the builder's.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  TreeBuilder builder(tree, parser.get());
  *parser->sax = make_handler();
  parser->userData = &builder;
  parser->input->line = int(std::min<std::uint64_t>(first_line, INT_MAX / 2));
  xmlParseDocument(parser.get());
  // Where libxml2 keeps the entities of a document of which no tree is built; it forgets to free it
  // when the document ends in an error.
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = nullptr;
}

void append_text(const XmlElement& element, std::string& text) {
  text += element.content;
  for (const XmlElement& child : element.children) append_text(child, text);
}

void append_escaped(std::string_view text, std::string& markup) {
  for (const char c : text) {
    if (c == '&')
      markup += "&amp;";
    else if (c == '<')
      markup += "&lt;";
    else if (c == '"')
      markup += "&quot;";
    else
      markup += c;
  }
}

void append_markup(const XmlElement& element, std::string& markup) {
  if (element.is_text()) return append_escaped(element.content, markup);
  const std::string_view name = element.local_name();
  markup.append("<").append(name);
  for (const auto& [attribute, value] : element.attributes) {
    if (attribute.starts_with("xmlns")) continue;
    markup.append(" ").append(without_prefix(attribute)).append("=\"");
    append_escaped(value, markup);
    markup += '"';
  }
  markup += '>';
  if (std::ranges::find(kVoidElements, name) != kVoidElements.end()) return;
  for (const XmlElement& child : element.children) append_markup(child, markup);
  markup.append("</").append(name).append(">");
}

}  // namespace

std::string_view XmlElement::local_name() const { return without_prefix(name); }

std::string_view XmlElement::prefix() const {
  return std::string_view(name).substr(0, name.size() - local_name().size());
}

std::vector<const XmlElement*> XmlElement::all(std::string_view path) const {
  const std::size_t slash = path.find('/');
  const std::string_view wanted = path.substr(0, slash);
  std::vector<const XmlElement*> found;
  bool found_own = false;
  for (const XmlElement& child : children) {
    if (child.is_text() || child.local_name() != wanted) continue;
    const bool is_own = child.prefix() == prefix();
    if (is_own && !found_own) found.clear();
    found_own = found_own || is_own;
    if (is_own || !found_own) found.push_back(&child);
  }
  if (slash == std::string_view::npos) return found;
  std::vector<const XmlElement*> deeper;
  for (const XmlElement* element : found)
    for (const XmlElement* end : element->all(path.substr(slash + 1))) deeper.push_back(end);
  return deeper;
}

const XmlElement* XmlElement::first(std::string_view path) const {
  const auto found = all(path);
  return found.empty() ? nullptr : found.front();
}

const XmlElement* XmlElement::descendant(std::string_view wanted) const {
  for (const XmlElement& child : children) {
    if (child.is_text()) continue;
    if (child.local_name() == wanted) return &child;
    if (const XmlElement* found = child.descendant(wanted)) return found;
  }
  return nullptr;
}

std::string_view XmlElement::attribute(std::string_view wanted) const {
  const std::string* found = nullptr;
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
    if (!found && without_prefix(key) == wanted && !key.starts_with("xmlns:")) found = &value;
  }
  return found ? std::string_view(*found) : std::string_view();
}

std::string_view XmlElement::attribute(std::string_view path, std::string_view wanted) const {
  const XmlElement* element = first(path);
  return element ? element->attribute(wanted) : std::string_view();
}

std::string XmlElement::text() const {
  std::string text;
  append_text(*this, text);
  return text;
}

std::string XmlElement::text(std::string_view path) const {
  const XmlElement* element = first(path);
  return element ? element->text() : std::string();
}

std::string XmlElement::inner_markup() const {
  std::string markup;
  for (const XmlElement& child : children) append_markup(child, markup);
  return markup;
}

bool XmlElement::has_elements() const {
  return !std::ranges::all_of(children, &XmlElement::is_text);
}

XmlTree parse_xml(std::string_view bytes, std::string_view declared, std::uint64_t first_line) {
  XmlTree tree;
  const RepairedXml xml = repaired_xml(decode(bytes, declared).text);
  if (xml.has_too_many_attributes)
    tree.error =
        fmt::format("line {}: a tag has more than {} attributes", first_line, kMaxXmlAttributes);
  else
    parse_into(tree, trimmed(xml.text), first_line);
  return tree;
}

std::string_view declared_encoding(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  head = trimmed(head);
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find('>'));
  const std::size_t name = head.find("encoding");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = head.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  const std::string_view value = head.substr(quote + 1);
  const std::string_view encoding = value.substr(0, value.find(head[quote]));
  std::string lower;
  for (const char c : encoding) lower += ascii_lower(c);
  constexpr std::array<std::string_view, 5> kWide = {"utf-16", "utf16", "utf-32", "ucs-",
                                                     "iso-10646"};
  const bool is_wide =
      std::ranges::any_of(kWide, [&](std::string_view wide) { return lower.starts_with(wide); });
  return is_wide ? std::string_view() : encoding;
}

}  // namespace backfile
