#include <doctest/doctest.h>

#include "searcher/render/addresses.h"
#include "searcher/render/atom.h"
#include "tests/searcher/exported.h"

namespace backfile {
namespace {

std::string atom_of(const SearchResult& result, const SearchRequest& request = exported_request(),
                    const std::vector<std::string>& archives = kExportedArchives) {
  return printed(render_atom, result, request, archives);
}

std::string feed_of_one(const Article& article) { return atom_of(hits_of({article})); }

// What stands in the first element `name` behind `from`.
std::string element_of(const std::string& feed, const std::string& name,
                       const std::string& from = "<feed") {
  const std::string start = "<" + name + ">";
  const std::size_t begin = feed.find(start, feed.find(from));
  if (begin == std::string::npos) return "none";
  return feed.substr(begin + start.size(),
                     feed.find("</" + name + ">", begin) - begin - start.size());
}

bool has(const std::string& feed, std::string_view text) {
  return feed.find(text) != std::string::npos;
}

TEST_CASE("atom: hits") {
  const std::string feed = atom_of(hits_of({exported_article()}));
  const std::size_t generator = feed.find("  <generator");
  CHECK(feed.substr(0, generator) ==
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
        "  <id>" +
            element_of(feed, "id") +
            "</id>\n"
            "  <title>harbour</title>\n"
            "  <updated>2024-11-17T21:04:00Z</updated>\n");
  CHECK(feed.substr(feed.find('\n', generator) + 1) ==
        "  <entry>\n"
        "    <id>" +
            uuid_urn("harbour-17") +
            "</id>\n"
            "    <title>Strike at “Quay 4”</title>\n"
            "    <published>2024-11-17T21:04:00Z</published>\n"
            "    <updated>2024-11-17T21:04:00Z</updated>\n"
            "    <author><name>Ann Bo</name></author>\n"
            "    <author><name>Cy Dee</name></author>\n"
            "    <category term=\"business\"/>\n"
            "    <category term=\"docks\"/>\n"
            "    <link href=\"https://gazette.example/17\"/>\n"
            "    <source><title>Harbour Gazette</title></source>\n"
            "    <summary>One. Two &amp; three.</summary>\n"
            "  </entry>\n"
            "</feed>\n");
}

TEST_CASE("atom: a feed without entries is of today") {
  const std::string feed = atom_of({});
  CHECK(element_of(feed, "updated") == "2024-11-30T00:00:00Z");
  CHECK_FALSE(has(feed, "<entry>"));
  CHECK(feed.ends_with("</feed>\n"));
}

TEST_CASE("atom: what an article lacks") {
  const std::string feed = feed_of_one(article_with("x", ""));
  CHECK(element_of(feed, "title", "<entry>") == "(no headline)");
  CHECK(element_of(feed, "updated", "<entry>") == "2024-11-30T00:00:00Z");
  CHECK(element_of(feed, "name") == "unknown");
  CHECK(element_of(feed, "content") == "One. Two &amp; three.");
  for (const char* name : {"<link", "<published", "<category", "<source", "<summary"})
    CHECK_FALSE(has(feed, name));
  Article article = exported_article();
  article.authors.clear();
  CHECK(element_of(feed_of_one(article), "name") == "Harbour Gazette");
}

TEST_CASE("atom: instants") {
  Article day = article_with("a", "");
  day.published = parse_date("2024-11-01");
  CHECK(element_of(feed_of_one(day), "published") == "2024-11-01T00:00:00Z");
  Article changed = exported_article();
  changed.updated = parse_date("2024-11-18");
  CHECK(element_of(feed_of_one(changed), "updated", "<entry>") == "2024-11-18T00:00:00Z");
  CHECK(element_of(atom_of(hits_of({day, changed, exported_article()})), "updated") ==
        "2024-11-18T00:00:00Z");
}

TEST_CASE("atom: pages are one feed") {
  const SearchResult all = hits_of({exported_article(), article_with("b", "")});
  const SearchRequest request = exported_request();
  std::ostringstream pages;
  SearchResult head;
  head.total = 2;
  render_atom(head, pages_of(all.hits), Asked{kExportedArchives, request}, pages);
  const std::string whole = atom_of(all);
  CHECK(element_of(pages.str(), "updated") == "2024-11-30T00:00:00Z");
  CHECK(pages.str().substr(pages.str().find("<generator")) ==
        whole.substr(whole.find("<generator")));
  std::ostringstream none;
  render_atom({}, pages_of({}), Asked{kExportedArchives, request}, none);
  CHECK(none.str() == atom_of({}));
}

TEST_CASE("atom: text is escaped once, and all of it is XML") {
  Article article = exported_article();
  article.title =
      "</entry><script>\"a\" & b &amp; ]]>\x1b[2J\x01\u202E\uFFFE\uFFFF\n\u0085\U0001F642";
  article.tags = {"\"><x a='"};
  const std::string feed = feed_of_one(article);
  CHECK(element_of(feed, "title", "<entry>") ==
        "&lt;/entry&gt;&lt;script&gt;&quot;a&quot; &amp; b &amp;amp; ]]&gt;[2J \U0001F642");
  CHECK(has(feed, "<category term=\"&quot;&gt;&lt;x a='\"/>"));
}

TEST_CASE("atom: only addresses of the web are links") {
  for (const char* url : {"javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/b",
                          "https://", "http:///a", "//a.example/b", "a.example", "data:,x"}) {
    Article article = exported_article();
    article.url = url;
    CHECK_FALSE(has(feed_of_one(article), "<link"));
    CHECK(has(feed_of_one(article), "<content>"));
  }
  Article article = exported_article();
  article.url = "HTTPS://ä.example/a b?c=\"<{&d=[1]";
  CHECK(has(feed_of_one(article),
            "<link href=\"HTTPS://ä.example/a%20b?c=%22%3C%7B&amp;d=%5B1%5D\"/>"));
}

TEST_CASE("atom: an entry's id is the article's, as an address or a UUID") {
  const auto id = [](const std::string& of) {
    return element_of(feed_of_one(article_with(of, "")), "id", "<entry>");
  };
  CHECK(id("https://a.example/b?c&d") == "https://a.example/b?c&amp;d");
  CHECK(id("https://a.example/b c") == uuid_urn("https://a.example/b c"));
  CHECK(id("harbour-17").starts_with("urn:uuid:"));
  CHECK(id("harbour-17") != id("harbour-18"));
}

TEST_CASE("atom: a feed's id and title say what it is of") {
  const auto id = [](const SearchRequest& request, const std::vector<std::string>& archives) {
    return element_of(atom_of({}, request, archives), "id");
  };
  const SearchRequest plain = exported_request();
  SearchRequest other = plain;
  other.today += std::chrono::days(1);
  other.filters.dates.from = other.today;
  CHECK(id(plain, {"news"}) == id(other, {"news"}));
  CHECK(id(plain, {"news"}) != id(plain, {"old"}));
  other.filters.required = {{facet_by_name("section"), "sport"}};
  other.filters.excluded = {{facet_by_name("language"), "de"}};
  CHECK(id(plain, {"news"}) != id(other, {"news"}));
  CHECK(element_of(atom_of({}, other), "title") == "harbour, section=sport, not language=de");
  other = {};
  CHECK(element_of(atom_of({}, other), "title") == "all articles");
  other.similar = "x";
  CHECK(element_of(atom_of({}, other), "title") == "like x");
}

TEST_CASE("atom: one article is a feed with all of its text") {
  std::ostringstream out;
  const SearchRequest request = exported_request();
  render_atom(exported_article(), Asked{kExportedArchives, request}, out);
  CHECK(element_of(out.str(), "title") == "Strike at “Quay 4”");
  CHECK(has(out.str(),
            "    <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\n"
            "      <p>One.</p>\n"
            "      <p>Two &amp; three.</p>\n"
            "    </div></content>\n"));
  CHECK_FALSE(has(out.str(), "<summary>"));
}

TEST_CASE("addresses: what may not stand in one is encoded, what is encoded stays") {
  struct Row {
    std::string_view url;
    std::string_view address;
  };
  constexpr Row kRows[] = {
      {"", ""},
      {"mailto:a@b.example", ""},
      {"https://a.example/b%2fc%", "https://a.example/b%2fc%25"},
      {"https://a.example/%zz%4", "https://a.example/%25zz%254"},
      {"http://[::1]:80/[a]#b#c", "http://[::1]:80/%5Ba%5D#b%23c"},
      {"https://ü.example/文?é", "https://ü.example/文?é"},
      {"https://a\tb\x7F", "https://a%09b%7F"},
  };
  for (const Row& row : kRows) {
    CHECK(web_address(row.url) == row.address);
    CHECK(web_address(row.address) == row.address);
  }
}

TEST_CASE("addresses: a name's UUID is of version 5 and always the same") {
  const std::string urn = uuid_urn("harbour-17");
  CHECK(urn == uuid_urn("harbour-17"));
  CHECK(urn.size() == 45);
  CHECK(urn[23] == '5');
  CHECK(urn != uuid_urn("harbour-18"));
}

}  // namespace
}  // namespace backfile
