// Answers as tables, for spreadsheets and data frames.
//
// csv (RFC 4180): comma, CRLF, what needs it in quotes, quotes doubled. tsv
// (text/tab-separated-values): tab, line feed, nothing in quotes; tabs and line ends in a value
// are blanks. Both are UTF-8 with a header, also when nothing was found:
//
//   rank,score,id,url,title,published,updated,source,section,authors,...,language,snippet
//   1,7.103482,harbour-17,https://...,"Strike at ""Quay 4""",2024-11-17,,Gazette,,Ann Bo; Cy,...
//
// The columns are rank, score and the fields of common/schema but the body; `snippet` unless there
// are none; `group`, `copies` and `sources` when near-copies are grouped. The values of a list are
// joined by "; ", dates are ISO 8601 in UTC, what is absent is empty. One article has its fields,
// the body too.
//
// When no hits are asked for, what was counted is the table: `period,count,share,articles,peak,
// words` of a timeline; `field,value,count` of facets, with `articles` when words are among them.
//
// A spreadsheet runs what begins with `= + - @`, a tab or a line end: a text that does has a `'`
// before it, as OWASP recommends; so has one with a quote in tsv, which spreadsheets take for the
// begin of a quoted cell that may hide such a text. Numbers are ours and stay as they are.
#pragma once

#include <iosfwd>

#include "common/article.h"
#include "searcher/render/asked.h"
#include "searcher/result.h"

namespace backfile {

void render_csv(const SearchResult& result, const MoreHits& more, const Asked& asked,
                std::ostream& out);
void render_csv(const Article& article, std::ostream& out);

void render_tsv(const SearchResult& result, const MoreHits& more, const Asked& asked,
                std::ostream& out);
void render_tsv(const Article& article, std::ostream& out);

}  // namespace backfile
