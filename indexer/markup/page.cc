#include "indexer/markup/page.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "common/date.h"
#include "common/utf8.h"
#include "indexer/input/encoding.h"
#include "indexer/markup/entities.h"
#include "indexer/markup/html_document.h"
#include "indexer/markup/html_text.h"
#include "indexer/markup/json_ld.h"
#include "indexer/markup/page_charset.h"
#include "indexer/markup/page_facts.h"
#include "indexer/markup/page_text.h"
#include "indexer/markup/page_title.h"
#include "indexer/markup/page_url.h"

namespace backfile {
namespace {

enum class Evidence : std::uint8_t {
  kJsonLd,    // the field as json_ld gives it
  kMeta,      // <meta> of that name
  kItem,      // microdata of that itemprop
  kTime,      // <time> that says it is the date of publication
  kAnyTime,   // the first <time> in the article
  kSiteName,  // og:site_name when it is a name, not the host
  kTitle,     // <title>
  kAuthors,   // <a rel="author">
  kLang,      // <html lang>
};

struct Row {
  std::string_view field;
  Evidence evidence;
  std::string_view name = {};
};

// Where a field is looked for: the first that has it is believed.
constexpr auto kEvidence = std::to_array<Row>({
    {"title", Evidence::kJsonLd},
    {"title", Evidence::kMeta, "og:title"},
    {"title", Evidence::kMeta, "twitter:title"},
    {"title", Evidence::kItem, "headline"},
    {"title", Evidence::kMeta, "dc.title"},
    {"title", Evidence::kMeta, "dcterms.title"},
    {"title", Evidence::kMeta, "sailthru.title"},
    {"title", Evidence::kMeta, "parsely-title"},
    {"title", Evidence::kMeta, "citation_title"},
    {"title", Evidence::kTitle},

    {"published", Evidence::kJsonLd},
    {"published", Evidence::kMeta, "article:published_time"},
    {"published", Evidence::kMeta, "og:article:published_time"},
    {"published", Evidence::kMeta, "article:published"},
    {"published", Evidence::kMeta, "og:published_time"},
    {"published", Evidence::kItem, "datepublished"},
    {"published", Evidence::kMeta, "datepublished"},
    {"published", Evidence::kMeta, "parsely-pub-date"},
    {"published", Evidence::kMeta, "sailthru.date"},
    {"published", Evidence::kMeta, "cxenseparse:recs:publishtime"},
    {"published", Evidence::kMeta, "cxenseparse:publishtime"},
    {"published", Evidence::kMeta, "dcterms.issued"},
    {"published", Evidence::kMeta, "dc.date.issued"},
    {"published", Evidence::kMeta, "dcterms.created"},
    {"published", Evidence::kMeta, "dc.date.created"},
    {"published", Evidence::kMeta, "dcterms.date"},
    {"published", Evidence::kMeta, "dc.date"},
    {"published", Evidence::kMeta, "citation_publication_date"},
    {"published", Evidence::kMeta, "citation_date"},
    {"published", Evidence::kMeta, "publishdate"},
    {"published", Evidence::kMeta, "publish-date"},
    {"published", Evidence::kMeta, "publish_date"},
    {"published", Evidence::kMeta, "publication_date"},
    {"published", Evidence::kMeta, "originalpublicationdate"},
    {"published", Evidence::kMeta, "pubdate"},
    {"published", Evidence::kMeta, "date"},
    {"published", Evidence::kTime},
    {"published", Evidence::kAnyTime},

    {"updated", Evidence::kJsonLd},
    {"updated", Evidence::kMeta, "article:modified_time"},
    {"updated", Evidence::kMeta, "og:article:modified_time"},
    {"updated", Evidence::kMeta, "og:updated_time"},
    {"updated", Evidence::kItem, "datemodified"},
    {"updated", Evidence::kMeta, "datemodified"},
    {"updated", Evidence::kMeta, "dcterms.modified"},
    {"updated", Evidence::kMeta, "dc.date.modified"},
    {"updated", Evidence::kMeta, "lastmod"},
    {"updated", Evidence::kMeta, "last-modified"},

    {"authors", Evidence::kJsonLd},
    {"authors", Evidence::kMeta, "article:author"},
    {"authors", Evidence::kMeta, "og:article:author"},
    {"authors", Evidence::kMeta, "author"},
    {"authors", Evidence::kMeta, "parsely-author"},
    {"authors", Evidence::kMeta, "sailthru.author"},
    {"authors", Evidence::kMeta, "cxenseparse:author"},
    {"authors", Evidence::kMeta, "dc.creator"},
    {"authors", Evidence::kMeta, "dcterms.creator"},
    {"authors", Evidence::kMeta, "citation_author"},
    {"authors", Evidence::kMeta, "byl"},
    {"authors", Evidence::kItem, "author"},
    {"authors", Evidence::kAuthors},

    // An agency's copy has the agency for a publisher.
    {"source", Evidence::kSiteName},
    {"source", Evidence::kJsonLd},
    {"source", Evidence::kMeta, "og:site_name"},
    {"source", Evidence::kMeta, "dc.publisher"},
    {"source", Evidence::kMeta, "dcterms.publisher"},
    {"source", Evidence::kMeta, "citation_journal_title"},
    {"source", Evidence::kMeta, "application-name"},

    {"section", Evidence::kJsonLd},
    {"section", Evidence::kMeta, "article:section"},
    {"section", Evidence::kMeta, "og:article:section"},
    {"section", Evidence::kMeta, "parsely-section"},
    {"section", Evidence::kMeta, "section"},
    {"section", Evidence::kItem, "articlesection"},

    {"tags", Evidence::kJsonLd},
    {"tags", Evidence::kMeta, "article:tag"},
    {"tags", Evidence::kMeta, "og:article:tag"},
    {"tags", Evidence::kMeta, "news_keywords"},
    {"tags", Evidence::kMeta, "parsely-tags"},
    {"tags", Evidence::kMeta, "sailthru.tags"},
    {"tags", Evidence::kMeta, "keywords"},
    {"tags", Evidence::kItem, "keywords"},
    {"tags", Evidence::kMeta, "dc.subject"},

    {"places", Evidence::kJsonLd},
    {"places", Evidence::kMeta, "geo.placename"},
    {"people", Evidence::kJsonLd},

    {"language", Evidence::kLang},
    {"language", Evidence::kJsonLd},
    {"language", Evidence::kMeta, "content-language"},
    {"language", Evidence::kMeta, "og:locale"},
    {"language", Evidence::kMeta, "dc.language"},
});

// A longer one is a sentence.
constexpr std::size_t kMaxTagBytes = 100;
constexpr std::size_t kMaxTags = 200;

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("www.") ||
         text.starts_with('/');
}

// "paper.example", "thepaper", "https://paper.example".
bool names_host(std::string_view name) {
  const auto is_of_host = [](char c) {
    return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '.' || c == '-';
  };
  return is_address(name) || std::ranges::all_of(name, is_of_host);
}

// "0001-01-01T00:00:00Z" is what some programs write for none.
bool is_readable_date(std::string_view text) {
  return !text.starts_with("000") && parse_date(trimmed(text)).has_value();
}

class PageReader {
 public:
  PageReader(const RawPage& page, const HtmlDocument& document)
      : page_(page), document_(document), facts_(facts_of(document)) {
    raw_.origin = page.origin;
    raw_.body_lines = LineUse::kParagraphs;
  }

