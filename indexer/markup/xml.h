// A piece of XML -> a small tree of values. Pieces are cut out of larger
// documents and written by many programs, so much that XML forbids is put right
// first (xml_repair.h); nothing is ever fetched, and no entity that a document
// declares is expanded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

// Beyond these, XML is no article but an attack.
inline constexpr std::size_t kMaxXmlDepth = 200;
inline constexpr std::size_t kMaxXmlNodes = 300'000;  // elements, attributes and texts

struct XmlElement {
  std::string name;     // as written, with its prefix: "dc:creator"; empty: this is text
  std::string content;  // of text
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;  // elements and texts, in order

  bool is_text() const { return name.empty(); }
  std::string_view local_name() const;
  std::string_view prefix() const;

  // Names below are local ones: which prefix stands before one is a document's own choice. Of
  // children with that name, those with the parent's own prefix are taken, if there are any:
  // "title" of <item> is its <title> rather than its <media:title>.

  // All elements at the end of a path: "creator", "contentMeta/headline".
  std::vector<const XmlElement*> all(std::string_view path) const;
  // The first of them; nullptr when there is none.
  const XmlElement* first(std::string_view path) const;
  // The first of that name at any depth, in the order of the text; nullptr when there is none.
  const XmlElement* descendant(std::string_view name) const;

  // The value of an attribute; empty when absent. "lang" is also xml:lang.
  std::string_view attribute(std::string_view name) const;
  // Of the first element at the end of `path`; empty when absent.
  std::string_view attribute(std::string_view path, std::string_view name) const;

  // All text inside, as written; with `path`, of the first element at its end.
  std::string text() const;
  std::string text(std::string_view path) const;

  // What stands between start and end tag, written as HTML without prefixes, for html_to_text().
  std::string inner_markup() const;
  bool has_elements() const;
};

struct XmlTree {
  XmlElement root;    // where there is an error: as much as stood before it
  std::string error;  // empty: well-formed; else why not: "line 7: ..."
};

// Parses one element and what stands around it, in any encoding that holds ASCII. `declared` is the
// encoding by the document's first line, `first_line` the number of the first line in it. Linear in
// time, within the limits above; may be called on any thread.
XmlTree parse_xml(std::string_view bytes, std::string_view declared = {},
                  std::uint64_t first_line = 1);

// "ISO-8859-1", by <?xml version="1.0" encoding="ISO-8859-1"?> at the front; empty when there is
// none. An encoding that the document cannot be in, as this was read byte by byte, is none.
std::string_view declared_encoding(std::string_view head);

}  // namespace backfile
