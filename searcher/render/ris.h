// Articles as RIS, for Zotero, EndNote, Mendeley and the like (the format of
// Research Information Systems, in its names of 2011): a newspaper article a
// record, a tag a line, CRLF, UTF-8.
//
//   TY  - NEWS
//   ID  - harbour-17
//   TI  - Strike at Quay 4
//   AU  - Ann Bo
//   T2  - Harbour Gazette
//   SE  - business
//   DA  - 2024/11/17/
//   PY  - 2024
//   LA  - en
//   KW  - docks
//   UR  - https://gazette.example/17
//   AB  - ... the snippet ...
//   ER  -
//
// Every author and keyword (tags, places and people) has a line. Names stay as they are: which part
// is the family's nobody knows. RIS has no escapes and needs none: a value is one line.
// Only addresses of the web are told.
#pragma once

#include <iosfwd>

#include "common/article.h"
#include "searcher/result.h"

namespace backfile {

void render_ris(const SearchResult& result, const MoreHits& more, std::ostream& out);
// Without its text, of which RIS has no place.
void render_ris(const Article& article, std::ostream& out);

}  // namespace backfile
