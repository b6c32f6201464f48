// NewsML-G2: one newsItem, or a newsMessage with many, as in
//   <newsItem guid="urn:newsml:agency.example:2024:1"><itemMeta>...<versionCreated>...
//   <contentMeta><headline>...</headline>...</contentMeta>
//   <contentSet><inlineXML contenttype="application/xhtml+xml"><html>...</html></inlineXML>
//   </contentSet></newsItem>
// NewsML 1, by the same agencies before, is read too (newsml_1.h).
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_newsml_reader;

bool looks_like_newsml(std::string_view head);

}  // namespace backfile
