#include "indexer/markup/json_ld.h"

#include <algorithm>
#include <array>
#include <map>

#include <simdjson.h>

#include "common/utf8.h"
#include "indexer/markup/entities.h"
#include "indexer/markup/html_text.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

constexpr int kMaxDepth = 24;            // of objects within objects that are looked into
constexpr std::size_t kMaxNodes = 2000;  // objects on a page that are remembered
constexpr std::size_t kMaxBlocks = 100;
constexpr std::size_t kMaxValues = 200;      // of one field
constexpr std::size_t kMaxNameBytes = 1000;  // longer ones are none

// Where articles are found inside of other things.
constexpr auto kHolders =
    std::to_array<std::string_view>({"@graph", "mainEntity", "mainEntityOfPage", "hasPart"});

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//");
}

// Plain text of a value: entities, and tags, are found in many.
std::string plain(std::string_view text) {
  return looks_like_html(text) ? html_to_text(text) : decode_entities(text);
}

std::string_view text_at(dom::object object, std::string_view key) {
  std::string_view text;
  if (object[key].get(text)) return {};
  return text;
}

// "NewsArticle" of "http://schema.org/NewsArticle".
std::string_view without_schema(std::string_view type) {
  const std::size_t end = type.find_last_of("/:#");
  return end == std::string_view::npos ? type : type.substr(end + 1);
}

template <class Visit>
void for_each_value(dom::element value, Visit visit) {
  dom::array list;
  if (value.get(list)) return visit(value);
  for (const dom::element item : list) visit(item);
}

template <class Visit>
void for_each_at(dom::object object, std::string_view key, Visit visit) {
  dom::element value;
  if (!object[key].get(value)) for_each_value(value, visit);
}

template <class IsWanted>
bool has_type(dom::object object, IsWanted is_wanted) {
  bool has = false;
  for_each_at(object, "@type", [&](dom::element type) {
    std::string_view name;
    has = has || (!type.get(name) && is_wanted(without_schema(name)));
  });
  return has;
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}
// Of any type that has what makes an article: a MedicalWebPage, say.
bool is_article(dom::object object) {
  return has_type(object, is_article_type) ||
         (!text_at(object, "headline").empty() && !text_at(object, "datePublished").empty());
}
// What stands for one where there is none: a page of a fact check.
bool is_review_type(std::string_view type) { return type == "ClaimReview"; }
bool is_person_type(std::string_view type) { return type == "Person"; }
bool is_place_type(std::string_view type) {
  return type == "Place" || type == "City" || type == "State" || type == "Country" ||
         type == "AdministrativeArea";
}

class Graph {
 public:
  void add(dom::element value, int depth = 0) {
    if (depth > kMaxDepth) return;
    for_each_value(value, [&](dom::element item) {
      dom::object object;
      if (item.is_array()) return add(item, depth + 1);
      if (item.get(object) || nodes_++ >= kMaxNodes) return;
      const std::string_view id = text_at(object, "@id");
      const std::string_view name = text_at(object, "name");
      if (!id.empty() && !name.empty()) names_.emplace(id, name);
      if (is_article(object)) articles_.push_back(object);
      if (has_type(object, is_review_type)) reviews_.push_back(object);
      for (const std::string_view key : kHolders) {
        dom::element held;
        if (!object[key].get(held)) add(held, depth + 1);
      }
    });
  }

  std::optional<RawArticle> article(const std::vector<std::string>& urls) const {
    if (articles_.empty() && reviews_.empty()) return std::nullopt;
    if (articles_.empty()) return article_of(reviews_.front());
    const auto own = std::ranges::find_if(
        articles_, [&](dom::object object) { return is_at_one_of(object, urls); });
    return article_of(own == articles_.end() ? articles_.front() : *own);
  }

 private:
  static bool is_at_one_of(dom::object object, const std::vector<std::string>& urls) {
    bool is_there = false;
    const auto compare = [&](std::string_view url) {
      is_there = is_there || (!url.empty() && std::ranges::find(urls, url) != urls.end());
    };
    compare(text_at(object, "url"));
    compare(text_at(object, "mainEntityOfPage"));
    dom::object page;
    if (!object["mainEntityOfPage"].get(page)) compare(text_at(page, "@id"));
    return is_there;
  }

