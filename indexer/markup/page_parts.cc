#include "indexer/markup/page_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/utf8.h"
#include "indexer/markup/html_tree.h"

namespace backfile {
namespace {

constexpr auto kElements = std::to_array<std::string_view>(
    {"aside", "button", "dialog", "figure", "footer", "form", "menu", "nav"});

constexpr auto kRoles =
    std::to_array<std::string_view>({"alert", "banner", "complementary", "contentinfo", "dialog",
                                     "menu", "menubar", "navigation", "search", "toolbar"});

// Words in names of classes and ids.
constexpr auto kWords = std::to_array<std::string_view>({"ad",
                                                         "ads",
                                                         "adslot",
                                                         "advert",
                                                         "advertisement",
                                                         "advertising",
                                                         "adsense",
                                                         "bio",
                                                         "breadcrumb",
                                                         "breadcrumbs",
                                                         "byline",
                                                         "caption",
                                                         "comment",
                                                         "comments",
                                                         "consent",
                                                         "cookie",
                                                         "cookies",
                                                         "copyright",
                                                         "credit",
                                                         "disqus",
                                                         "flyout",
                                                         "footer",
                                                         "gdpr",
                                                         "masthead",
                                                         "menu",
                                                         "metadata",
                                                         "modal",
                                                         "mostread",
                                                         "nav",
                                                         "navbar",
                                                         "navigation",
                                                         "newsletter",
                                                         "newsletters",
                                                         "outbrain",
                                                         "overlay",
                                                         "pager",
                                                         "pagination",
                                                         "popup",
                                                         "popular",
                                                         "promo",
                                                         "promos",
                                                         "promotion",
                                                         "recirc",
                                                         "recommendation",
                                                         "recommendations",
                                                         "recommended",
                                                         "related",
                                                         "replies",
                                                         "respond",
                                                         "share",
                                                         "shares",
                                                         "sharing",
                                                         "sharedaddy",
                                                         "sidebar",
                                                         "signup",
                                                         "social",
                                                         "sponsor",
                                                         "sponsored",
                                                         "subscribe",
                                                         "subscription",
                                                         "taboola",
                                                         "tags",
                                                         "teaser",
                                                         "teasers",
                                                         "toolbar",
                                                         "trending",
                                                         "upsell",
                                                         "widget"});

bool contains(const auto& sorted_or_not, std::string_view word) {
  return std::ranges::find(sorted_or_not, word) != sorted_or_not.end();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool names_part_beside(std::string_view names) {
  std::string word;
  bool after_lower = false;
  const auto is_telling = [&] { return !word.empty() && contains(kWords, word); };
  for (const char c : names) {
    const bool is_letter = is_ascii_alpha(c);
    if (!is_letter || (after_lower && is_upper(c))) {
      if (is_telling()) return true;
      word.clear();
    }
    if (is_letter) word += ascii_lower(c);
    after_lower = is_letter && !is_upper(c);
  }
  return is_telling();
}

bool is_beside_article(const xmlNode& element) {
  if (contains(kElements, name_of(element))) return true;
  if (!element.properties) return false;
  if (find_attribute(element, "hidden")) return true;
  if (contains(kRoles, attribute_of(element, "role"))) return true;
  for (const char* attribute : {"class", "id", "data-component", "data-testid"})
    if (names_part_beside(attribute_of(element, attribute))) return true;
  return false;
}

}  // namespace backfile
