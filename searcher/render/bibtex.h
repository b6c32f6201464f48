// Articles as BibTeX, for BibTeX, biber, Zotero and JabRef: an @article each, in
// UTF-8.
//
//   @article{harbour-17,
//     author = {Ann Bo and {Docks, Quays {\&} Co}},
//     title = {Strike at Quay 4},
//     journal = {Harbour Gazette},
//     year = {2024},
//     month = nov,
//     day = {17},
//     url = {https://gazette.example/17},
//     language = {en},
//     keywords = {docks, unions},
//     note = {business},
//     abstract = {... the snippet ...}
//   }
//
// `note` is the section, `keywords` are tags, places and people. The key is the id; where that has
// other characters than ASCII letters, digits and `-_.:/`, or is long, it is what is left of it
// with a hash of the id behind: the same article has the same key always.
//
// What TeX takes for its own is escaped, braces as commands, because BibTeX counts them even behind
// a backslash. A name that BibTeX would part, at a comma or an "and", stands in braces. Addresses
// of the web are verbatim, with braces and backslashes percent-encoded; others are left out.
#pragma once

#include <iosfwd>

#include "common/article.h"
#include "searcher/result.h"

namespace backfile {

void render_bibtex(const SearchResult& result, const MoreHits& more, std::ostream& out);
// Without its text, of which BibTeX has no place.
void render_bibtex(const Article& article, std::ostream& out);

}  // namespace backfile
