#include "indexer/markup/page_url.h"

#include <algorithm>
#include <memory>

#include <libxml/uri.h>

#include "common/utf8.h"
#include "indexer/host.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxUrlBytes = 4000;

struct Free {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

bool is_web(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

std::string resolved(std::string_view url, std::string_view base) {
  if (is_web(url)) return std::string(url);
  if (!is_web(base)) return url.starts_with("//") ? "https:" + std::string(url) : std::string();
  const std::string relative(url);
  const std::string absolute(base);
  const std::unique_ptr<xmlChar, Free> whole(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(relative.c_str()),
                  reinterpret_cast<const xmlChar*>(absolute.c_str())));
  return whole ? std::string(reinterpret_cast<const char*>(whole.get())) : std::string();
}

std::string_view behind_scheme(std::string_view url) {
  const std::size_t scheme = url.find("://");
  return scheme == std::string_view::npos ? std::string_view() : url.substr(scheme + 3);
}

}  // namespace

std::string article_url(std::string_view url, std::string_view base) {
  url = trimmed(url);
  if (url.empty() || url.size() > kMaxUrlBytes || base.size() > kMaxUrlBytes) return {};
  std::string whole = resolved(url, base);
  if (!is_web(whole)) return {};
  const std::string_view rest = behind_scheme(whole);
  const std::size_t path = rest.find_first_of("/?#");
  if (path == 0 || path == std::string_view::npos || path + 1 == rest.size()) return {};
  return whole;
}

std::string site_label(std::string_view url) {
  const std::string whole = host_of(url);
  std::string_view host = whole;
  std::string_view label;
  while (!host.empty()) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    // "co" of "paper.co.example" is no name.
    if (dot > label.size() && dot < host.size()) label = host.substr(0, dot);
    host.remove_prefix(std::min(dot + 1, host.size()));
  }
  return std::string(label);
}

}  // namespace backfile
