#include "indexer/raw_article.h"

#include "common/utf8.h"

namespace backfile {

void RawArticle::add(std::string_view field_name, std::string value) {
  if (!trimmed(value).empty()) (*this)[field_name].push_back(std::move(value));
}

}  // namespace backfile
