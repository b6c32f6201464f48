#include "indexer/readers/feed.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/markup/html_text.h"
#include "indexer/readers/look.h"
#include "indexer/readers/xml_items.h"

namespace backfile {
namespace {

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// Whether text that should be plain was escaped once more: "Caf&eacute;", "<b>Caf&#233;</b>".
bool is_escaped(std::string_view text) {
  constexpr std::size_t kMaxEntityBytes = 10;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view entity = text.substr(at + 1, kMaxEntityBytes);
    const std::size_t end = entity.find(';');
    if (end == std::string_view::npos || end == 0) continue;
    if (std::ranges::all_of(entity.substr(0, end), [](char c) {
          return is_ascii_alpha(c) || is_ascii_digit(c) || c == '#';
        }))
      return true;
  }
  return looks_like_html(text);
}

struct Text {
  std::string value;
  bool was_html = false;
};

// The text of a title or a body, whatever way its markup was written.
Text text_of(const XmlElement& element) {
  if (element.has_elements()) return {html_to_text(element.inner_markup()), true};
  const std::string_view type = element.attribute("type");
  std::string text = element.text();
  const bool is_typed_html = type.find("html") != std::string_view::npos;
  const bool is_plain = type == "text" || type == "text/plain";
  if (is_typed_html || (!is_plain && is_escaped(text))) return {html_to_text(text), true};
  if (!type.empty() && !is_plain && type.find("xml") == std::string_view::npos)
    return {};  // a file
  return {std::move(text), false};
}

std::string line_of(const XmlElement* element) {
  return element ? text_of(*element).value : std::string();
}

// "jane@gazette.example (Jane Doe)" -> "Jane Doe"
std::string name_of_author(std::string text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (text.find('@') >= open || open == std::string::npos || close == std::string::npos ||
      close < open)
    return text;
  return text.substr(open + 1, close - open - 1);
}

// The first of the elements at the ends of `paths` that has text.
std::string first_text(const XmlElement& item, std::initializer_list<std::string_view> paths) {
  for (const std::string_view path : paths)
    for (const XmlElement* element : item.all(path)) {
      std::string text = element->text();
      if (!trimmed(text).empty()) return std::string(trimmed(text));
    }
  return {};
}

class Item {
 public:
  Item(const XmlItem& item, const XmlElement& feed, const XmlElement& channel)
      : item_(item.element), feed_(feed), channel_(channel) {
    raw_.origin = item.origin;
  }

  RawArticle article() {
    raw_.add("title", line_of(item_.first("title")));
    add_body();
    add_identity();
    add_dates();
    add_authors();
    add_tags();
    raw_.add("source", line_of(item_.first("source/title")));
    if (raw_["source"].empty() && !is_atom()) raw_.add("source", line_of(item_.first("source")));
    if (raw_["source"].empty()) raw_.add("source", line_of(channel_.first("title")));
    add_language();
    return std::move(raw_);
  }

 private:
  bool is_atom() const { return item_.local_name() == "entry"; }

  void add_body() {
    const std::vector<std::string_view> names =
        is_atom() ? std::vector<std::string_view>{"content", "summary"}
                  : std::vector<std::string_view>{"encoded", "body", "description", "summary"};
    for (const std::string_view name : names)
      for (const XmlElement* element : item_.all(name)) {
        if (!raw_["body"].empty()) return;
        Text text = text_of(*element);
        if (text.was_html) raw_.body_lines = LineUse::kParagraphs;
        raw_.add("body", std::move(text.value));
      }
  }

  void add_identity() {
    const std::string guid = first_text(item_, {"guid", "id"});
    raw_.add("id", guid.empty() ? std::string(item_.attribute("about")) : guid);
    // Some services put an address of their own, which counts clicks, before the article's.
    raw_.add("url", first_text(item_, {"origLink"}));
    for (const XmlElement* link : item_.all("link")) {
      const std::string_view relation = link->attribute("rel");
      if (!raw_["url"].empty() || (!relation.empty() && relation != "alternate")) continue;
      const std::string_view target = link->attribute("href");
      raw_.add("url", target.empty() ? std::string(trimmed(link->text())) : std::string(target));
    }
    if (raw_["url"].empty() && is_web_address(guid) &&
        item_.attribute("guid", "isPermaLink") != "false")
      raw_.add("url", guid);
  }

  void add_dates() {
    std::string published =
        first_text(item_, {"pubDate", "published", "issued", "date", "created"});
    const std::string updated = first_text(item_, {"updated", "modified"});
    if (published.empty()) published = updated;
    if (updated != published) raw_.add("updated", updated);
    raw_.add("published", std::move(published));
  }

  void add_authors() {
    for (const std::string_view path : {"creator", "author/name", "author"}) {
      for (const XmlElement* author : item_.all(path))
        if (!author->has_elements()) raw_.add("authors", name_of_author(line_of(author)));
      if (!raw_["authors"].empty()) return;
    }
    for (const XmlElement* author : channel_.all("author/name"))
      raw_.add("authors", line_of(author));
  }

  void add_tags() {
    for (const std::string_view name : {"category", "subject"})
      for (const XmlElement* tag : item_.all(name)) {
        const std::string_view label = tag->attribute("label");
        const std::string_view term = label.empty() ? tag->attribute("term") : label;
        raw_.add("tags", term.empty() ? line_of(tag) : std::string(term));
      }
  }

  void add_language() {
    const XmlElement* const body = item_.first(is_atom() ? "content" : "description");
    for (std::string language :
         {first_text(item_, {"language"}), std::string(item_.attribute("lang")),
          body ? std::string(body->attribute("lang")) : std::string(),
          first_text(channel_, {"language"}), std::string(channel_.attribute("lang")),
          std::string(feed_.attribute("lang"))})
      if (raw_["language"].empty()) raw_.add("language", std::move(language));
  }

  const XmlElement& item_;
  const XmlElement& feed_;
  const XmlElement& channel_;
  RawArticle raw_;
};

class FeedReader : public Reader {
 public:
  FeedReader(Input& input, const ReaderSettings& settings)
      : path_(input.path()), items_(input, settings, {"item", "entry"}) {}

  std::optional<ReadItem> next() override {
    auto item = items_.next();
    if (!item) return end();
    if (items_.count() == 1) feed_ = items_.head();
    if (auto* rejection = std::get_if<Rejection>(&*item)) return std::move(*rejection);
    const XmlElement* channel = feed_.first("channel");
    return Item(std::get<XmlItem>(*item), feed_, channel ? *channel : feed_).article();
  }

 private:
  std::optional<ReadItem> end() {
    if (items_.count() > 0 || told_) return std::nullopt;
    told_ = true;
    const XmlElement head = items_.head();
    const std::string_view root = head.local_name();
    if (root == "rss" || root == "feed" || root == "RDF")
      return Rejection{{path_, {}}, "no article", "a feed without items", Rejection::Kind::kNote};
    return Rejection{{path_, {}}, "no article", "no <item> or <entry> is in it, so it is no feed"};
  }

  std::string path_;
  XmlItems items_;
  XmlElement feed_;  // what stands before the first item
  bool told_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_feed_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<FeedReader>(input, settings);
}

bool looks_like_feed(std::string_view head) {
  const std::string_view root = root_element_name(head);
  return root == "rss" || root == "feed" ||
         (root == "RDF" && head.find("://purl.org/rss/") != std::string_view::npos) ||
         (root == "RDF" && head.find("my.netscape.com/rdf/simple/") != std::string_view::npos);
}

}  // namespace backfile
