// JSON lines: one article an object, one object a line, as in
//   {"id":"a-1","title":"...","body":"...","published":"2024-11-17","tags":["x","y"]}
// Fields go by the names that dumps have for them (field_names.h); other keys are ignored.
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_jsonl_reader;

// Whether a whole object stands in the first line, which holds no list of articles.
bool looks_like_jsonl(std::string_view head);

}  // namespace backfile
