// An HTTP response as a crawl kept it: header and body, the body freed of its
// transfer and content encodings.
//   HTTP/1.1 200 OK
//   Content-Type: text/html; charset=utf-8
//   Content-Encoding: gzip
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace backfile {

// The value of a header of that name (letters' case aside) in lines `Name: value`, folded lines
// joined to none; empty when there is none.
std::string_view header_value(std::string_view headers, std::string_view name);

// "text/html" and "utf-8" of `text/html; charset="UTF-8"`, in lower case.
std::string media_type(std::string_view content_type);
std::string charset_of(std::string_view content_type);

struct HttpHead {
  int status = 0;            // 0: not HTTP
  std::string_view headers;  // views into what was parsed
  std::string_view body;     // as transferred
};

// Empty status for what is no HTTP response.
HttpHead parse_http_head(std::string_view response);

// The body without chunks and compression (gzip, deflate, br), of `max_bytes` at most; else why
// not: "too large", "unknown encoding: zstd", "damaged: ...". A body that is not encoded as its
// header says is taken as it is: some crawlers decode it and leave the header.
struct BodyError {
  std::string reason;
  std::string detail;
};
std::variant<std::string, BodyError> decoded_body(const HttpHead& head, std::size_t max_bytes);

}  // namespace backfile
