#include "searcher/render/addresses.h"

#include <algorithm>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>

#include "common/utf8.h"

namespace backfile {
namespace {

bool is_hex_digit(char c) {
  return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

// Where scheme and host end: there, brackets are those of an IPv6 address.
std::size_t host_end(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return 0;
  return std::min(url.find_first_of("/?#", slashes + 3), url.size());
}

bool is_web_address(std::string_view url) {
  std::string scheme(url.substr(0, std::min(url.find("://"), url.size())));
  std::ranges::transform(scheme, scheme.begin(), ascii_lower);
  return (scheme == "http" || scheme == "https") && host_end(url) > scheme.size() + 3;
}

}  // namespace

std::string web_address(std::string_view url) {
  constexpr std::string_view kNever = " \"<>\\^`{|}";
  if (!is_web_address(url)) return {};
  const std::size_t path = host_end(url);
  const std::size_t fragment = url.find('#');
  std::string address;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_control = is_ascii(c) && (c < ' ' || c == '\x7F');
    const bool is_escape =
        c == '%' && i + 2 < url.size() && is_hex_digit(url[i + 1]) && is_hex_digit(url[i + 2]);
    const bool is_out_of_place = (i >= path && (c == '[' || c == ']')) ||
                                 (c == '#' && i != fragment) || (c == '%' && !is_escape);
    if (is_control || is_out_of_place || kNever.find(c) != std::string_view::npos)
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      address += c;
  }
  return address;
}

std::string uuid_urn(std::string_view name) {
  // Names of ours, apart from all other programs': the UUID of "https://backfile.example" as a URL.
  static const boost::uuids::uuid names =
      boost::uuids::name_generator_sha1(boost::uuids::ns::url())("https://backfile.example");
  const boost::uuids::name_generator_sha1 generate(names);
  return "urn:uuid:" + boost::uuids::to_string(generate(name.data(), name.size()));
}

}  // namespace backfile
