// An input as a row of parsed XML elements: what readers of XML formats have in
// common. Whatever is wrong with an element becomes a rejection of it alone.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/input/elements.h"
#include "indexer/markup/xml.h"
#include "indexer/readers/reader.h"

namespace backfile {

struct XmlItem {
  Origin origin;
  XmlElement element;
};

class XmlItems {
 public:
  // Elements of these names, whatever their prefixes (input/elements.h). `input` and `settings`
  // outlive this.
  XmlItems(Input& input, const ReaderSettings& settings, std::vector<std::string_view> names)
      : path_(input.path()),
        max_bytes_(settings.max_article_bytes),
        elements_(input, std::move(names), max_bytes_) {}

  // Empty at the end. Throws Error where the input breaks off.
  std::optional<std::variant<XmlItem, Rejection>> next();

  // What stands before the first element, as far as it can be parsed: <rss><channel><title>...
  XmlElement head() const;
  // Elements found so far.
  std::uint64_t count() const { return count_; }

 private:
  std::string path_;
  std::size_t max_bytes_;
  Elements elements_;
  std::uint64_t count_ = 0;
};

// The name of the document's first element, without a prefix; empty when `head`, the begin of an
// input, is no XML.
std::string_view root_element_name(std::string_view head);

}  // namespace backfile
