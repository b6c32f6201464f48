// Reuters-21578: the news of Reuters of 1987 that text retrieval was tried on, in SGML.
//   <!DOCTYPE lewis SYSTEM "lewis.dtd">
//   <REUTERS TOPICS="YES" NEWID="1">
//   <DATE>26-FEB-1987
//   15:01:01.79</DATE><TOPICS><D>cocoa</D></TOPICS><PLACES><D>uruguay</D></PLACES>
//   <TEXT>&#2;<TITLE>...</TITLE><DATELINE> MARALTA, Feb 26 - </DATELINE><BODY>...
//    Reuter
//   &#3;</BODY></TEXT></REUTERS>
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_reuters_reader;

bool looks_like_reuters(std::string_view head);

}  // namespace backfile
