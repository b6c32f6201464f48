#include "indexer/raw_article.h"

#include "common/utf8.h"

namespace backfile {

void RawArticle::add(std::string_view field_name, std::string value) {
  if (!trimmed(value).empty()) (*this)[field_name].push_back(std::move(value));
}

std::string_view text_as_it_came(const RawArticle& raw) {
  if (!raw.page_text.empty()) return raw.page_text;
  const auto& bodies = raw[*field_by_name("body")];
  return bodies.empty() ? std::string_view() : bodies.front();
}

}  // namespace backfile
