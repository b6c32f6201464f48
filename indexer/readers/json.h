// JSON that is not cut at lines: a list of articles, an object that holds one, a
// single article over several lines, or several of them one behind the other.
//   {"status": "ok", "articles": [
//     {"title": "...", "content": "...", "publishedAt": "2024-11-17T08:00:00Z"}]}
// Objects are those of jsonl.
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_json_reader;

bool looks_like_json(std::string_view head);

}  // namespace backfile
