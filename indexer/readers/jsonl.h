// JSON lines: one article an object, one object a line, as in
//   {"id":"a-1","title":"...","body":"...","published":"2024-11-17","tags":["x","y"]}
// Names that no field has are ignored; null is absent; a list may be one text.
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_jsonl_reader;

// Whether an object stands first.
bool looks_like_jsonl(std::string_view head);

}  // namespace backfile
