// The interface of every format. A reader goes through one input from front to
// back; damage costs the article that it hits, never the rest.
#pragma once

#include <cstddef>
#include <optional>

#include "indexer/raw_article.h"

namespace backfile {

// An article beyond this many bytes is rejected: it is a dump in the wrong format, or an attack.
inline constexpr std::size_t kMaxArticleBytes = std::size_t{16} << 20;

class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  // The next article or rejection; empty at the end. Throws Error when the input breaks off (an
  // I/O error); the caller rejects the input and goes on with the next.
  virtual std::optional<ReadItem> next() = 0;
};

}  // namespace backfile
