// News collections of TREC (the Text Retrieval Conferences): the SGML of the LA Times, FT, AP,
// FBIS, WSJ and San Jose Mercury sets, AQUAINT and Gigaword; and the JSON lines of the Washington
// Post.
//   <DOC><DOCNO> LA010189-0001 </DOCNO><DATE><P>January 1, 1989, Sunday, Home Edition</P></DATE>
//   <SECTION><P>Metro; Part B; Page 1; Metro Desk</P></SECTION><HEADLINE><P>...</P></HEADLINE>
//   <BYLINE><P>By JOHN DOE</P></BYLINE><TEXT><P>...</P></TEXT></DOC>
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_trec_reader;

// Of the SGML; the lines of JSON look like any others and are read as such.
bool looks_like_trec(std::string_view head);

}  // namespace backfile
