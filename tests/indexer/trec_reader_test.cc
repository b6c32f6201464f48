#include <doctest/doctest.h>

#include "indexer/readers/trec.h"
#include "indexer/readers/trec_sets.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

std::string only(std::string content) {
  const auto items = read_all(make_trec_reader, std::move(content));
  REQUIRE(items.size() == 1);
  return described(items[0]);
}

TEST_CASE("trec reader: the articles of each set") {
  struct Row {
    std::string_view content;
    std::string_view expected;
  };
  const Row rows[] = {
      {"<DOC>\n<DOCNO> LA010289-0001 </DOCNO>\n<DOCID> 1 </DOCID>\n"
       "<DATE>\n<P>\nJanuary 2, 1989, Monday, Home Edition \n</P>\n</DATE>\n"
       "<SECTION>\n<P>\nMetro; Part B; Page 3; Column 1; Metro Desk \n</P>\n</SECTION>\n"
       "<LENGTH>\n<P>\n40 words \n</P>\n</LENGTH>\n"
       "<HEADLINE>\n<P>\nFERRY STOPS; \n</P>\n<P>\nISLANDERS ROW \n</P>\n</HEADLINE>\n"
       "<BYLINE>\n<P>\nBy ADA QUILLON, Times Staff Writer \n</P>\n</BYLINE>\n"
       "<TEXT>\n<P>\nFish & chips cost < 5 crowns\non the island. \n</P>\n<P>\nTwo. "
       "\n</P>\n</TEXT>\n"
       "<SUBJECT>\n<P>\nFERRIES; ISLANDS \n</P>\n</SUBJECT>\n</DOC>\n",
       "id=LA010289-0001|title=FERRY STOPS; ISLANDERS ROW"
       "|body=Fish & chips cost < 5 crowns\non the island. \n\n\n\n\n\n\nTwo."
       "|published=January 2, 1989|source=Los Angeles Times|section=Metro"
       "|authors=By ADA QUILLON, Times Staff Writer|tags=FERRIES,ISLANDS"},
      {"<DOC>\n<DOCNO>FT911-77</DOCNO>\n<PROFILE>_AN-X</PROFILE>\n<DATE>910514\n</DATE>\n"
       "<HEADLINE>\nFT  14 MAY 91 / Quay reopens after\na year\n</HEADLINE>\n"
       "<BYLINE>\n   By ADA QUILLON\n</BYLINE>\n<DATELINE>PORT ELLERY</DATELINE>\n"
       "<TEXT>\nThe quay reopened on\nMonday after a year.\nShips\nqueued all the night.\nIt was "
       "loud.\nMore will come.\n</TEXT>\n<PUB>The Financial Times\n</PUB>\n<PAGE>\nPage "
       "9\n</PAGE>\n"
       "</DOC>",
       "id=FT911-77|title=Quay reopens after a year"
       "|body=PORT ELLERY - The quay reopened on\nMonday after a year.\nShips\nqueued all the "
       "night."
       "\nIt was loud.\n\nMore will come."
       "|published=1991-05-14|source=Financial Times|authors=By ADA QUILLON"},
      {"<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n"
       "<HEAD>Ferry Stops</HEAD>\n<HEAD>Eds: UPDATES</HEAD>\n<BYLINE>By ADA QUILLON</BYLINE>\n"
       "<BYLINE>Associated Press Writer</BYLINE>\n<DATELINE>ELLERY, Norwall (AP) </DATELINE>\n"
       "<TEXT>\n   The ferry stopped.\n   It rained.\n</TEXT>\n<TEXT>\n   "
       "Later.\n</TEXT>\n</DOC>\n",
       "id=AP880212-0001|title=Ferry Stops"
       "|body=ELLERY, Norwall (AP) - The ferry stopped.\n   It rained.\n\n\n\n   Later."
       "|published=1988-02-12|source=Associated Press|authors=By ADA QUILLON"},
      {"<DOC>\n<DOCNO>WSJ900402-0200</DOCNO>\n<HL> Business Brief:\n  Ferry Line Sold\n  ----\n"
       "  By Ada Quillon\n  Staff Reporter of The Paper</HL>\n<DATE>04/02/90</DATE>\n"
       "<IN> SHIPPING (SHP)\nFERRIES (FER) </IN>\n<LP>\n  It was sold.\n</LP>\n"
       "<TEXT>\n  Nobody knows why.\n</TEXT>\n</DOC>\n",
       "id=WSJ900402-0200|title=Business Brief: Ferry Line Sold"
       "|body=It was sold.\n\n\n\n  Nobody knows why."
       "|published=1990-04-02|source=Wall Street Journal|authors=By Ada Quillon"
       "|tags=SHIPPING (SHP),FERRIES (FER)"},
      {"<DOC>\n<DOCNO> FBIS3-1 </DOCNO>\n<HT>  \"cr0\" </HT>\n<HEADER>\n<H2>   March Reports "
       "</H2>\n"
       "<DATE1>  1 March 1994 </DATE1>\n<F P=100></F>\n<H3> <TI>      Ferry Stops </TI></H3>\n"
       "</HEADER>\n<TEXT>\nLanguage: <F P=105> Harvian </F>\nArticle Type:BFN \n\n"
       "  [Text] It stopped.\n</TEXT>\n</DOC>\n",
       "id=FBIS3-1|title=Ferry Stops|body=[Text] It stopped.|published=1 March 1994|source=FBIS"},
      {"<DOC>\n<DOCNO> SJMN91-06001001 </DOCNO>\n<DESCRIPT>  FERRY;  STOP  </DESCRIPT>\n"
       "<LEADPARA>  It stopped.  </LEADPARA>\n<SECTION>  Front  </SECTION>\n"
       "<HEADLINE>  FERRY STOPS  </HEADLINE>\n<PUBDATE>  910101  </PUBDATE>\n"
       "<TEXT>     It rained.;  </TEXT>\n</DOC>\n",
       "id=SJMN91-06001001|title=FERRY STOPS|body=It stopped.  \n\n     It rained.;"
       "|published=1991-01-01|source=San Jose Mercury News|section=Front|tags=FERRY,STOP"},
      {"<DOC>\n<DOCNO> APW19980601.0001 </DOCNO>\n<DOCTYPE> NEWS </DOCTYPE>\n"
       "<DATE_TIME> 1998-06-01 00:03:00 </DATE_TIME>\n<BODY>\n<HEADLINE> Ferry stops </HEADLINE>\n"
       "<TEXT>\n<P>\n\tIt stopped.\n</P>\n</TEXT>\n</BODY>\n</DOC>\n",
       "id=APW19980601.0001|title=Ferry stops|body=It stopped."
       "|published=1998-06-01 00:03:00|source=Associated Press"},
      {"<DOC id=\"XIN_ENG_19950102.0001\" type=\"story\" >\n<HEADLINE>\nFerry stops\n</HEADLINE>\n"
       "<DATELINE>\nELLERY, January 2 (Xinhua) -\n</DATELINE>\n<TEXT>\n<P>\nIt stopped.\n</P>\n"
       "</TEXT>\n</DOC>\n",
       "id=XIN_ENG_19950102.0001|title=Ferry stops|body=ELLERY, January 2 (Xinhua) - It stopped."
       "|published=1995-01-02|source=Xinhua"},
      {"<DOC><DOCNO>X-1</DOCNO><TEXT>Open", ""},
      {"<DOC><DOCNO>X-1</DOCNO><TEXT>Open</DOC>", "id=X-1|body=Open"},
      {"<doc><docno>X-1</docno><title>T</title></doc>", ""},
      {"<DOC></DOC>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    std::string found = only(std::string(row.content));
    if (row.expected.empty())
      CHECK((found.empty() || found.starts_with("! ")));
    else
      CHECK(found == row.expected);
  }
}

TEST_CASE("trec reader: the Washington Post's lines of JSON") {
  const auto items = read_all(
      make_trec_reader,
      "\n{\"id\":\"b2\",\"article_url\":\"https://e.example/b2\",\"title\":\"Ferry "
      "stops\",\"author\":\"Ada Quillon\",\"published_date\":1325376562000,\"contents\":[null,"
      "{\"type\":\"kicker\",\"content\":\"Sport\"},{\"type\":\"sanitized_html\","
      "\"content\":\"It <b>stopped</b>.\"}],\"source\":\"The Washington Post\"}\n{\n");
  REQUIRE(items.size() == 2);
  CHECK(described(items[0]) ==
        "id=b2|url=https://e.example/b2|title=Ferry stops|body=It stopped.|published=1325376562000"
        "|source=The Washington Post|section=Sport|authors=Ada Quillon");
  CHECK(described(items[1]).starts_with("! invalid JSON"));
}

TEST_CASE("trec reader: lines that were not broken are no wrapped ones") {
  const std::string line(300, 'x');
  for (const bool wrapped : {true, false}) {
    const auto items =
        read_all(make_trec_reader,
                 "<DOC><TEXT>" + line.substr(0, wrapped ? 70 : 300) + "\nTwo.</TEXT></DOC>");
    REQUIRE(items.size() == 1);
    CHECK(std::get<RawArticle>(items[0]).body_lines ==
          (wrapped ? LineUse::kWrapped : LineUse::kUnknown));
  }
}

TEST_CASE("trec reader: damage costs what it hits") {
  const std::string whole = "<DOC>\n<DOCNO>LA010289-1</DOCNO><TITLE>T</TITLE>\n</DOC>\n";
  const auto items = read_all(make_trec_reader, "junk" + whole + "<DOC>\n<DOCNO>2</DOCNO>\n<TEXT>" +
                                                    whole + "<DOC><TEXT>\xE9 & <");
  REQUIRE(items.size() == 4);
  CHECK(described(items[0]).starts_with("id=LA010289-1|"));
  CHECK(described(items[1]).starts_with("! cut off: "));
  CHECK(origin_of(items[1]).position == "DOC 2, line 4");
  CHECK(described(items[2]) == described(items[0]));
  CHECK(described(items[3]).starts_with("! cut off: "));
}

TEST_CASE("trec reader: dates, sources, sections and headlines") {
  struct Date {
    std::string_view text;
    std::string_view number;
    std::string_view expected;
  };
  const Date dates[] = {
      {"", "AP880212-0001", "1988-02-12"},
      {"", "WSJ870324-0001", "1987-03-24"},
      {"", "LA010289-0001", "1989-01-02"},
      {"", "NYT19980601.0001", "1998-06-01"},
      {"", "nyt_eng_20041231.0007", "2004-12-31"},
      {"", "FT911-1", ""},
      {"", "FBIS3-1", ""},
      {"", "LA0102", ""},
      {"", "", ""},
      {"910514", "FT911-1", "1991-05-14"},
      {"03/24/87", "", "1987-03-24"},
      {"January 2, 1989, Monday, Home Edition", "LA010389-1", "January 2, 1989"},
      {"March 1994", "", "March 1994"},
      {"Monday, 1 March 1994", "", "Monday, 1 March 1994"},
      {",", "", ","},
      {", ", "", ", "},
  };
  for (const Date& row : dates) {
    CAPTURE(row.text);
    CAPTURE(row.number);
    CHECK(trec_date(row.text, row.number) == row.expected);
  }
  CHECK(trec_source("WSJ870324-0001") == "Wall Street Journal");
  CHECK(trec_source("XIE19960101.0001") == "Xinhua");
  CHECK(trec_source("LABOUR-1").empty());
  CHECK(trec_source("LA").empty());
  CHECK(trec_source("").empty());
  CHECK(trec_section("Part A; Page 3; Foreign Desk") == "Foreign Desk");
  CHECK(trec_section("Book Review; Page 1; Book Review Desk") == "Book Review");
  CHECK(trec_section("Part A; Page 3") == "");
  CHECK(trec_section(";;") == "");
  CHECK(without_set_prefix("FT  14 MAY 91 / A / B") == "A / B");
  CHECK(without_set_prefix("FT / ") == "");
  CHECK(without_set_prefix("FT index rises by a tenth / it fell") ==
        "FT index rises by a tenth / it fell");
  CHECK(without_set_prefix("FT rises") == "FT rises");
}

TEST_CASE("trec reader: what looks like it") {
  CHECK(looks_like_trec("<DOC>\n<DOCNO> LA010289-0001 </DOCNO>"));
  CHECK(looks_like_trec("<DOC id=\"XIN_ENG_19950102.0001\" type=\"story\" >\n<TEXT>"));
  CHECK_FALSE(looks_like_trec("<DOC><TEXT>"));
  CHECK_FALSE(looks_like_trec("<DOCNO> 1 </DOCNO>"));
  CHECK_FALSE(looks_like_trec("<doc id=\"12\" url=\"x\" title=\"y\">\nText"));
  CHECK_FALSE(looks_like_trec("x<DOC><DOCNO>"));
  CHECK_FALSE(looks_like_trec(""));
}

}  // namespace
}  // namespace backfile
