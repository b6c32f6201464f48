#include "indexer/duplicates/copy_pair.h"

#include <xxhash.h>

#include "common/sort_key.h"

namespace backfile {

ArticleKey article_key(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

ArticleKey key_of_value(std::string_view oldest_first) {
  return article_key(id_of_key(oldest_first));
}

}  // namespace backfile
