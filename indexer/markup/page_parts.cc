#include "indexer/markup/page_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/utf8.h"
#include "indexer/markup/html_names.h"
#include "indexer/markup/html_tree.h"

namespace backfile {
namespace {

struct Named {
  std::string_view name;
  Part part;
};

constexpr auto kElements = std::to_array<Named>({{"aside", Part::kAside},
                                                 {"button", Part::kSharing},
                                                 {"dialog", Part::kAside},
                                                 {"figcaption", Part::kCaption},
                                                 {"figure", Part::kCaption},
                                                 {"footer", Part::kNavigation},
                                                 {"form", Part::kSharing},
                                                 {"menu", Part::kNavigation},
                                                 {"nav", Part::kNavigation}});

constexpr auto kRoles = std::to_array<Named>({{"alert", Part::kAdvertisement},
                                              {"banner", Part::kNavigation},
                                              {"complementary", Part::kAside},
                                              {"contentinfo", Part::kNavigation},
                                              {"dialog", Part::kAside},
                                              {"menu", Part::kNavigation},
                                              {"menubar", Part::kNavigation},
                                              {"navigation", Part::kNavigation},
                                              {"search", Part::kNavigation},
                                              {"toolbar", Part::kNavigation}});

// Whole words.
constexpr auto kWords = std::to_array<Named>({
    {"ad", Part::kAdvertisement},
    {"ads", Part::kAdvertisement},
    {"adsense", Part::kAdvertisement},
    {"adslot", Part::kAdvertisement},
    {"bio", Part::kAuthor},
    {"byline", Part::kAuthor},
    {"caption", Part::kCaption},
    {"comment", Part::kComments},
    {"commenters", Part::kComments},
    {"commentlist", Part::kComments},
    {"comments", Part::kComments},
    {"consent", Part::kAdvertisement},
    {"cookie", Part::kAdvertisement},
    {"cookies", Part::kAdvertisement},
    {"copyright", Part::kNavigation},
    {"credit", Part::kCaption},
    {"disqus", Part::kComments},
    {"flyout", Part::kNavigation},
    {"footer", Part::kNavigation},
    {"gallery", Part::kCaption},
    {"gdpr", Part::kAdvertisement},
    {"masthead", Part::kNavigation},
    {"menu", Part::kNavigation},
    {"metadata", Part::kAuthor},
    {"modal", Part::kAside},
    {"mostread", Part::kRelated},
    {"nav", Part::kNavigation},
    {"navbar", Part::kNavigation},
    {"overlay", Part::kAside},
    {"pager", Part::kNavigation},
    {"pagination", Part::kNavigation},
    {"popular", Part::kRelated},
    {"popup", Part::kAside},
    {"promo", Part::kAdvertisement},
    {"promos", Part::kAdvertisement},
    {"promotion", Part::kAdvertisement},
    {"recirc", Part::kRelated},
    {"replies", Part::kComments},
    {"respond", Part::kComments},
    {"readtime", Part::kAuthor},
    {"share", Part::kSharing},
    {"shares", Part::kSharing},
    {"sharing", Part::kSharing},
    {"signup", Part::kAdvertisement},
    {"social", Part::kSharing},
    {"subscribe", Part::kAdvertisement},
    {"tags", Part::kSharing},
    {"teaser", Part::kRelated},
    {"teasers", Part::kRelated},
    {"toolbar", Part::kNavigation},
    {"trending", Part::kRelated},
    {"upsell", Part::kAdvertisement},
    {"widget", Part::kBox},
    // In other languages, as far as the word means nothing else: a Kommentar is an article.
    {"comentarios", Part::kComments},
    {"commentaires", Part::kComments},
    {"commenti", Part::kComments},
    {"kommentare", Part::kComments},
    {"kommentarer", Part::kComments},
    {"reacties", Part::kComments},
    {"compartilhar", Part::kSharing},
    {"compartir", Part::kSharing},
    {"condividi", Part::kSharing},
    {"partager", Part::kSharing},
    {"pubblicita", Part::kAdvertisement},
    {"publicidad", Part::kAdvertisement},
    {"publicidade", Part::kAdvertisement},
    {"publicite", Part::kAdvertisement},
    {"werbung", Part::kAdvertisement},
    {"similaires", Part::kRelated},
    {"correlati", Part::kRelated},
});

// Words that begin so.
constexpr auto kStems = std::to_array<Named>({
    {"advert", Part::kAdvertisement},
    {"breadcrumb", Part::kNavigation},
    {"navigation", Part::kNavigation},
    {"newsletter", Part::kAdvertisement},
    {"outbrain", Part::kRelated},
    {"recommend", Part::kRelated},
    {"related", Part::kRelated},
    {"relacionad", Part::kRelated},
    {"sharedaddy", Part::kSharing},
    {"sharethis", Part::kSharing},
    {"sidebar", Part::kAside},
    {"sponsor", Part::kAdvertisement},
    {"subscription", Part::kAdvertisement},
    {"slideshow", Part::kCaption},
    {"taboola", Part::kRelated},
});

// What else a box about the author is called.
constexpr auto kAuthorBoxes = std::to_array<std::string_view>(
    {"about", "bio", "box", "card", "desc", "description", "info", "profile"});

// "entry-content" and the like.
constexpr auto kArticleKinds =
    std::to_array<std::string_view>({"article", "entry", "news", "post", "story"});
constexpr auto kTextNames = std::to_array<std::string_view>({"body", "content", "text"});

// Before a telling word these say how a page is; behind one, the next do.
constexpr auto kStatesBefore = std::to_array<std::string_view>(
    {"enable", "has", "have", "hide", "is", "no", "non", "not", "show", "with", "without"});
constexpr auto kStatesBehind =
    std::to_array<std::string_view>({"active", "closed", "disabled", "enabled", "free", "hidden",
                                     "loaded", "off", "on", "open", "ready", "visible"});

// A class that begins so names what an article is about, as WordPress has them.
constexpr auto kSubjects =
    std::to_array<std::string_view>({"cat", "category", "tag", "term", "topic"});

// Those in which a name is a matter of style or function, not of what the text is.
constexpr auto kWithinSentences = std::to_array<std::string_view>(
    {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "strong", "sub", "sup", "u"});

bool contains(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

Part part_in(const auto& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Named::name);
  return found == table.end() ? Part::kNone : found->part;
}

Part part_of_word(std::string_view word) {
  if (word.size() < 2) return Part::kNone;
  if (const Part part = part_in(kWords, word); part != Part::kNone) return part;
  const auto is_stem = [&](const Named& stem) { return word.starts_with(stem.name); };
  const auto found = std::ranges::find_if(kStems, is_stem);
  return found == kStems.end() ? Part::kNone : found->part;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The words of one class or id, in lower case, one after the other.
class Words {
 public:
  explicit Words(std::string_view name) : rest_(name) {}

  // Empty at the end.
  const std::string& next() {
    word_.clear();
    while (!rest_.empty() && !is_ascii_alpha(rest_.front())) rest_.remove_prefix(1);
    bool after_lower = false;
    while (!rest_.empty() && is_ascii_alpha(rest_.front())) {
      const bool upper = is_upper(rest_.front());
      if (after_lower && upper) break;
      after_lower = !upper;
      word_ += ascii_lower(rest_.front());
      rest_.remove_prefix(1);
    }
    return word_;
  }

 private:
  std::string_view rest_;
  std::string word_;
};

Part part_of_class(std::string_view name) {
  Words words(name);
  Part part = Part::kNone;
  bool is_state = false;
  bool is_author = false;
  bool is_first = true;
  for (const std::string* word = &words.next(); !word->empty(); word = &words.next()) {
    if (part != Part::kNone) {
      if (!contains(kStatesBehind, *word)) return part;
      part = Part::kNone;
    } else if (is_first && contains(kSubjects, *word)) {
      return Part::kNone;
    } else if (is_author && contains(kAuthorBoxes, *word)) {
      return Part::kAuthor;
    } else if (!is_state) {
      part = part_of_word(*word);
    }
    is_state = contains(kStatesBefore, *word);
    is_author = is_author || *word == "author";
    is_first = false;
  }
  return part;
}

// Tables and quotations stand in figures, too.
bool holds_text(const xmlNode& figure) {
  bool holds = false;
  walk_tree(
      figure,
      [&](const xmlNode& node) {
        if (!is_element(node)) return false;
        const std::string_view name = name_of(node);
        holds = holds || name == "table" || name == "blockquote" || name == "pre" || name == "ul";
        return !holds;
      },
      [](const xmlNode&) {});
  return holds;
}

}  // namespace

Part part_named(std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
    if (const Part part = part_of_class(names.substr(0, end)); part != Part::kNone) return part;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return Part::kNone;
}

bool names_article_text(std::string_view names) {
  Words words(names);
  bool after_kind = false;
  for (const std::string* word = &words.next(); !word->empty(); word = &words.next()) {
    if (after_kind && contains(kTextNames, *word)) return true;
    after_kind = contains(kArticleKinds, *word);
    if (*word == "articlebody" || *word == "storybody" || *word == "articletext") return true;
  }
  return false;
}

Part part_of(const xmlNode& element) {
  const std::string_view name = name_of(element);
  if (contains(kWithinSentences, name)) return Part::kNone;
  Part part = part_in(kElements, name);
  if (name == "figure" && holds_text(element)) part = Part::kNone;
  if (!element.properties) return part;
  if (find_attribute(element, "hidden")) return Part::kHidden;
  if (part == Part::kNone) part = part_in(kRoles, attribute_of(element, "role"));
  // What a box is called says more than that it is one.
  if (part != Part::kNone && part != Part::kAside) return part;
  for (const char* attribute : {"class", "id", "data-component", "data-testid"})
    if (const Part named = part_named(attribute_of(element, attribute)); named != Part::kNone)
      return named;
  return part;
}

bool is_surely_beside(Part part) {
  return part == Part::kComments || part == Part::kAside || part == Part::kRelated ||
         part == Part::kNavigation;
}

std::string_view rule_of(Part part) {
  switch (part) {
    case Part::kNone:
      return {};
    case Part::kHidden:
      return "page-hidden";
    case Part::kNavigation:
      return "page-navigation";
    case Part::kRelated:
      return "page-related";
    case Part::kComments:
      return "page-comments";
    case Part::kAside:
    case Part::kBox:
      return "page-aside";
    case Part::kAdvertisement:
      return "page-advertisement";
    case Part::kSharing:
      return "page-sharing";
    case Part::kCaption:
      return "page-caption";
    case Part::kAuthor:
      return "page-author";
  }
  return {};
}

}  // namespace backfile
