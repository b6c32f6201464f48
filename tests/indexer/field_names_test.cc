#include "indexer/readers/field_names.h"

#include <doctest/doctest.h>

#include "indexer/readers/jsonl.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::string read_line(const std::string& line, const FieldMap& map = {}) {
  const auto items = read_all(make_jsonl_reader, line + "\n", {map});
  REQUIRE(items.size() == 1);
  return described(items[0]);
}

struct Row {
  std::string line;
  std::string expected;
};

TEST_CASE("field names: every row of the table names a field") {
  for (const KnownName& row : known_names()) {
    CAPTURE(row.name);
    CHECK(field_by_name(row.field) != nullptr);
  }
}

TEST_CASE("field names: what says when a page was got or seen is no date of the article") {
  for (const std::string name :
       {"date_download",   "download_date", "warc_date",    "crawled",        "crawl_date",
        "crawled_at",      "seendate",      "date_seen",    "first_seen",     "last_seen",
        "fetched",         "fetched_at",    "fetch_date",   "scraped",        "scraped_at",
        "scrape_date",     "retrieved",     "retrieved_at", "date_retrieved", "added",
        "date_added",      "indexed",       "indexed_at",   "inserted_at",    "collect_date",
        "collection_date", "timestamp",     "created_at",   "filedate",       "access_date",
        "ingested_at"}) {
    CAPTURE(name);
    CHECK(read_line("{\"title\":\"T\",\"" + name + "\":\"2024-11-17\"}") == "title=T");
  }
}