  RawArticle read() {
    read_url();
    json_ld_ = article_of_json_ld(document_.json_ld(), {page_.url, own_url()});
    for (const Row& row : kEvidence) weigh_row(row);
    for (const std::string_view field : {"title", "source", "section", "authors", "tags"})
      for (std::string& value : raw_[field]) value = decode_entities(value);
    choose_title();
    drop_source_as_author();
    split_tags();
    if (raw_["url"].empty() && json_ld_) raw_["url"] = (*json_ld_)["url"];
    read_body();
    return std::move(raw_);
  }

 private:
  std::string first_meta(std::string_view name) const {
    const auto found = facts_.meta.find(name);
    return found == facts_.meta.end() || found->second.empty() ? std::string()
                                                               : found->second.front();
  }

  // By itself, else where it was fetched; may be empty.
  std::string own_url() { return raw_["url"].empty() ? page_.url : raw_["url"].front(); }

  void read_body() {
    std::string told;
    if (json_ld_ && !(*json_ld_)["body"].empty()) told = (*json_ld_)["body"].front();
    const std::string url = own_url();
    PageText text = page_text(document_, {told, url});
    raw_.removed = std::move(text.removed);
    raw_.add("body", text.text.size() * 2 < told.size() ? std::move(told) : std::move(text.text));
  }

