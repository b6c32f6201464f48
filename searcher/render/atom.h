// Answers as Atom feeds (RFC 4287), for feed readers: with --new-since FILE or
// --run NAME what a feed had not told before.
//
//   <feed xmlns="http://www.w3.org/2005/Atom">
//     <id>urn:uuid:...</id>                     always the same for archives, query and filters
//     <title>harbour strike</title>
//     <updated>2024-11-17T21:04:00Z</updated>   of the newest entry
//     <entry>
//       <id>urn:uuid:...</id>                   of the article's id; or that, if it is an address
//       <title>Strike at Quay 4</title>
//       <updated>2024-11-17T21:04:00Z</updated>
//       <author><name>Ann Bo</name></author>    else the source, else "unknown"
//       <category term="business"/>             section and tags
//       <link href="https://gazette.example/17"/>
//       <source><title>Harbour Gazette</title></source>
//       <summary>... the snippet ...</summary>
//     </entry>
//   </feed>
//
// An instant must stand where an article may have none: days begin at midnight, and what is undated
// is of the day of the search, as is a feed without entries, and one of several pages (a thousand
// hits each) when nothing on the first is newer: its head is printed before the rest is read.
//
// Only addresses of the web become links. An entry without a link must have `content`: the snippet
// then stands there. One article is a feed with one entry, with all of its text as XHTML
// paragraphs. Text is escaped once; what XML 1.0 has no characters for is removed.
#pragma once

#include <iosfwd>

#include "common/article.h"
#include "searcher/render/asked.h"
#include "searcher/result.h"

namespace backfile {

void render_atom(const SearchResult& result, const MoreHits& more, const Asked& asked,
                 std::ostream& out);
void render_atom(const Article& article, const Asked& asked, std::ostream& out);

}  // namespace backfile