  RawArticle article_of(dom::object object) const {
    RawArticle raw;
    raw.add("url", std::string(text_at(object, "url")));
    raw.add("title", plain(text_at(object, "headline")));
    if (raw["title"].empty()) raw.add("title", plain(text_at(object, "name")));
    raw.add("body", plain(text_at(object, "articleBody")));
    raw.add("published", std::string(text_at(object, "datePublished")));
    raw.add("updated", std::string(text_at(object, "dateModified")));
    add_names(object, "publisher", raw, "source");
    add_names(object, "articleSection", raw, "section");
    add_names(object, "author", raw, "authors");
    if (raw["authors"].empty()) add_names(object, "creator", raw, "authors");
    add_keywords(object, raw);
    add_names(object, "contentLocation", raw, "places");
    for (const std::string_view key : {"about", "mentions"}) {
      for_each_at(object, key, [&](dom::element value) {
        dom::object thing;
        if (value.get(thing)) return;
        if (has_type(thing, is_person_type)) add_name(name_of(value), raw, "people");
        if (has_type(thing, is_place_type)) add_name(name_of(value), raw, "places");
      });
    }
    add_language(object, raw);
    return raw;
  }

  // Of a text that is no address, or of an object by its name; of lists, the first.
  std::string name_of(dom::element value) const {
    std::string_view text;
    if (!value.get(text)) return is_url(text) ? std::string() : plain(text);
    dom::object object;
    if (value.get(object)) return {};
    if (!object["name"].get(text)) return plain(text);
    dom::array names;
    if (!object["name"].get(names) && names.size() > 0 && !names.at(0).get(text))
      return plain(text);
    const auto named = names_.find(text_at(object, "@id"));
    return named == names_.end() ? std::string() : plain(named->second);
  }

  static void add_name(std::string name, RawArticle& raw, std::string_view field) {
    if (name.size() <= kMaxNameBytes && raw[field].size() < kMaxValues)
      raw.add(field, std::move(name));
  }

  void add_names(dom::object object, std::string_view key, RawArticle& raw,
                 std::string_view field) const {
    for_each_at(object, key, [&](dom::element value) { add_name(name_of(value), raw, field); });
  }

  void add_keywords(dom::object object, RawArticle& raw) const {
    for_each_at(object, "keywords", [&](dom::element value) {
      std::string keywords = name_of(value);
      // An item of a list is one; a text by itself may be several.
      std::string_view rest = keywords;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
        add_name(std::string(trimmed(rest.substr(0, end))), raw, "tags");
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    });
  }

  static void add_language(dom::object object, RawArticle& raw) {
    for_each_at(object, "inLanguage", [&](dom::element value) {
      std::string_view text;
      dom::object language;
      if (!value.get(text))
        add_name(std::string(text), raw, "language");
      else if (!value.get(language))
        add_name(std::string(text_at(language, "alternateName")), raw, "language");
    });
  }

  std::vector<dom::object> articles_;
  std::vector<dom::object> reviews_;
  std::map<std::string_view, std::string_view> names_;  // by "@id"
  std::size_t nodes_ = 0;
};

// What stands around and inside of blocks by mistake: comments, CDATA, a semicolon, raw line ends
// within texts.
std::string mended(std::string_view block) {
  const std::size_t begin = block.find_first_of("{[");
  const std::size_t end = block.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  // "<![CDATA[" has brackets of its own.
  const std::size_t mark = block.find("<![CDATA[");
  if (mark != std::string_view::npos && mark < begin) {
    constexpr std::size_t kMarkBytes = 9;
    const std::size_t closing = std::min(block.rfind("]]>"), block.size());
    if (closing < mark + kMarkBytes) return {};
    return mended(block.substr(mark + kMarkBytes, closing - mark - kMarkBytes));
  }
  std::string text(block.substr(begin, end - begin + 1));
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

}  // namespace

std::optional<RawArticle> article_of_json_ld(const std::vector<std::string>& blocks,
                                             const std::vector<std::string>& urls) {
  const std::size_t count = std::min(blocks.size(), kMaxBlocks);
  std::vector<dom::parser> parsers(count);  // a parser owns what was parsed last
  Graph graph;
  for (std::size_t i = 0; i < count; ++i) {
    dom::element root;
    if (parsers[i].parse(blocks[i]).get(root) && parsers[i].parse(mended(blocks[i])).get(root))
      continue;
    graph.add(root);
  }
  return graph.article(urls);
}

}  // namespace backfile
