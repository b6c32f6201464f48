// NITF, the News Industry Text Format, 3.x: plain, and as the New York Times
// Annotated Corpus has it,
//   <nitf><head><title>...</title><meta name="online_sections" content="Sports"/>
//   <docdata><doc-id id-string="1165027"/>...</docdata>
//   <pubdata date.publication="20000101T000000" ex-ref="https://..." name="The Norwall Gazette"/>
//   </head><body>...<block class="full_text"><p>...</p></block>...</body></nitf>
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_nitf_reader;

bool looks_like_nitf(std::string_view head);

}  // namespace backfile
