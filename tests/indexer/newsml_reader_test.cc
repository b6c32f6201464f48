#include <doctest/doctest.h>

#include "indexer/readers/newsml.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::vector<std::string> read(const std::string& text) {
  std::vector<std::string> all;
  for (const ParsedItem& item : read_all(make_newsml_reader, text)) all.push_back(described(item));
  return all;
}

TEST_CASE("NewsML reader: a message with many items") {
  const auto items = read_all(make_newsml_reader, R"(<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header><sent>2024-11-17T23:00:00Z</sent></header>
<itemSet>
<packageItem guid="urn:newsml:agency.example:p"><groupSet/></packageItem>
<newsItem guid="urn:newsml:agency.example:2024:1" xml:lang="en-GB">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:NORD"><name>Agency North</name></provider>
    <versionCreated>2024-11-17T21:04:00+00:00</versionCreated>
    <firstCreated>2024-11-17T20:00:00+00:00</firstCreated>
    <pubStatus qcode="stat:usable"/>
  </itemMeta>
  <contentMeta>
    <creator qcode="x:1"><name>Jane Doe</name></creator>
    <creator type="cpnat:organisation"><name>Agency North</name></creator>
    <infoSource literal="The Norwall Gazette"/>
    <language tag="en"/>
    <subject type="cpnat:abstract" qcode="medtop:1"><name>ports</name></subject>
    <subject type="cpnat:person"><name>John Roe</name></subject>
    <subject type="cptype:city"><name>Norwall</name></subject>
    <subject type="cpnat:organisation"><name>Port Board</name></subject>
    <subject qcode="medtop:2"/>
    <located><name>Eastwall</name></located>
    <keyword>ships</keyword>
    <slugline>PORT-NORWALL</slugline>
    <headline>Harbour reopens</headline>
  </contentMeta>
  <contentSet>
    <remoteContent href="1.jpg"/>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head>
      <body><p>The harbour reopened.</p><p>Ships came.</p></body></html>
    </inlineXML>
  </contentSet>
</newsItem>
<newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
  <contentMeta><headline>A ship</headline></contentMeta>
  <contentSet><remoteContent href="2.jpg"/></contentSet></newsItem>
<newsItem guid="urn:3"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
<conceptItem guid="urn:4"/>
</itemSet>
</newsMessage>)");
  REQUIRE(items.size() == 5);
  CHECK(described(items[0]) == "note no article: a packageItem");
  CHECK(described(items[1]) ==
        "id=urn:newsml:agency.example:2024:1|title=Harbour reopens|"
        "body=The harbour reopened.\n\nShips came.|published=2024-11-17T20:00:00+00:00|"
        "updated=2024-11-17T21:04:00+00:00|source=The Norwall Gazette|authors=Jane Doe|"
        "tags=ports,Port Board,ships|places=Norwall,Eastwall|people=John Roe|language=en");
  CHECK(std::get<RawArticle>(items[1]).body_lines == LineUse::kParagraphs);
  CHECK(origin_of(items[1]).position == "newsItem 2, line 6");
  CHECK(described(items[2]) == "note no article: a newsItem without text of class picture");
  CHECK(described(items[3]) == "note not usable: its pubStatus is canceled");
  CHECK(described(items[4]) == "note no article: a conceptItem");
}

// Of a newsItem, with text if it has none of its own.
std::string of_item(const std::string& inside) {
  const bool has_content = inside.find("<contentSet") != std::string::npos;
  const auto all = read("<newsItem>" + inside +
                        (has_content ? "" : "<contentSet><inlineData>T</inlineData></contentSet>") +
                        "</newsItem>");
  return all.size() == 1 ? all[0] : std::to_string(all.size()) + " items";
}

