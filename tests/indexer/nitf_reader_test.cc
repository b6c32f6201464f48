#include <doctest/doctest.h>

#include "indexer/readers/nitf.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::vector<std::string> read(const std::string& text) {
  std::vector<std::string> all;
  for (const ParsedItem& item : read_all(make_nitf_reader, text)) all.push_back(described(item));
  return all;
}

TEST_CASE("NITF reader: an annotated corpus") {
  const auto items = read_all(make_nitf_reader, R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">
<nitf change.date="June 10, 2005" version="-//IPTC//DTD NITF 3.3//EN">
  <head>
    <title>Harbor Reopens After Storm</title>
    <meta content="17" name="publication_day_of_month"/>
    <meta content="Front Page; Ports and Ships" name="online_sections"/>
    <docdata>
      <doc-id id-string="9165027"/>
      <doc.copyright holder="The Norwall Gazette" year="2000"/>
      <identified-content>
        <classifier class="indexing_service" type="descriptor">Harbors/Docks</classifier>
        <classifier class="online_producer" type="taxonomic_classifier">Top/News/Storms</classifier>
        <org class="indexing_service">Norwall Port Board</org>
        <person class="indexing_service">Doe, Jane</person>
        <location class="indexing_service">Norwall</location>
      </identified-content>
    </docdata>
    <pubdata date.publication="20001117T000000" ex-ref="https://gazette.example/9165027.html" name="The Norwall Gazette"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Harbor Reopens
        After Storm</hl1><hl2>Short</hl2></hedline>
      <byline class="print_byline">By JOHN ROE</byline>
      <byline class="normalized_byline">Roe, John</byline>
      <dateline>NORWALL, Nov. 17</dateline>
      <abstract><p>A summary.</p></abstract>
    </body.head>
    <body.content>
      <block class="lead_paragraph"><p>The harbor reopened.</p></block>
      <block class="full_text">
        <p>The harbor
          reopened.</p>
        <p>Ships came &amp; went.</p>
      </block>
    </body.content>
  </body>
</nitf>
)");
  REQUIRE(items.size() == 1);
  CHECK(described(items[0]) ==
        "id=9165027|url=https://gazette.example/9165027.html|title=Harbor Reopens After Storm|"
        "body=The harbor reopened.\n\nShips came & went.|published=20001117|"
        "source=The Norwall Gazette|section=Front Page|authors=By JOHN ROE|"
        "tags=Ports and Ships,Harbors/Docks,Storms,Norwall Port Board|places=Norwall|"
        "people=Doe, Jane");
  CHECK(std::get<RawArticle>(items[0]).body_lines == LineUse::kParagraphs);
  CHECK(origin_of(items[0]).position == "nitf 1, line 3");
}

TEST_CASE("NITF reader: as agencies write it") {
  CHECK(read(R"(<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="de">
<head><tobject><tobject.subject tobject.subject.type="Wirtschaft" tobject.subject.matter="Häfen"/></tobject>
<docdata><doc-id id-string="ag-1"/><date.issue norm="20241117T210400+0100"/>
<key-list><keyword key="Hafen"/></key-list>
<identified-content><location><city>Norwall</city> <country>Nordland</country></location>
<person><name.given>Jane</name.given><name.family>Doe</name.family></person>
<classifier type="code" value="b"/><classifier value="Handel"/></identified-content></docdata>
<pubdata position.section="Wirtschaft"/></head>
<body><body.head><hedline><hl1>Hafen <em>wieder</em> offen</hl1></hedline>
<byline>Von <person>Jane Doe</person>, <byttl>Korrespondentin</byttl></byline>
<distributor>Agentur Nord</distributor>
<dateline><location>Norwall</location><story.date norm="20241116"/></dateline></body.head>
<body.content><p>Eins.</p><hl2>Zwischentitel</hl2><p>Zwei<br/>drei.</p>
<media media-type="image"><media-caption>Nicht.</media-caption></media>
<ul><li>A</li><li>B</li></ul><table><tr><td>1</td><td>2</td></tr></table>
<block><p>Ende.</p></block></body.content></body></nitf>)") ==
        std::vector<std::string>{
            "id=ag-1|title=Hafen wieder offen|"
            "body=Eins.\n\nZwischentitel\n\nZwei\ndrei.\n\nA\n\nB\n\n1 2\n\nEnde.|"
            "published=20241117T210400+0100|source=Agentur Nord|section=Wirtschaft|"
            "authors=Von Jane Doe|tags=Handel,Hafen,Häfen,Wirtschaft|"
            "places=Norwall, Nordland,Norwall|people=Jane Doe|language=de"});
}

TEST_CASE("NITF reader: where fields stand otherwise") {
  struct Row {
    std::string inside;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"<head><title>A</title></head>", "title=A"},
      {"<head><title>A</title></head><body><body.head><hedline><hl1>B</hl1></hedline></body.head>"
       "</body>",
       "title=B"},
      {"<body><body.content>Bare text.</body.content></body>", "body=Bare text."},
      {"<body><p>A</p></body>", "body=A"},
      {"<body.content><p>A</p></body.content>", "body=A"},
      {"<body><body.content><block class='lead_paragraph'><p>A</p></block></body.content></body>",
       "body=A"},
      {"<body><body.head><abstract><p>A</p></abstract></body.head><body.content/></body>",
       "body=A"},
      {"<head><docdata><date.release norm='2024-11-17'/></docdata></head>", "published=2024-11-17"},
      {"<head><docdata><date.issue norm='2024-11-16'/><date.release norm='2024-11-17'/></docdata>"
       "</head>",
       "published=2024-11-16"},
      {"<head><pubdata ex-ref='page 3'/></head>", ""},
      {"<body><body.head><byline class='normalized_byline'>Roe, John</byline></body.head></body>",
       "authors=Roe, John"},
      {"<body><body.head><byline><byttl>Reporter</byttl></byline></body.head></body>", ""},
      {"<head><meta name='online_sections' content=' ;; A;'/></head>", "section=A"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    CHECK(read("<nitf>" + row.inside + "</nitf>") == std::vector<std::string>{row.expected});
  }
}

TEST_CASE("NITF reader: damage costs only the document that it hits") {
  struct Row {
    std::string text;
    std::vector<std::string> expected;
  };
  const std::string none = "! no article: no <nitf> is in it, so it is no NITF";
  const Row rows[] = {
      {"", {none}},
      {"<html/>", {none}},
      {"<all><nitf><head><title>A</title></head></nitf>\n<nitf><head></nitf>\n"
       "<nitf><head><title>C</title></head></nitf></all>",
       {"title=A", "! invalid XML: line 2: Opening and ending tag mismatch: head and nitf",
        "title=C"}},
      {"<nitf><head><title>A</title>",
       {"! invalid XML: <nitf> is not closed before the next one begins or the input ends"}},
      {"<!DOCTYPE nitf [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
       "<nitf><head><title>&b;</title></head></nitf>",
       {"title=&b;"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("NITF reader: what looks like NITF") {
  CHECK(looks_like_nitf("<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf>"));
  CHECK(looks_like_nitf("<nitf version='-//IPTC//DTD NITF 3.3//EN'>"));
  CHECK_FALSE(looks_like_nitf("<newsItem><nitf>"));
  CHECK_FALSE(looks_like_nitf("nitf"));
}

}  // namespace
}  // namespace backfile
