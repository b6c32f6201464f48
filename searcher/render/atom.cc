#include "searcher/render/atom.h"

#include <algorithm>
#include <ostream>

#include "common/version.h"
#include "searcher/render/addresses.h"
#include "searcher/render/each_hit.h"
#include "searcher/render/style.h"

namespace backfile {
namespace {

// Text of one line, also between double quotes. Nothing printable() lets through is forbidden.
std::string xml(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string element(std::string_view name, std::string_view text) {
  return std::string("<").append(name).append(">").append(xml(text)).append("</").append(name) +
         ">";
}

std::string attribute(std::string_view element, std::string_view name, std::string_view text) {
  return std::string("<").append(element).append(" ").append(name).append("=\"") + xml(text) +
         "\"/>";
}

std::string instant(const Date& date) { return to_iso(Date{date.time, true}); }

// When an article was changed last.
std::string updated(const Article& article, const SearchRequest& request) {
  if (article.updated) return instant(*article.updated);
  if (article.published) return instant(*article.published);
  return instant({request.today, false});
}

std::string_view headline(const Article& article) {
  return article.title.empty() ? std::string_view("(no headline)") : article.title;
}

void put_paragraphs(std::string_view body, std::ostream& out) {
  out << R"(    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">)" << '\n';
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    if (end > begin) out << "      " << element("p", body.substr(begin, end - begin)) << '\n';
    begin = end + 1;
  }
  out << "    </div></content>\n";
}

void put_authors(const Article& article, std::ostream& out) {
  std::vector<std::string> names = article.authors;
  if (names.empty()) names.push_back(article.source.empty() ? "unknown" : article.source);
  for (const std::string& name : names)
    out << "    <author>" << element("name", name) << "</author>\n";
}

// `snippet`: nullptr for all of the text.
void put_entry(const Article& article, const std::string* snippet, const SearchRequest& request,
               std::ostream& out) {
  const auto line = [&out](const std::string& element) { out << "    " << element << '\n'; };
  out << "  <entry>\n";
  line(element("id", web_address(article.id) == article.id ? article.id : uuid_urn(article.id)));
  line(element("title", headline(article)));
  if (article.published) line(element("published", instant(*article.published)));
  line(element("updated", updated(article, request)));
  put_authors(article, out);
  if (!article.section.empty()) line(attribute("category", "term", article.section));
  for (const std::string& tag : article.tags) line(attribute("category", "term", tag));
  const std::string link = web_address(printable(article.url));
  if (!link.empty()) line(attribute("link", "href", link));
  if (!article.source.empty()) line("<source>" + element("title", article.source) + "</source>");
  if (!snippet)
    put_paragraphs(article.body, out);
  else if (link.empty() || !snippet->empty())
    line(element(link.empty() ? "content" : "summary", *snippet));
  out << "  </entry>\n";
}

// What a feed is about, in words; of no words all articles.
std::string subject_of(const SearchRequest& request) {
  std::string subject = request.query;
  const auto add = [&subject](const std::string& part) {
    subject.append(subject.empty() ? "" : ", ").append(part);
  };
  if (request.similar) add("like " + *request.similar);
  for (const Filter& filter : request.filters.required)
    add(std::string(filter.facet->name).append("=").append(filter.value));
  for (const Filter& filter : request.filters.excluded)
    add(std::string("not ").append(filter.facet->name).append("=").append(filter.value));
  return subject.empty() ? "all articles" : subject;
}

// Dates do not name a feed: those back from today are others every day.
void put_head(std::string_view subject, std::string_view title, std::string_view updated,
              const Asked& asked, std::ostream& out) {
  std::string name;
  for (const std::string& archive : asked.archives) name.append(archive).append("\n");
  out << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      << "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      << "  " << element("id", uuid_urn(name.append(subject))) << '\n'
      << "  " << element("title", title) << '\n'
      << "  " << element("updated", updated) << '\n'
      << "  <generator version=\"" << kVersion << "\">Backfile</generator>\n";
}

}  // namespace

void render_atom(const SearchResult& result, const MoreHits& more, const Asked& asked,
                 std::ostream& out) {
  SearchResult begun;
  begun.hits = result.hits;
  if (begun.hits.empty() && more) begun.hits = more();
  const bool is_all_known = !more || begun.hits.size() >= result.total;
  std::string newest;
  if (begun.hits.empty() || !is_all_known) newest = instant({asked.request.today, false});
  for (const Hit& hit : begun.hits) newest = std::max(newest, updated(hit.article, asked.request));
  const std::string subject = subject_of(asked.request);
  put_head(subject, subject, newest, asked, out);
  each_hit(begun, more, out,
           [&](const Hit& hit) { put_entry(hit.article, &hit.snippet.text, asked.request, out); });
  out << "</feed>\n";
}

void render_atom(const Article& article, const Asked& asked, std::ostream& out) {
  put_head(article.id, headline(article), updated(article, asked.request), asked, out);
  put_entry(article, nullptr, asked.request, out);
  out << "</feed>\n";
}

}  // namespace backfile
