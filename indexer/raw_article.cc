#include "indexer/raw_article.h"

#include "common/utf8.h"

namespace backfile {

void RawArticle::add(std::string_view field_name, std::string value) {
  if (!trimmed(value).empty()) (*this)[field_name].push_back(std::move(value));
}

std::size_t bytes_of(const ReadItem& item) {
  std::size_t bytes = sizeof item;
  if (const auto* page = std::get_if<RawPage>(&item)) return bytes + page->html.size();
  const auto* raw = std::get_if<RawArticle>(&item);
  if (!raw) return bytes;
  bytes += raw->page_text.size();
  for (const auto& values : raw->values)
    for (const std::string& value : values) bytes += value.size();
  for (const RemovedLine& line : raw->removed) bytes += line.text.size();
  return bytes;
}

std::string_view text_as_it_came(const RawArticle& raw) {
  if (!raw.page_text.empty()) return raw.page_text;
  const auto& bodies = raw[*field_by_name("body")];
  return bodies.empty() ? std::string_view() : bodies.front();
}

}  // namespace backfile
