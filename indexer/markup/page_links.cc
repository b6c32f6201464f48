#include "indexer/markup/page_links.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/host.h"

namespace backfile {
namespace {

constexpr auto kSharing = std::to_array<std::string_view>(
    {"addtoany.com", "apple.com", "facebook.com", "google.com", "instagram.com", "linkedin.com",
     "pinterest.com", "reddit.com", "t.me", "tumblr.com", "twitter.com", "vk.com", "whatsapp.com",
     "x.com", "youtube.com"});

std::string_view link_of(const Block& block) {
  return block.link ? trimmed(attribute_of(*block.link, "href")) : std::string_view();
}

}  // namespace

std::string domain_of(std::string_view url) {
  constexpr std::size_t kMaxSuffixBytes = 3;  // "co", "com", "gov"
  std::string host = host_of(url);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0) return host;
  std::size_t before = host.rfind('.', dot - 1);
  if (before != std::string::npos && before > 0 && dot - before - 1 <= kMaxSuffixBytes &&
      host.size() - dot - 1 == 2)
    before = host.rfind('.', before - 1);
  return before == std::string::npos ? host : host.substr(before + 1);
}

bool leads_to_site(const Block& block, std::string_view url) {
  const std::string own = domain_of(url);
  if (own.empty()) return true;
  const std::string domain = domain_of(link_of(block));
  return domain.empty() || domain == own;
}

bool leads_to_source(const Block& block, std::string_view url) {
  if (leads_to_site(block, url)) return false;
  const std::string domain = domain_of(link_of(block));
  return std::ranges::find(kSharing, domain) == kSharing.end();
}

}  // namespace backfile
