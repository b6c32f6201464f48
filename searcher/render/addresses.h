// Addresses and names of articles as other programs take them.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `url` as a link may have it: an IRI (RFC 3987) in which what may not stand there is
// percent-encoded, as in "https://a.example/b c{d}" -> "https://a.example/b%20c%7Bd%7D"; letters of
// any script stay. Empty when it is no address of the web, that is http or https and a host.
std::string web_address(std::string_view url);

// "urn:uuid:..." of `name`, always the same (version 5 of RFC 9562).
std::string uuid_urn(std::string_view name);

}  // namespace backfile