TEST_CASE("field names: real dumps") {
  const Row rows[] = {
      // cc_news
      {R"({"title":"T","text":"B","domain":"www.tide.example","date":"2024-11-17 08:00:00",)"
       R"("description":"D","url":"https://www.tide.example/a","image_url":"https://i.example"})",
       "url=https://www.tide.example/a|title=T|body=B|published=2024-11-17 08:00:00|"
       "source=tide.example"},
      // RealNews
      {R"({"title":"T","text":"B","summary":"S","authors":["A B"],"publish_date":"04-09-2019",)"
       R"("status":"ok","url":"u","domain":"tide.example","warc_date":"2019-04-10T00:00:00Z"})",
       "url=u|title=T|body=B|published=04-09-2019|source=tide.example|authors=A B"},
      // All-the-news
      {R"({"title":"T","article":"B","author":"A","date":"2019-04-09","year":2019,"month":4,)"
       R"("url":"u","section":"Sport","publication":"Tide"})",
       "url=u|title=T|body=B|published=2019-04-09|source=Tide|section=Sport|authors=A"},
      // news-please
      {R"({"authors":["A"],"date_download":"2024-11-18 01:00:00","date_modify":"None",)"
       R"("date_publish":"2024-11-17 08:00:00","description":"D","language":"en",)"
       R"("maintext":"B","source_domain":"tide.example","title":"T","title_page":"P","url":"u"})",
       "url=u|title=T|body=B|published=2024-11-17 "
       "08:00:00|updated=None|source=tide.example|authors=A|"
       "language=en"},
      {R"({"title":"T","date_publish":"None","date_modify":"2024-11-18","maintext":null,)"
       R"("description":"D"})",
       "title=T|body=D|published=None|updated=2024-11-18"},
      // newspaper4k
      {R"({"url":"u","canonical_link":"c","title":"T","text":"B","meta_site_name":"Tide",)"
       R"("authors":["A"],"publish_date":"2024-11-17","tags":["x"],"keywords":["k"],)"
       R"("source_url":"https://tide.example","language":"en"})",
       "url=u|title=T|body=B|published=2024-11-17|source=Tide|authors=A|tags=x|language=en"},
      // Fundus
      {R"({"title":"T","body":{"summary":["S"],"sections":[{"headline":[],"paragraphs":["P"]},)"
       R"({"headline":["H"],"paragraphs":["Q","R"]}]},"publisher":"Tide","authors":["A"],)"
       R"("publishing_date":"2024-11-17 08:00:00+01:00","topics":["x","y"]})",
       "title=T|body=S\n\nP\n\nH\n\nQ\n\nR|published=2024-11-17 08:00:00+01:00|source=Tide|"
       "authors=A|tags=x,y"},
      // trafilatura
      {R"({"title":"T","author":"A; B","hostname":"tide.example","date":"2024-11-17",)"
       R"("categories":"Sport;News","tags":"x;y z","text":"B","language":"en",)"
       R"("source":"https://tide.example/a","source-hostname":"Tide","excerpt":"E"})",
       "url=https://tide.example/a|title=T|body=B|published=2024-11-17|source=tide.example|"
       "section=Sport|authors=A; B|tags=x,y z|language=en"},
      // Webz
      {R"({"thread":{"site":"tide.example","section_title":"Sport","title_full":"TF",)"
       R"("published":"2024-11-16"},"url":"u","ord_in_thread":0,"author":"A","title":"T",)"
       R"("published":"2024-11-17","text":"B","language":"english","crawled":"2024-11-18",)"
       R"("entities":{"persons":[{"name":"P"}],"locations":[{"name":"L"}]}})",
       "url=u|title=T|body=B|published=2024-11-17|source=tide.example|section=Sport|authors=A|"
       "places=L|people=P|language=english"},
      {R"({"ord_in_thread":3,"title":"","text":"B"})",
       "note no article: a comment (ord_in_thread is 3)"},
      // GDELT
      {R"({"DATE":20241117,"DocumentIdentifier":"https://tide.example/a","title":"T",)"
       R"("SourceCommonName":"tide.example","seendate":"20241117T080000Z"})",
       "url=https://tide.example/a|title=T|source=tide.example"},
      // schema.org
      {R"({"@type":"NewsArticle","headline":"T","articleBody":"B","datePublished":"2024-11-17",)"
       R"("dateModified":"2024-11-18","author":[{"@type":"Person","name":"A"}],"publisher":)"
       R"({"name":"Tide"},"keywords":"x, y","inLanguage":"en","articleSection":["Sport"]})",
       "title=T|body=B|published=2024-11-17|updated=2024-11-18|source=Tide|section=Sport|"
       "authors=A|tags=x,y|language=en"},
      // NewsAPI
      {R"({"source":{"id":null,"name":"Tide"},"author":"A","title":"T","description":"D",)"
       R"("url":"u","publishedAt":"2024-11-17T08:00:00Z","content":"B"})",
       "url=u|title=T|body=B|published=2024-11-17T08:00:00Z|source=Tide|authors=A"},
      // Guardian
      {R"({"id":"sport/a","sectionName":"Sport","webPublicationDate":"2024-11-17T08:00:00Z",)"
       R"("webTitle":"T","webUrl":"u","fields":{"bodyText":"B","byline":"A"},)"
       R"("tags":[{"webTitle":"x"}]})",
       "id=sport/a|url=u|title=T|body=B|published=2024-11-17T08:00:00Z|section=Sport|authors=A|"
       "tags=x"},
      // New York Times
      {R"({"abstract":"D","web_url":"u","lead_paragraph":"B","source":"Tide","headline":)"
       R"({"main":"T","kicker":null},"keywords":[{"name":"subject","value":"x"},)"
       R"({"name":"persons","value":"P"},{"name":"glocations","value":"L"}],"pub_date":)"
       R"("2024-11-17","section_name":"Sport","byline":{"original":"By A"},"_id":"n"})",
       "id=n|url=u|title=T|body=B|published=2024-11-17|source=Tide|section=Sport|authors=By A|"
       "tags=x|places=L|people=P"},
      // WordPress
      {R"({"id":7,"date":"2024-11-17T09:00:00","date_gmt":"2024-11-17T08:00:00","link":"u",)"
       R"("title":{"rendered":"T"},"content":{"rendered":"B","protected":false}})",
       "id=7|url=u|title=T|body=B|published=2024-11-17T08:00:00"},
      // exports of Elasticsearch
      {R"({"_index":"news","_id":"e1","_source":{"title":"T","text":"B"}})",
       "id=e1|title=T|body=B"},
      // the Washington Post
      {R"({"id":"w1","article_url":"u","title":"T","author":"A","published_date":1325376562000,)"
       R"("contents":[null,{"type":"kicker","content":"Sport"},{"type":"title","content":"T"},)"
       R"({"type":"image","fullcaption":"C"},{"type":"sanitized_html","content":"P"},)"
       R"({"type":"sanitized_html","content":"Q"},{"type":"sanitized_html","content":null}]})",
       "id=w1|url=u|title=T|body=P\n\nQ|published=1325376562000|section=Sport|authors=A"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(read_line(row.line) == row.expected);
  }
}

TEST_CASE("field names: nothing passes on to the next name") {
  for (const std::string nothing : {"null", "\"\"", "\" \"", "\"None\"", "\"nan\"", "\"NaN\"",
                                    "\"null\"", "\"N/A\"", "[]", "[null]", "[\"\"]", "{}"}) {
    CAPTURE(nothing);
    CHECK(read_line("{\"title\":\"T\",\"body\":" + nothing + ",\"maintext\":" + nothing +
                    ",\"text\":\"B\"}") == "title=T|body=B");
  }
}

TEST_CASE("field names: lists that were joined") {
  const Row rows[] = {
      {R"({"tags":"a; b;c"})", "tags=a,b,c"},
      {R"({"tags":"a, b|c"})", "tags=a, b,c"},
      {R"({"tags":"a, b, c"})", "tags=a,b,c"},
      {R"({"tags":"R&D"})", "tags=R&D"},
      {R"({"tags":"['a, b', \"c's\", 'd\\'e', None]"})", "tags=a, b,c's,d'e"},
      {R"({"tags":"[\"a\",\"b\"]"})", "tags=a,b"},
      {R"({"tags":"[]"})", ""},
      {R"({"tags":"['a"})", "tags=['a"},
      {R"({"places":"Southhaven, Northmark"})", "places=Southhaven, Northmark"},
      {R"({"people":"Marl, Ada; Quill, Ben"})", "people=Marl, Ada,Quill, Ben"},
      {R"({"authors":"Ada Marl; Ben Quill"})", "authors=Ada Marl; Ben Quill"},
      {R"({"authors":"['Ada Marl', 'Ben Quill']"})", "authors=Ada Marl,Ben Quill"},
      {R"({"section":"Arts; Books"})", "section=Arts"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(read_line(row.line) == row.expected);
  }
}

TEST_CASE("field names: --map goes into objects, and a key with a dot goes before") {
  const Field* body = field_by_name("body");
  const FieldMap map = {{body, "a.b"}, {body, "c"}};
  CHECK(read_line(R"({"a":{"b":"path"},"a.b":"spelled"})", map) == "body=spelled");
  CHECK(read_line(R"({"a":{"b":"path"},"c":"other","text":"x"})", map) == "body=path");
  CHECK(read_line(R"({"a":{"B":"path"},"c":"other"})", map) == "body=other");
  CHECK(read_line(R"({"a":"b","text":"x"})", map) == "body=x");
}

TEST_CASE("field names: spelled in any way") {
  for (const std::string name : {"Publish Date", "publish_date", "publishDate", "PUBLISH-DATE"}) {
    CAPTURE(name);
    CHECK(read_line("{\"" + name + "\":\"2024\"}") == "published=2024");
  }
  const std::string longest(100000, 'x');
  CHECK(read_line("{\"" + longest + "\":\"2024\"}").empty());
}

}  // namespace
}  // namespace backfile
