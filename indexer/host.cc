#include "indexer/host.h"

#include "common/utf8.h"

namespace backfile {

std::string host_of(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  else if (url.starts_with("//"))
    url.remove_prefix(2);
  else
    return {};
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  if (url.starts_with('[')) return {};
  url = url.substr(0, url.find(':'));
  std::string host;
  for (const char c : url) host += ascii_lower(c);
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace backfile
