// The Washington Post's articles in the TREC collection, one JSON object each:
//   {"id": "b2e8", "article_url": "https://...", "title": "...", "author": "...",
//    "published_date": 1325376562000, "contents": [
//      null, {"type": "kicker", "content": "Sport"},
//      {"type": "sanitized_html", "subtype": "paragraph", "content": "<b>...</b>"},
//      {"type": "image", "fullcaption": "..."}]}
#pragma once

#include <simdjson.h>

#include "indexer/raw_article.h"

namespace backfile {

// Told by its keys: a list of contents, and where the article stood.
bool is_washington_post(simdjson::dom::object object);
// Captions and what is no text are left out.
RawArticle washington_post_article(simdjson::dom::object object, Origin origin);

}  // namespace backfile
