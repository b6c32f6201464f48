// The interface of every format. A reader goes through one input from front to
// back; damage costs the article that it hits, never the rest.
//
// What a reader is given: bytes in UTF-8 or another encoding that holds ASCII
// (gz, zip, tar and UTF-16 are taken off before: indexer/input/unpack.h).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/input.h"
#include "indexer/raw_article.h"

namespace backfile {

// An article beyond this many bytes is rejected: it is a dump in the wrong format, or an attack.
inline constexpr std::size_t kMaxArticleBytes = std::size_t{16} << 20;

// A dump's own name for a field (--map): FIELD=NAME.
struct FieldMapping {
  const Field* field;
  std::string name;
};
using FieldMap = std::vector<FieldMapping>;

struct ReaderSettings {
  FieldMap map;
  std::size_t max_article_bytes = kMaxArticleBytes;  // of a line, record, page or element
};

class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  // The next article, page or rejection; empty at the end. Throws Error when the input breaks off
  // (Input::require_whole). The caller rejects what was cut and, when Input::resume() finds more
  // behind the damage, calls next() again.
  virtual std::optional<ReadItem> next() = 0;
};

// How formats make theirs. `input` and `settings` outlive the reader.
using MakeReader = std::unique_ptr<Reader>(Input& input, const ReaderSettings& settings);

}  // namespace backfile
