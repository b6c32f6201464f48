// Which parts of a page are not its article, by the names that its authors gave them: elements,
// roles, and the words in classes and ids. That such words tell is what Readability and trafilatura
// were the first to show.
#pragma once

#include <cstdint>
#include <string_view>

// libxml2's own names.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
struct _xmlNode;
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace backfile {

enum class Part : std::uint8_t {
  kNone,           // nothing speaks against its being the article
  kHidden,         // not shown
  kNavigation,     // menus, pagers, breadcrumbs, page headers and footers
  kRelated,        // other articles
  kComments,       // readers' words
  kAside,          // side columns and boxes
  kBox,            // of some kind, which tells only when it has no running text
  kAdvertisement,  // and what sites say of themselves
  kSharing,        // buttons, tags, forms
  kCaption,        // what is said of pictures, and their makers
  kAuthor,         // bylines, and who the author is
};

// By its name, attributes and, for figures, what is in it.
Part part_of(const _xmlNode& element);

// By the words that `names` ("related-articles adSlot") is made of. Words that say how a page is
// ("no-sidebar", "comments-open") or what it is about ("tag-newsletter") tell nothing.
Part part_named(std::string_view names);

// Whether names are of what holds the text of an article: "entry-content", "articleBody".
bool names_article_text(std::string_view names);

// Whether a part of that kind is beside the article however much of the page's text it has.
bool is_surely_beside(Part part);

// "page-related"; what --dry-run calls the rule by which such a part is left out.
std::string_view rule_of(Part part);

}  // namespace backfile
