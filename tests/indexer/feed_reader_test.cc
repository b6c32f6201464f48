#include <doctest/doctest.h>

#include "indexer/readers/feed.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

using namespace std::string_literals;

std::vector<std::string> read(const std::string& feed) {
  std::vector<std::string> all;
  for (const ParsedItem& item : read_all(make_feed_reader, feed)) all.push_back(described(item));
  return all;
}

// Of the one item of an RSS feed without a title.
std::string of_item(const std::string& inside) {
  const auto all = read("<rss><channel><item>" + inside + "</item></channel></rss>");
  return all.size() == 1 ? all[0] : std::to_string(all.size()) + " items";
}

std::string of_entry(const std::string& inside) {
  const auto all = read("<feed><entry>" + inside + "</entry></feed>");
  return all.size() == 1 ? all[0] : std::to_string(all.size()) + " entries";
}

TEST_CASE("feed reader: RSS 2.0") {
  const auto items = read_all(make_feed_reader, R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>The Norwall Gazette</title>
  <link>https://gazette.example/</link>
  <language>en-gb</language>
  <item>
    <title>Harbour reopens</title>
    <link>https://gazette.example/harbour</link>
    <guid isPermaLink="false">gazette-17</guid>
    <pubDate>Sun, 17 Nov 2024 21:04:00 GMT</pubDate>
    <dc:creator>Jane Doe</dc:creator>
    <dc:creator>John Roe</dc:creator>
    <category>Ports</category>
    <category>Norwall</category>
    <description>Short.</description>
    <content:encoded><![CDATA[<p>The harbour reopened.</p><p>Ships came.</p>]]></content:encoded>
  </item>
  <item><title>Second</title></item>
</channel></rss>)");
  REQUIRE(items.size() == 2);
  CHECK(described(items[0]) ==
        "id=gazette-17|url=https://gazette.example/harbour|title=Harbour reopens|"
        "body=The harbour reopened.\n\nShips came.|published=Sun, 17 Nov 2024 21:04:00 GMT|"
        "source=The Norwall Gazette|authors=Jane Doe,John Roe|tags=Ports,Norwall|language=en-gb");
  CHECK(std::get<RawArticle>(items[0]).body_lines == LineUse::kParagraphs);
  CHECK(origin_of(items[0]).position == "item 1, line 7");
  CHECK(described(items[1]) == "title=Second|source=The Norwall Gazette|language=en-gb");
  CHECK(origin_of(items[1]).position == "item 2, line 19");
}

TEST_CASE("feed reader: RSS 1.0 and 0.9") {
  CHECK(read(R"(<rdf:RDF xmlns="http://purl.org/rss/1.0/" xml:lang="fr">
<channel rdf:about="x"><title>Le Phare</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel>
<item rdf:about="https://phare.example/1"><title>Titre</title><link>https://phare.example/1</link>
<description>Texte.</description><dc:date>2024-11-17</dc:date><dc:subject>Ports</dc:subject></item>
</rdf:RDF>)") ==
        std::vector<std::string>{"id=https://phare.example/1|url=https://phare.example/1|"
                                 "title=Titre|body=Texte.|published=2024-11-17|source=Le Phare|"
                                 "tags=Ports|language=fr"});
  CHECK(read("<rss version='0.91'><channel><title>Old</title><item><title>A</title></item>"
             "</channel></rss>") == std::vector<std::string>{"title=A|source=Old"});
}

TEST_CASE("feed reader: Atom") {
  CHECK(read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Norwall Gazette</title><author><name>The Desk</name></author>
<entry><id>tag:gazette.example,2024:1</id><title type="html">Ports &amp;amp; ships</title>
<link rel="self" href="https://gazette.example/1.atom"/>
<link rel="alternate" href="https://gazette.example/1"/>
<published>2024-11-17T21:04:00Z</published><updated>2024-11-18T08:00:00Z</updated>
<author><name>Jane Doe</name><email>jane@gazette.example</email></author>
<category term="ports" label="Ports"/><category term="ships"/>
<summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
</entry>
<atom:entry><atom:title>Plain &lt;b> title</atom:title><atom:updated>2024-11-18</atom:updated>
<media:title>No</media:title></atom:entry>
</feed>)") == std::vector<std::string>{
                  "id=tag:gazette.example,2024:1|url=https://gazette.example/1|title=Ports & ships|"
                  "body=One.\n\nTwo.|published=2024-11-17T21:04:00Z|updated=2024-11-18T08:00:00Z|"
                  "source=The Norwall Gazette|authors=Jane Doe|tags=Ports,ships|language=en",
                  "title=Plain <b> title|published=2024-11-18|source=The Norwall Gazette|"
                  "authors=The Desk|language=en"});
  CHECK(read("<feed version='0.3'><entry><title>A</title><issued>2004-11-17</issued>"
             "<modified>2004-11-18</modified>"
             "<content type='text/html' "
             "mode='escaped'>&lt;p&gt;B&lt;/p&gt;</content></entry></feed>") ==
        std::vector<std::string>{"title=A|body=B|published=2004-11-17|updated=2004-11-18"});
}

