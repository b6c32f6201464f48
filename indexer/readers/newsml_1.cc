#include "indexer/readers/newsml_1.h"

#include <fmt/format.h>

#include "common/utf8.h"
#include "indexer/readers/nitf_story.h"

namespace backfile {
namespace {

// Empty when there is no such element.
std::string formal_name(const XmlElement* element) {
  return element ? std::string(element->attribute("FormalName")) : std::string();
}

std::string text_of(const XmlElement* element) { return element ? element->text() : std::string(); }

// The first content that is text.
void find_story(const XmlElement& element, const XmlElement*& found) {
  for (const XmlElement& child : element.children) {
    if (found) return;
    if (child.local_name() != "ContentItem") {
      find_story(child, found);
      continue;
    }
    const std::string media = formal_name(child.first("MediaType"));
    const XmlElement* content = child.first("DataContent");
    if (content && (media.empty() || media == "Text") && !child.first("Encoding") &&
        !trimmed(content->text()).empty())
      found = content;
  }
}

}  // namespace

ReadItem newsml_1_article(const XmlItem& item) {
  const XmlElement& news = item.element;
  const auto note = [&](std::string reason, std::string detail) {
    return Rejection{item.origin, std::move(reason), std::move(detail), Rejection::Kind::kNote};
  };
  const std::string status = formal_name(news.first("NewsManagement/Status"));
  if (!status.empty() && status != "Usable")
    return note("not usable", fmt::format("its Status is {}", clean_line(status)));
  const XmlElement* content = nullptr;
  find_story(news, content);
  if (!content) return note("no article", "a NewsItem without text");

  RawArticle raw;
  raw.origin = item.origin;
  Story story = story_in(*content);
  raw.body_lines = story.has_paragraphs ? LineUse::kParagraphs : LineUse::kUnknown;
  raw.add("body", std::move(story.text));
  raw.add("title", text_of(news.descendant("HeadLine")));
  if (raw["title"].empty()) raw.add("title", nitf_headline(*content));
  if (raw["title"].empty()) raw.add("title", text_of(news.descendant("SlugLine")));
  raw.add("id", news.text("Identification/NewsIdentifier/PublicIdentifier"));

  const std::string revised = news.text("NewsManagement/ThisRevisionCreated");
  raw.add("published", news.text("NewsManagement/FirstCreated"));
  if (raw["published"].empty())
    raw.add("published", revised);
  else if (trimmed(revised) != trimmed(raw["published"].front()))
    raw.add("updated", revised);

  raw.add("authors", text_of(news.descendant("ByLine")));
  if (raw["authors"].empty())
    for (std::string& byline : nitf_bylines(*content)) raw.add("authors", std::move(byline));
  const XmlElement* provider = news.descendant("Provider");
  raw.add("source", formal_name(provider ? provider->first("Party") : nullptr));
  raw.add("language", formal_name(news.descendant("Language")));
  raw.add("tags", text_of(news.descendant("KeywordLine")));
  return raw;
}

}  // namespace backfile
