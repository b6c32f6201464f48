#include "indexer/readers/newsml.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/readers/newsml_1.h"
#include "indexer/readers/nitf_story.h"
#include "indexer/readers/xml_items.h"

namespace backfile {
namespace {

// Types of a subject that is a place: "cpnat:geoArea", "cptype:city".
constexpr std::array<std::string_view, 12> kPlaces = {
    "geoArea", "place",    "poi",      "city",   "country",     "region",
    "state",   "statprov", "province", "county", "worldRegion", "worldregion"};

// "usable" of "stat:usable" and of "http://cv.iptc.org/newscodes/pubstatusg2/usable".
std::string_view code_of(const XmlElement& element) {
  for (const std::string_view name : {"qcode", "uri", "literal"}) {
    const std::string_view code = element.attribute(name);
    if (!code.empty()) return code.substr(code.find_last_of(":/") + 1);  // npos + 1 is 0
  }
  return {};
}

// The code of the first element at the end of `path`; empty when there is none.
std::string_view code_of(const XmlElement& element, std::string_view path) {
  const XmlElement* found = element.first(path);
  return found ? code_of(*found) : std::string_view();
}

// The name of a person, a party, a place; else the text that stands for it.
std::string name_of(const XmlElement& element) {
  std::string name = element.text("name");
  return trimmed(name).empty() ? std::string(element.attribute("literal")) : name;
}

class NewsItem {
 public:
  explicit NewsItem(const XmlItem& item) : item_(item.element) { raw_.origin = item.origin; }

  ReadItem article() {
    const std::string_view status = code_of(item_, "itemMeta/pubStatus");
    if (!status.empty() && status != "usable")
      return note("not usable", fmt::format("its pubStatus is {}", clean_line(status)));
    add_content();
    add_title();
    const std::string_view item_class = code_of(item_, "itemMeta/itemClass");
    const bool is_alert = (item_class.empty() || item_class == "text") &&
                          !item_.first("contentSet") && !raw_["title"].empty();
    if (raw_["body"].empty() && !is_alert)
      return note("no article",
                  fmt::format("a {} without text{}{}", item_.local_name(),
                              item_class.empty() ? "" : " of class ", clean_line(item_class)));
    add_identity();
    add_dates();
    add_people();
    add_subjects();
    return std::move(raw_);
  }

 private:
  ReadItem note(std::string reason, std::string detail) const {
    return Rejection{raw_.origin, std::move(reason), std::move(detail), Rejection::Kind::kNote};
  }

  // The first value that is not blank.
  void add(std::string_view field, std::initializer_list<std::string> values) {
    for (const std::string& value : values)
      if (raw_[field].empty()) raw_.add(field, value);
  }

  void add_content() {
    for (const XmlElement* content : item_.all("contentSet/inlineXML")) take(*content);
    for (const XmlElement* content : item_.all("contentSet/inlineData"))
      if (content->attribute("encoding").empty()) take(*content);  // else no text, or base64
  }

  void take(const XmlElement& content) {
    if (!raw_["body"].empty()) return;
    Story story = story_in(content);
    raw_.body_lines = story.has_paragraphs ? LineUse::kParagraphs : LineUse::kUnknown;
    raw_.add("body", std::move(story.text));
    content_ = &content;
  }

  void add_title() {
    add("title",
        {item_.text("contentMeta/headline"), item_.text("itemMeta/title"),
         content_ ? nitf_headline(*content_) : std::string(), item_.text("contentMeta/slugline")});
  }

  void add_identity() {
    const std::string guid(item_.attribute("guid"));
    if (guid.starts_with("http://") || guid.starts_with("https://")) raw_.add("url", guid);
    raw_.add("id", guid);
    add("language", {std::string(item_.attribute("contentMeta/language", "tag")),
                     std::string(item_.attribute("lang"))});
    for (const std::string_view path :
         {"contentMeta/infoSource", "itemMeta/provider", "rightsInfo/copyrightHolder"})
      for (const XmlElement* party : item_.all(path)) add("source", {name_of(*party)});
    add("source", {std::string(code_of(item_, "itemMeta/provider"))});
  }

  void add_dates() {
    const std::string version = item_.text("itemMeta/versionCreated");
    add("published",
        {item_.text("itemMeta/firstCreated"), item_.text("contentMeta/contentCreated"), version});
    if (!raw_["published"].empty() && trimmed(version) != trimmed(raw_["published"].front()))
      raw_.add("updated", version);
  }

  void add_people() {
    for (const XmlElement* creator : item_.all("contentMeta/creator"))
      if (!creator->attribute("type").ends_with("organisation"))
        raw_.add("authors", name_of(*creator));
    if (raw_["authors"].empty())
      for (const XmlElement* byline : item_.all("contentMeta/by"))
        raw_.add("authors", byline->text());
    if (raw_["authors"].empty() && content_)
      for (std::string& byline : nitf_bylines(*content_)) raw_.add("authors", std::move(byline));
  }

  void add_subjects() {
    for (const XmlElement* subject : item_.all("contentMeta/subject")) {
      std::string_view type = subject->attribute("type");
      if (type.empty()) type = subject->attribute("typeuri");
      type.remove_prefix(type.find_last_of(":/") + 1);  // npos + 1 is 0
      const bool is_place = std::ranges::find(kPlaces, type) != kPlaces.end();
      raw_.add(type == "person" ? "people" : is_place ? "places" : "tags", name_of(*subject));
    }
    for (const XmlElement* keyword : item_.all("contentMeta/keyword"))
      raw_.add("tags", keyword->text());
    for (const XmlElement* place : item_.all("contentMeta/located"))
      raw_.add("places", name_of(*place));
  }

  const XmlElement& item_;
  const XmlElement* content_ = nullptr;  // that gave the body
  RawArticle raw_;
};

class NewsmlReader : public Reader {
 public:
  NewsmlReader(Input& input, const ReaderSettings& settings)
      : path_(input.path()),
        items_(input, settings,
               {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem",
                "catalogItem", "NewsItem"}) {}

  std::optional<ReadItem> next() override {
    auto item = items_.next();
    if (!item) {
      if (items_.count() > 0 || told_) return std::nullopt;
      told_ = true;
      return Rejection{{path_, {}}, "no article", "no <newsItem> is in it, so it is no NewsML"};
    }
    if (auto* rejection = std::get_if<Rejection>(&*item)) return std::move(*rejection);
    const auto& parsed = std::get<XmlItem>(*item);
    const std::string_view name = parsed.element.local_name();
    if (name == "newsItem") return NewsItem(parsed).article();
    if (name == "NewsItem") return newsml_1_article(parsed);
    return Rejection{parsed.origin, "no article", fmt::format("a {}", name),
                     Rejection::Kind::kNote};
  }

 private:
  std::string path_;
  XmlItems items_;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_newsml_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<NewsmlReader>(input, settings);
}

bool looks_like_newsml(std::string_view head) {
  constexpr std::array<std::string_view, 5> kRoots = {"newsMessage", "newsItem", "packageItem",
                                                      "conceptItem", "NewsML"};
  return std::ranges::find(kRoots, root_element_name(head)) != kRoots.end();
}

}  // namespace backfile
