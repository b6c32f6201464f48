// An input of SGML as its articles: the elements of one name, one behind another.
//   <DOC> ... </DOC> <DOC> ... </DOC>
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/input/elements.h"
#include "indexer/raw_article.h"

namespace backfile {

struct SgmlArticle {
  Origin origin;     // position "DOC 3, line 120"
  std::string text;  // UTF-8, from its start tag to its end tag
};

class SgmlArticles {
 public:
  // Elements of more than `max_bytes` are rejected, so memory stays bounded. `input` and what
  // `name` points to outlive this.
  SgmlArticles(Input& input, std::string_view name, std::size_t max_bytes)
      : path_(input.path()),
        name_(name),
        max_bytes_(max_bytes),
        elements_(input, {name}, max_bytes) {}

  // The next article, or why there is none where one began; empty at the end. An input without any
  // is rejected. Throws Error when the input breaks off, after the last one that is whole.
  std::optional<std::variant<SgmlArticle, Rejection>> next();

 private:
  std::string path_;
  std::string_view name_;
  std::size_t max_bytes_;
  Elements elements_;
  bool found_any_ = false;
};

}  // namespace backfile
