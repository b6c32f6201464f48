// Two articles that belong together, whatever segments they are in.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

// Stands for an article: a hash of its id.
using ArticleKey = std::uint64_t;
ArticleKey article_key(std::string_view id);
// Of a document's value of kOldestSlot.
ArticleKey key_of_value(std::string_view oldest_first);

struct CopyPair {
  ArticleKey one;
  ArticleKey other;
};

}  // namespace backfile