TEST_CASE("NewsML reader: where the fields of an item stand") {
  struct Row {
    std::string inside;
    std::string expected;
  };
  const Row rows[] = {
      {"", "body=T"},
      {"<contentMeta><slugline>S</slugline></contentMeta>", "title=S|body=T"},
      {"<itemMeta><title>A</title></itemMeta><contentMeta><slugline>S</slugline></contentMeta>",
       "title=A|body=T"},
      {"<itemMeta><versionCreated>2024-11-17</versionCreated></itemMeta>",
       "body=T|published=2024-11-17"},
      {"<itemMeta><versionCreated>2024-11-17</versionCreated></itemMeta>"
       "<contentMeta><contentCreated>2024-11-16</contentCreated></contentMeta>",
       "body=T|published=2024-11-16|updated=2024-11-17"},
      {"<itemMeta><provider literal='Agency'/></itemMeta>", "body=T|source=Agency"},
      {"<itemMeta><provider qcode='nprov:NORD'/></itemMeta>", "body=T|source=NORD"},
      {"<rightsInfo><copyrightHolder><name>Holder</name></copyrightHolder></rightsInfo>"
       "<itemMeta><provider qcode='nprov:NORD'/></itemMeta>",
       "body=T|source=Holder"},
      {"<contentMeta><by>By Jane Doe</by></contentMeta>", "body=T|authors=By Jane Doe"},
      {"<contentMeta><creator literal='jdoe'/></contentMeta>", "body=T|authors=jdoe"},
      {"<itemMeta><pubStatus uri='http://cv.example/pubstatusg2/usable'/></itemMeta>", "body=T"},
      {"<itemMeta><pubStatus qcode='stat:withheld'/></itemMeta>",
       "note not usable: its pubStatus is withheld"},
      {"<contentMeta><headline>H</headline></contentMeta><contentSet><inlineXML><nitf><body>"
       "<body.head><byline>By Jane Doe, <byttl>Reporter</byttl></byline></body.head>"
       "<body.content><p>A</p><p>B</p></body.content></body></nitf></inlineXML></contentSet>",
       "title=H|body=A\n\nB|authors=By Jane Doe"},
      {"<contentSet><inlineXML><nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head>"
       "<body.content><p>A</p></body.content></body></nitf></inlineXML></contentSet>",
       "title=H|body=A"},
      {"<contentSet><inlineXML><h:html><h:body><h:p>A</h:p><h:p>B</h:p></h:body></h:html>"
       "</inlineXML></contentSet>",
       "body=A\n\nB"},
      {"<contentSet><inlineData contenttype='text/plain'>A\n\nB</inlineData></contentSet>",
       "body=A\n\nB"},
      {"<contentSet><inlineData>&lt;p>A&lt;/p>&lt;p>B&lt;/p></inlineData></contentSet>",
       "body=A\n\nB"},
      {"<contentSet><inlineData encoding='enc:base64'>QQ==</inlineData></contentSet>",
       "note no article: a newsItem without text"},
      {"<contentSet><inlineXML/><inlineData>A</inlineData></contentSet>", "body=A"},
      {"<itemMeta><itemClass qcode='ninat:video'/></itemMeta><contentMeta><headline>H</headline>"
       "</contentMeta><contentSet/>",
       "note no article: a newsItem without text of class video"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    CHECK(of_item(row.inside) == row.expected);
  }
  CHECK(read("<newsItem guid='https://a.example/1'><contentMeta><headline>An alert</headline>"
             "</contentMeta></newsItem>") ==
        std::vector<std::string>{"id=https://a.example/1|url=https://a.example/1|title=An alert"});
}

TEST_CASE("NewsML reader: NewsML 1") {
  CHECK(read(R"(<?xml version="1.0" encoding="UTF-8"?><NewsML Version="1.2">
<NewsEnvelope><DateAndTime>20041202T130000+0000</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId>
<PublicIdentifier>urn:newsml:agency.example:20041202:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20041202T120000+0000</FirstCreated>
<ThisRevisionCreated>20041202T123000+0000</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Harbour reopens</HeadLine><ByLine>Jane Doe</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Agency North"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<NewsComponent><ContentItem Href="1.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>One.</p><p>Two.</p></DataContent>
</ContentItem></NewsComponent></NewsComponent></NewsItem>
<NewsItem><NewsManagement><Status FormalName="Canceled"/></NewsManagement></NewsItem>
<NewsItem><NewsComponent><ContentItem Href="x"/></NewsComponent></NewsItem></NewsML>)") ==
        std::vector<std::string>{
            "id=urn:newsml:agency.example:20041202:1|title=Harbour reopens|body=One.\n\nTwo.|"
            "published=20041202T120000+0000|updated=20041202T123000+0000|source=Agency North|"
            "authors=Jane Doe|language=en",
            "note not usable: its Status is Canceled", "note no article: a NewsItem without text"});
  CHECK(read("<NewsML><NewsItem><NewsComponent><ContentItem><DataContent><nitf><body><body.head>"
             "<hedline><hl1>H</hl1></hedline></body.head><body.content><p>A</p></body.content>"
             "</body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>") ==
        std::vector<std::string>{"title=H|body=A"});
}

TEST_CASE("NewsML reader: damage costs only the item that it hits") {
  struct Row {
    std::string text;
    std::vector<std::string> expected;
  };
  const std::string none = "! no article: no <newsItem> is in it, so it is no NewsML";
  const std::string item =
      "<newsItem><contentSet><inlineData>A</inlineData></contentSet></newsItem>";
  const Row rows[] = {
      {"", {none}},
      {"<newsMessage><itemSet/></newsMessage>", {none}},
      {item + "\n<newsItem><a></newsItem>" + item,
       {"body=A", "! invalid XML: line 2: Opening and ending tag mismatch: a and newsItem",
        "body=A"}},
      {"<newsItem>" + item,
       {"! invalid XML: <newsItem> is not closed before the next one begins or the input ends",
        "body=A"}},
      {item + item.substr(0, 40),
       {"body=A",
        "! invalid XML: <newsItem> is not closed before the next one begins or the input ends"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("NewsML reader: what looks like NewsML") {
  for (const std::string_view head :
       {"<newsMessage>", "<?xml version='1.0'?><n:newsItem guid='1'>", "<packageItem>",
        "<!DOCTYPE NewsML SYSTEM 'x'><NewsML Version='1.2'>"})
    CHECK(looks_like_newsml(head));
  for (const std::string_view head : {"", "<nitf>", "<newsItems>", "<rss>"})
    CHECK_FALSE(looks_like_newsml(head));
}

}  // namespace
}  // namespace backfile
