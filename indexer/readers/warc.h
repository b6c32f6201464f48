// WARC, what crawlers write: records of HTTP responses, as in
//   WARC/1.1
//   WARC-Type: response
//   WARC-Target-URI: https://paper.example/a
//   Content-Length: 7120
//
//   HTTP/1.1 200 OK
//   ...
// The HTML pages among them are articles. Redirects, errors, pictures, scripts and records that are
// no responses are passed over silently. Plain text made of pages (WET) is read too. The date of a
// record is that of the crawl and never one of publication.
#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

MakeReader make_warc_reader;

bool looks_like_warc(std::string_view head);

}  // namespace backfile
