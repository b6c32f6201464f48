// Feeds: RSS 0.9 to 2.0 and Atom 0.3 and 1.0, an article an item, as in
//   <rss version="2.0"><channel><title>The Norwall Gazette</title>
//   <item><title>...</title><link>https://gazette.example/1</link><pubDate>...</pubDate>
//   <content:encoded><![CDATA[<p>...</p>]]></content:encoded></item></channel></rss>
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_feed_reader;

bool looks_like_feed(std::string_view head);

}  // namespace backfile
