#include "indexer/readers/nitf.h"

#include <algorithm>

#include "common/utf8.h"
#include "indexer/readers/nitf_story.h"
#include "indexer/readers/xml_items.h"

namespace backfile {
namespace {

// The texts inside, white space at their ends aside: "<city>Norwall</city><state>NW</state>".
std::string joined(const XmlElement& element, std::string_view separator) {
  if (element.is_text()) return std::string(trimmed(element.content));
  std::string text;
  for (const XmlElement& child : element.children) {
    const std::string part = joined(child, separator);
    if (!part.empty()) text.append(text.empty() ? "" : separator).append(part);
  }
  return text;
}

class Document {
 public:
  explicit Document(const XmlItem& item)
      : nitf_(item.element),
        docdata_(first_or_none("docdata")),
        pubdata_(first_or_none("pubdata")) {
    raw_.origin = item.origin;
  }

  RawArticle article() {
    add("title", {nitf_headline(nitf_), nitf_.text("head/title")});
    raw_.add("body", nitf_body(nitf_));
    raw_.body_lines = LineUse::kParagraphs;
    for (std::string& byline : nitf_bylines(nitf_)) raw_.add("authors", std::move(byline));
    add_identity();
    add_dates();
    add_section();
    add_indexing();
    return std::move(raw_);
  }

 private:
  const XmlElement& first_or_none(std::string_view name) const {
    const XmlElement* head = nitf_.first("head");
    const XmlElement* found = head ? head->descendant(name) : nitf_.descendant(name);
    return found ? *found : none_;
  }

  // The first value that is not blank.
  void add(std::string_view field, std::initializer_list<std::string> values) {
    for (const std::string& value : values)
      if (raw_[field].empty()) raw_.add(field, value);
  }

  void add_identity() {
    add("id", {std::string(docdata_.attribute("doc-id", "id-string")),
               std::string(docdata_.attribute("du-key", "key"))});
    const std::string_view reference = pubdata_.attribute("ex-ref");
    if (reference.starts_with("http")) raw_.add("url", std::string(reference));
    const XmlElement* distributor = nitf_.descendant("distributor");
    add("source", {std::string(pubdata_.attribute("name")),
                   std::string(docdata_.attribute("doc.copyright", "holder")),
                   distributor ? joined(*distributor, " ") : std::string()});
    const XmlElement* body = nitf_.first("body");
    add("language", {std::string(nitf_.attribute("lang")),
                     body ? std::string(body->attribute("lang")) : std::string()});
  }

  void add_dates() {
    const XmlElement* story = nitf_.descendant("story.date");
    add("published", {std::string(pubdata_.attribute("date.publication")),
                      std::string(docdata_.attribute("date.issue", "norm")),
                      std::string(docdata_.attribute("date.release", "norm")),
                      story ? std::string(story->attribute("norm")) : std::string()});
    // Midnight is how dumps write that they only know the day: "20000101T000000".
    constexpr std::string_view kMidnight = "T000000";
    for (std::string& date : raw_["published"])
      if (date.ends_with(kMidnight)) date.resize(date.size() - kMidnight.size());
  }

  // "Sports; Opinion": the first is the section, others are tags.
  void add_section() {
    std::string sections;
    for (const XmlElement* meta : nitf_.all("head/meta"))
      if (meta->attribute("name") == "online_sections") sections = meta->attribute("content");
    std::string_view rest = sections;
    while (!rest.empty()) {
      const std::string_view section = trimmed(rest.substr(0, rest.find(';')));
      raw_.add(raw_["section"].empty() ? "section" : "tags", std::string(section));
      rest.remove_prefix(std::min(rest.find(';'), rest.size() - 1) + 1);
    }
    add("section", {std::string(pubdata_.attribute("position.section"))});
  }

  void add_indexing() {
    for (const XmlElement* group : docdata_.all("identified-content")) add_identified(*group);
    for (const XmlElement* group : docdata_.all("identified-content/block")) add_identified(*group);
    for (const XmlElement* key : docdata_.all("key-list/keyword"))
      raw_.add("tags", std::string(key->attribute("key")));
    for (const XmlElement* subject : nitf_.all("head/tobject/tobject.subject")) {
      for (const std::string_view name :
           {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"})
        raw_.add("tags", std::string(subject->attribute(name)));
    }
    for (const XmlElement* place : nitf_.all("body/body.head/dateline/location"))
      raw_.add("places", joined(*place, ", "));
  }

  void add_identified(const XmlElement& group) {
    for (const XmlElement& child : group.children) {
      const std::string_view name = child.local_name();
      if (name == "person")
        raw_.add("people", joined(child, " "));
      else if (name == "location")
        raw_.add("places", joined(child, ", "));
      else if (name == "org" || name == "event")
        raw_.add("tags", joined(child, " "));
      else if (name == "classifier")
        add_classifier(child);
    }
  }

  void add_classifier(const XmlElement& classifier) {
    const std::string_view type = classifier.attribute("type");
    std::string tag = joined(classifier, " ");
    if (tag.empty() && type.find("code") == std::string_view::npos)
      tag = classifier.attribute("value");
    // "Top/News/Sports" says where in a tree.
    if (type == "taxonomic_classifier") tag.erase(0, tag.rfind('/') + 1);  // npos + 1 is 0
    raw_.add("tags", std::move(tag));
  }

  const XmlElement none_{};
  const XmlElement& nitf_;
  const XmlElement& docdata_;
  const XmlElement& pubdata_;
  RawArticle raw_;
};

class NitfReader : public Reader {
 public:
  NitfReader(Input& input, const ReaderSettings& settings)
      : path_(input.path()), items_(input, settings, {"nitf"}) {}

  std::optional<ReadItem> next() override {
    auto item = items_.next();
    if (!item) {
      if (items_.count() > 0 || told_) return std::nullopt;
      told_ = true;
      return Rejection{{path_, {}}, "no article", "no <nitf> is in it, so it is no NITF"};
    }
    if (auto* rejection = std::get_if<Rejection>(&*item)) return std::move(*rejection);
    return Document(std::get<XmlItem>(*item)).article();
  }

 private:
  std::string path_;
  XmlItems items_;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_nitf_reader(Input& input, const ReaderSettings& settings) {
  return std::make_unique<NitfReader>(input, settings);
}

bool looks_like_nitf(std::string_view head) { return root_element_name(head) == "nitf"; }

}  // namespace backfile
