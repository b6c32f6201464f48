#include "indexer/cleaner/identity.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace backfile {

std::string make_id(const Article& article) {
  if (!article.url.empty()) return article.url;
  const std::string date = article.published ? to_iso(*article.published) : std::string();
  const std::string text =
      fmt::format("{}\n{}\n{}\n{}", article.source, article.title, date, article.body);
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string content_digest(std::string_view stored) {
  XXH64_canonical_t bytes;
  XXH64_canonicalFromHash(&bytes, XXH3_64bits(stored.data(), stored.size()));
  return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

}  // namespace backfile
