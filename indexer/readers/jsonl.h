// JSON lines: one article an object, one object a line, as in
//   {"id":"a-1","title":"...","body":"...","published":"2024-11-17","tags":["x","y"]}
// Names that no field has are ignored; null is absent; a list may be one text.
#pragma once

#include <memory>

#include "indexer/readers/input.h"
#include "indexer/readers/reader.h"

namespace backfile {

// A dump's own name for a field (--map).
struct FieldMapping {
  const Field* field;
  std::string name;
};
using FieldMap = std::vector<FieldMapping>;

// `input` and `map` outlive the reader.
std::unique_ptr<Reader> make_jsonl_reader(Input& input, const FieldMap& map);

}  // namespace backfile
