#include "indexer/readers/xml_items.h"

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/readers/look.h"

namespace backfile {

std::optional<std::variant<XmlItem, Rejection>> XmlItems::next() {
  const auto element = elements_.next();
  if (!element) return std::nullopt;
  ++count_;
  Origin origin{path_, element->position()};
  if (element->fault == Element::Fault::kTooLarge)
    return too_large(std::move(origin), fmt::format("<{}>", element->name), max_bytes_);
  if (element->fault == Element::Fault::kNotClosed)
    return Rejection{std::move(origin), "invalid XML",
                     fmt::format("<{}> is not closed before the next one begins or the input ends",
                                 element->name)};
  XmlTree tree = parse_xml(element->bytes, declared_encoding(elements_.head()), element->line);
  if (!tree.error.empty())
    return Rejection{std::move(origin), "invalid XML", std::move(tree.error)};
  return XmlItem{std::move(origin), std::move(tree.root)};
}

XmlElement XmlItems::head() const {
  const std::string& head = elements_.head();
  return parse_xml(head, declared_encoding(head)).root;
}

std::string_view root_element_name(std::string_view head) {
  // Past the declaration, comments and DOCTYPE, of which the internal subset ends with "]>".
  for (head = without_leading_space(head); head.starts_with("<!") || head.starts_with("<?");
       head = without_leading_space(head)) {
    std::string_view end = ">";
    if (head.starts_with("<!--"))
      end = "-->";
    else if (head.starts_with("<!") && head.find('[') < head.find('>'))
      end = "]>";
    const std::size_t found = head.find(end);
    if (found == std::string_view::npos) return {};
    head.remove_prefix(found + end.size());
  }
  if (!head.starts_with('<')) return {};
  std::string_view name = head.substr(1, head.find_first_of(" \t\r\n/>", 1) - 1);
  return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

}  // namespace backfile
