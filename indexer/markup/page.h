// A web page -> an article: what it says of itself (JSON-LD, OpenGraph, meta,
// headline, time, language) and its text.
#pragma once

#include "indexer/raw_article.h"

namespace backfile {

struct PageOptions {
  bool keeps_text = false;  // all that the page shows goes into RawArticle::page_text
};

// Pure; may be called on any thread.
ParsedItem parse_page(const RawPage& page, const PageOptions& options = {});

}  // namespace backfile
