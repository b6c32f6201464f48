// An input of SGML as its articles: the elements of one name, one behind another.
//   <DOC> ... </DOC> <DOC> ... </DOC>
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/elements.h"
#include "indexer/raw_article.h"
#include "indexer/readers/reader.h"

namespace backfile {

struct SgmlArticle {
  Origin origin;     // position "DOC 3, line 120"
  std::string text;  // UTF-8, from its start tag to its end tag
};

class SgmlArticles : public Reader {
 public:
  using MakeArticle = RawArticle(const SgmlArticle& article);

  // Elements of more than `max_bytes` are rejected, so memory stays bounded. `input` and what
  // `name` points to outlive this.
  SgmlArticles(Input& input, std::string_view name, std::size_t max_bytes, MakeArticle* make)
      : path_(input.path()),
        name_(name),
        max_bytes_(max_bytes),
        make_(make),
        elements_(input, {name}, max_bytes) {}

  // An input without any article is rejected.
  std::optional<ReadItem> next() override;

 private:
  std::string path_;
  std::string_view name_;
  std::size_t max_bytes_;
  MakeArticle* make_;
  Elements elements_;
  bool found_any_ = false;
};

}  // namespace backfile