  void read_url() {
    for (const std::string& url : {facts_.canonical, first_meta("og:url")})
      if (raw_["url"].empty()) raw_.add("url", article_url(url, page_.url));
    if (raw_["url"].empty()) raw_.add("url", page_.url);
  }

  // The first evidence of a field is believed; a date that cannot be read gives way to one that
  // can.
  void weigh_row(const Row& row) {
    std::vector<std::string>& values = raw_[row.field];
    const bool is_date = row.field == "published" || row.field == "updated";
    if (values.empty()) return read_row(row);
    if (!is_date || is_readable_date(values.front())) return;
    std::vector<std::string> before;
    before.swap(values);
    read_row(row);
    if (values.empty() || !is_readable_date(values.front())) values.swap(before);
  }

  void read_row(const Row& row) {
    switch (row.evidence) {
      case Evidence::kJsonLd:
        if (json_ld_) raw_[row.field] = (*json_ld_)[row.field];
        break;
      case Evidence::kMeta:
        add_named(row, facts_.meta);
        break;
      case Evidence::kItem:
        add_named(row, facts_.items);
        break;
      case Evidence::kTime:
        add_time(row, &TimeFact::is_of_publication);
        break;
      case Evidence::kAnyTime:
        add_time(row, &TimeFact::is_in_article);
        break;
      case Evidence::kSiteName:
        if (!names_host(first_meta("og:site_name")))
          raw_.add(row.field, first_meta("og:site_name"));
        break;
      case Evidence::kTitle:
        raw_.add(row.field, facts_.title);
        break;
      case Evidence::kAuthors:
        for (const std::string& author : facts_.authors) raw_.add(row.field, author);
        break;
      case Evidence::kLang:
        raw_.add(row.field, document_.language());
        break;
    }
  }

  void add_named(const Row& row, const FactsByName& facts) {
    const auto found = facts.find(row.name);
    if (found == facts.end()) return;
    for (const std::string& value : found->second)
      if (row.field != "authors" || !is_address(value)) raw_.add(row.field, value);
  }

  void add_time(const Row& row, bool TimeFact::*is_it) {
    const auto found = std::ranges::find_if(facts_.times, is_it);
    if (found != facts_.times.end()) raw_.add(row.field, found->value);
  }

  std::vector<std::string> site_names() {
    std::vector<std::string> names = raw_["source"];
    if (json_ld_) std::ranges::copy((*json_ld_)["source"], std::back_inserter(names));
    names.push_back(first_meta("og:site_name"));
    names.push_back(first_meta("application-name"));
    names.push_back(site_label(own_url()));
    return names;
  }

  // Titles made for the browser's tab or for sharing name the site too; the headline does not.
  void choose_title() {
    const std::vector<std::string> sites = site_names();
    std::vector<std::string> headings = facts_.headings;
    std::erase_if(headings, [&](const std::string& heading) { return is_one_of(heading, sites); });
    std::string title = raw_["title"].empty() ? std::string() : raw_["title"].front();
    const bool is_site = title.empty() || is_one_of(title, sites);
    std::string heading = heading_in(headings, title);
    if (heading.empty() && is_site && headings.size() == 1) heading = headings.front();
    raw_["title"].clear();
    raw_.add("title", heading.empty() ? without_site(title, sites) : heading);
  }

  void drop_source_as_author() {
    const std::vector<std::string> sites = site_names();
    std::erase_if(raw_["authors"],
                  [&](const std::string& author) { return is_one_of(author, sites); });
  }

  void split_tags() {
    std::vector<std::string> whole;
    whole.swap(raw_["tags"]);
    for (const std::string_view tags : whole) {
      std::string_view rest = tags;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
        const std::string_view tag = trimmed(rest.substr(0, end));
        if (tag.size() <= kMaxTagBytes && raw_["tags"].size() < kMaxTags)
          raw_.add("tags", std::string(tag));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  const RawPage& page_;
  const HtmlDocument& document_;
  PageFacts facts_;
  std::optional<RawArticle> json_ld_;
  RawArticle raw_;
};

}  // namespace

ParsedItem parse_page(const RawPage& page, const PageOptions& options) {
  const std::string charset = page.charset.empty() ? declared_charset(page.html) : page.charset;
  const Decoded decoded = decode(page.html, charset);
  const HtmlDocument document(decoded.text);
  RawArticle raw = PageReader(page, document).read();
  if (options.keeps_text) raw.page_text = html_to_text(document);
  return raw;
}

}  // namespace backfile
