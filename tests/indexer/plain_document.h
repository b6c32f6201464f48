// Article -> Xapian document: which terms, values and data an article has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/schema.h"
#include "tests/common/text_terms.h"

namespace backfile {

// One thread at a time.
class DocumentBuilder {
 public:
  // `stored` is to_stored(article), `digest` its content_digest().
  Xapian::Document build(const Article& article, std::string_view stored, std::string_view digest);

 private:
  void add_text(const Article& article, Xapian::Document& document);
  static void add_breaks(std::string_view text, std::string_view language, std::uint32_t position,
                         Xapian::Document& document);
  void add_names(const Article& article, const Field& field, Xapian::Document& document);

  Analyzer analyzer_;
  std::vector<Term> terms_;
};

}  // namespace backfile