TEST_CASE("feed reader: where the fields of an item stand") {
  struct Row {
    std::string inside;
    std::string expected;
  };
  const Row rows[] = {
      {"<title>A &amp; B</title>", "title=A & B"},
      {"<title>Caf&eacute; AT&T</title>", "title=Café AT&T"},
      {"<title><![CDATA[Caf&eacute;]]></title>", "title=Café"},
      {"<title>A &amp;#8211; B</title>", "title=A – B"},
      {"<media:title>M</media:title><title>A</title>", "title=A"},
      {"<link>https://a.example/1</link>", "url=https://a.example/1"},
      {"<atom:link href='https://a.example/x'/><link> https://a.example/1 </link>",
       "url=https://a.example/1"},
      {"<link>https://count.example/1</link>"
       "<feedburner:origLink>https://a.example/1</feedburner:origLink>",
       "url=https://a.example/1"},
      {"<guid>https://a.example/1</guid>", "id=https://a.example/1|url=https://a.example/1"},
      {"<guid isPermaLink='false'>https://a.example/1</guid>", "id=https://a.example/1"},
      {"<guid>17</guid>", "id=17"},
      {"<author>jane@a.example (Jane Doe)</author>", "authors=Jane Doe"},
      {"<author>Jane Doe</author>", "authors=Jane Doe"},
      {"<author>jane@a.example</author>", "authors=jane@a.example"},
      {"<author>Jane Doe (Norwall)</author>", "authors=Jane Doe (Norwall)"},
      {"<author>jane@a.example )(</author>", "authors=jane@a.example )("},
      {"<author>a@b.example (A)</author><dc:creator>B</dc:creator>", "authors=B"},
      {"<source url='https://b.example/rss'>The Wire</source>", "source=The Wire"},
      {"<dc:language>de</dc:language>", "language=de"},
      {"<pubDate> 17 Nov 2024 </pubDate>", "published=17 Nov 2024"},
      {"<dc:date>2024-11-17</dc:date>", "published=2024-11-17"},
      {"<description>Plain &amp; simple</description>", "body=Plain & simple"},
      {"<description>&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</description>", "body=A\n\nB"},
      {"<description><p>A</p><p>B</p></description>", "body=A\n\nB"},
      {"<description>A</description><content:encoded> </content:encoded>", "body=A"},
      {"<description>A</description><media:content url='x'><media:description>No"
       "</media:description></media:content>",
       "body=A"},
      {"<xhtml:body><xhtml:p>A</xhtml:p><xhtml:p>B</xhtml:p></xhtml:body>", "body=A\n\nB"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    CHECK(of_item(row.inside) == row.expected);
  }
}

TEST_CASE("feed reader: Atom's kinds of text and links") {
  struct Row {
    std::string inside;
    std::string expected;
  };
  const Row rows[] = {
      {"<content>A</content>", "body=A"},
      {"<content type='text'>A &lt;b>B&lt;/b></content>", "body=A <b>B</b>"},
      {"<content type='html'>&lt;p>A&lt;/p>&lt;p>B&lt;/p></content>", "body=A\n\nB"},
      {"<content src='https://a.example/x'/><summary>S</summary>", "body=S"},
      {"<content type='image/png'>iVBORw0K</content><summary>S</summary>", "body=S"},
      {"<content xml:lang='de'>A</content>", "body=A|language=de"},
      {"<link href='https://a.example/1'/>", "url=https://a.example/1"},
      {"<link rel='enclosure' href='https://a.example/1.mp3'/>", ""},
      {"<source><title>The Wire</title></source>", "source=The Wire"},
      {"<author><email>a@b.example</email></author>", ""},
      {"<id>https://a.example/1</id>", "id=https://a.example/1|url=https://a.example/1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    CHECK(of_entry(row.inside) == row.expected);
  }
}

TEST_CASE("feed reader: damage costs only the item that it hits") {
  struct Row {
    std::string feed;
    std::vector<std::string> expected;
  };
  const std::string not_closed =
      "! invalid XML: <item> is not closed before the next one begins or the input ends";
  const Row rows[] = {
      {"<rss><item><title>A</title></item>\n<item><title>B</item>\n<item><title>C</title></item>",
       {"title=A", "! invalid XML: line 2: Opening and ending tag mismatch: title and item",
        "title=C"}},
      {"<rss><item><title>A</title><item><title>B</title></item>", {not_closed, "title=B"}},
      {"<rss><item><title>A</title></item><item><title>B", {"title=A", not_closed}},
      {"<rss><item><title><![CDATA[A</title></item><item><title>B</title></item>",
       {not_closed, "title=B"}},
      {"<rss><item><title><![CDATA[A</title></item>", {not_closed}},
      {"<rss><item><title>A&#5;\x01</title></item>", {"title=A"}},
      {"<!DOCTYPE rss [<!ENTITY a \"aa\"><!ENTITY b "
       "\"&a;&a;\">]><rss><item><title>&b;</title></item>",
       {"title=&b;"}},
      {"<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><item><title>&a;</title>"
       "</item>",
       {"title=&a;"}},
      {"<?xml version='1.0' encoding='UTF-16'?><rss><item><title>é</title></item>", {"title=é"}},
      {"<?xml version='1.0' "
       "encoding='ISO-8859-1'?><rss><title>caf\xE9</title><item><title>\x93\xE9\x94"
       "</title></item>",
       {"title=“é”|source=café"}},
      {"<rss><channel><title>\xE9t\xE9</title><item><title>A</title></item>",
       {"title=A|source=été"}},
      {"<rss><channel/></rss>", {"note no article: a feed without items"}},
      {"<feed/>", {"note no article: a feed without items"}},
      {"<html/>", {"! no article: no <item> or <entry> is in it, so it is no feed"}},
      {"", {"! no article: no <item> or <entry> is in it, so it is no feed"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.feed);
    CHECK(read(row.feed) == row.expected);
  }
}

TEST_CASE("feed reader: attacks") {
  std::string deep = "<rss><item>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const auto items = read(deep + "</item><item><title>B</title></item>");
  REQUIRE(items.size() == 2);
  CHECK(items[0] == "! invalid XML: line 1: elements are nested more than 200 deep");
  CHECK(items[1] == "title=B");
  std::string many = "<rss><item>";
  while (many.size() < std::size_t{17} << 20) many += "<a>";
  CHECK(read(many) ==
        std::vector<std::string>{
            "! too large: <item> of more than 16 MB; --max-article sets another limit"});
}

TEST_CASE("feed reader: in pieces of one byte, and broken off") {
  auto source = std::make_unique<StringSource>(
      "<rss><channel><title>T</title><item><title>A</title></item><item><title>B", 1);
  source->breaks_off("</title></item><item><title>C</title></item>");
  Input input({"test", "test", {}}, std::move(source));
  const ReaderSettings settings;
  const auto reader = make_feed_reader(input, settings);
  CHECK(described(std::get<RawArticle>(*reader->next())) == "title=A|source=T");
  CHECK_THROWS_AS(reader->next(), Error);
  REQUIRE(input.resume());
  CHECK(described(std::get<RawArticle>(*reader->next())) == "title=C|source=T");
  CHECK_FALSE(reader->next());
}

TEST_CASE("feed reader: what looks like a feed") {
  for (const std::string_view head :
       {"<rss version='2.0'>", "<?xml version='1.0'?>\n<!-- a > b -->\n<rss>", "<feed xmlns='x'>",
        "<!DOCTYPE rss [<!ENTITY a 'b>'>]>\n<rss>", "<a:feed xmlns:a='x'>", "<?x?><?y?><feed>",
        "<rdf:RDF xmlns='http://purl.org/rss/1.0/'>"})
    CHECK(looks_like_feed(head));
  for (const std::string_view head :
       {"", "<", "<rs", "<html>", "<!-- <rss>", "<rdf:RDF>", "rss", "{\"rss\":1}", "<rssx>"})
    CHECK_FALSE(looks_like_feed(head));
}

}  // namespace
}  // namespace backfile
