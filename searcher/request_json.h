// JSON text -> a request, as --batch and the C interface take it:
//
//   {"query":"flood","limit":5,"filter":{"source":["a","b"]},"facets":["year","words:3"],"id":7}
//
// Members are named as the options are; what is not known is refused, never passed over.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/request.h"

namespace backfile {

inline constexpr std::size_t kMaxRequestBytes = 1'000'000;

struct JsonRequest {
  SearchRequest request;
  std::optional<std::string> show;  // id of an article to give whole, instead of a search
  std::string id;                   // as JSON, to be echoed; empty: none
};

struct JsonRequestError {
  std::string message;
  std::optional<std::size_t> at;  // byte of the text, from 1
  std::string id;                 // as above, where it could be read
};

// `today` is what relative dates count from.
std::variant<JsonRequest, JsonRequestError> parse_json_request(std::string_view text,
                                                               std::chrono::sys_days today);

}  // namespace backfile
