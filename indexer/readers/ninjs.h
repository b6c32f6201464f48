// ninjs, the JSON of news agencies (IPTC), versions 1 to 3: one object, a list of
// them, or one a line.
//   {"uri": "http://tide.example/1", "headline": "...", "body_text": "...",
//    "versioncreated": "2024-11-17T08:00:00Z", "pubstatus": "usable",
//    "subject": [{"name": "harbours"}]}                                   1.x
//   {"uri": "...", "headlines": [{"role": "main", "value": "..."}],
//    "bodies": [{"contentType": "text/plain", "value": "..."}],
//    "versionCreated": "...", "infoSources": [{"name": "Tide"}]}          2.x, 3.x
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_ninjs_reader;

// Whether an object stands first that has a URI and another key of ninjs.
bool looks_like_ninjs(std::string_view head);

}  // namespace backfile
