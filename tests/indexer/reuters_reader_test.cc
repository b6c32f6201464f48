#include <doctest/doctest.h>

#include "indexer/readers/reuters.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

constexpr std::string_view kHead = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

std::string article(std::string_view number, std::string_view inside) {
  return "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"77\" NEWID=\"" +
         std::string(number) + "\">\n" + std::string(inside) + "</REUTERS>\n";
}

// Of the TEXT of an article.
std::string described_text(std::string_view text) {
  const auto items = read_all(make_reuters_reader, article("1", text));
  REQUIRE(items.size() == 1);
  std::string all = described(items[0]);
  constexpr std::string_view kSame = "|source=Reuters|language=en";
  REQUIRE(all.starts_with("id=1"));
  const auto same = all.find("|source=Reuters");
  REQUIRE(all.substr(same) == kSame);
  return all.substr(0, same).substr(4);
}

TEST_CASE("reuters reader: every field") {
  const auto items = read_all(
      make_reuters_reader,
      std::string(kHead) +
          article("12",
                  "<DATE> 9-APR-1987 07:04:13.20&#9;&#9;&#9;F</DATE>\n"
                  "<TOPICS><D>barley</D><D>dlr</D></TOPICS>\n<PLACES><D>norwall</D></PLACES>\n"
                  "<PEOPLE><D>quillon</D></PEOPLE>\n<ORGS></ORGS>\n<UNKNOWN> \n&#5;&#5;&#5;C T\n"
                  "u f BC-BARLEY &lt;NB> 04-09 0105</UNKNOWN>\n<TEXT>&#2;\n"
                  "<TITLE>NORWALL BREWERS &lt;NB> BUY BARLEY\n</TITLE>\n"
                  "<AUTHOR>    By Marta D'Ellin, Reuters</AUTHOR>\n"
                  "<DATELINE>    PORT ELLERY, April 9 - </DATELINE><BODY>Brewers bought\nbarley.\n"
                  "    It was dear.\n Reuter\n&#3;</BODY></TEXT>\n"));
  REQUIRE(items.size() == 1);
  CHECK(described(items[0]) ==
        "id=12|title=NORWALL BREWERS <NB> BUY BARLEY\n"
        "|body=    PORT ELLERY, April 9 - Brewers bought\nbarley.\n    It was dear.\n"
        "|published= 9-APR-1987 07:04:13.20|source=Reuters|authors=    By Marta D'Ellin"
        "|tags=barley,dlr|places=norwall|people=quillon|language=en");
  CHECK(origin_of(items[0]).position == "REUTERS 1, line 2");
  CHECK(std::get<RawArticle>(items[0]).body_lines == LineUse::kWrapped);
}

TEST_CASE("reuters reader: titles and bodies") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"<TEXT><TITLE>T</TITLE><BODY>A\n REUTER...^M\n&#3;</BODY></TEXT>", "|title=T|body=A\n"},
      {"<TEXT><TITLE>T</TITLE><BODY>A\n\n More\n\n REUTER\n&#3;</BODY></TEXT>",
       "|title=T|body=A\n"},
      {"<TEXT><TITLE>T</TITLE><BODY>A\nReuters said.\n&#3;</BODY></TEXT>",
       "|title=T|body=A\nReuters said.\n"},
      {"<TEXT><TITLE>T</TITLE><BODY>Reuter</BODY></TEXT>", "|title=T"},
      {"<TEXT><TITLE>T</TITLE><DATELINE>    ELLERY, Feb 1 -\n    </DATELINE><BODY>Shr 1\n    Net "
       "2\n</BODY></TEXT>",
       "|title=T|body=    ELLERY, Feb 1 -\n    Shr 1\n    Net 2\n"},
      {"<TEXT><TITLE>T</TITLE><DATELINE>ELLERY -</DATELINE><BODY>It</BODY></TEXT>",
       "|title=T|body=ELLERY - It"},
      {"<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>T\n</TITLE>Blah blah blah.\n&#3;\n\n</TEXT>",
       "|title=T\n"},
      {"<TEXT TYPE=\"BRIEF\">&#2;\n**<TITLE>T</TITLE>&#3;</TEXT>", "|title=T"},
      {"<TEXT TYPE=\"BRIEF\">&#2;\n**<TITLE>T</TITLE>It rose.\n Reuter\n&#3;</TEXT>",
       "|title=T|body=\n\nIt rose.\n"},
      {"<TEXT TYPE=\"UNPROC\">&#2;\nBARLEY PRICES - FEB 1\n May 1.10\n Jne 1.20\n&#3;\n\n</TEXT>",
       "|title=BARLEY PRICES - FEB 1|body=\n May 1.10\n Jne 1.20\n"},
      {"<TEXT TYPE=\"UNPROC\">&#2;\n  May 1.10\n&#3;</TEXT>", "|body=  May 1.10\n"},
      {"<TEXT TYPE=\"UNPROC\">&#2;\n&#3;</TEXT>", ""},
      {"<TEXT><TITLE>T</TITLE><BODY>A</BODY>", "|title=T|body=A"},
      {"<BODY>A</BODY>", ""},
      {"", ""},
      {"<TEXT><TITLE>T\x81\xE9</TITLE></TEXT>", "|title=T\xC2\x81\xC3\xA9"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(described_text(row.text) == row.expected);
  }
}

TEST_CASE("reuters reader: damage costs what it hits") {
  const std::string whole = article("1", "<TEXT><TITLE>T</TITLE></TEXT>");
  const std::string good = "id=1|title=T|source=Reuters|language=en";
  const std::string cut =
      "! cut off: the next one begins, or the input ends, before its </REUTERS>";
  struct Row {
    std::string content;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {whole + "<REUTERS NEWID=\"2\"><TEXT>" + whole, {good, cut, good}},
      {whole + "<REUTERS NEWID=\"2\"><TEXT>", {good, cut}},
      {whole + "\0\xFF<<<&&" + whole, {good, good}},
      {"</REUTERS>" + whole, {good}},
      {"<REUTERS", {cut}},
      {"text", {"! no articles: there is no <REUTERS> in it; name its format with --format"}},
      {"<REUTERS NEWID=\"3\">" + std::string(600, 'x') + "</REUTERS>" + whole,
       {"! too large: an article of more than 512 bytes; --max-article sets another limit", good}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    for (const std::size_t piece_bytes : {std::size_t{1} << 20, std::size_t{1}}) {
      ReaderSettings settings;
      settings.max_article_bytes = 512;
      Input input({"a", "a", {}}, std::make_unique<StringSource>(row.content, piece_bytes));
      std::vector<std::string> found;
      const auto reader = make_reuters_reader(input, settings);
      for (const ParsedItem& item : read_all(*reader)) found.push_back(described(item));
      CHECK(found == row.expected);
      CHECK_FALSE(reader->next());
    }
  }
}

TEST_CASE("reuters reader: an input that breaks off, and goes on") {
  const std::string whole = article("1", "<TEXT><TITLE>T</TITLE></TEXT>");
  auto source = std::make_unique<StringSource>(whole + "<REUTERS NEWID=\"2\"><TEXT><TITLE>U");
  source->breaks_off("rest</TITLE></TEXT></REUTERS>" + whole);
  Input input({"a", "a", {}}, std::move(source));
  const ReaderSettings settings;
  const auto reader = make_reuters_reader(input, settings);
  CHECK(reader->next());
  CHECK_THROWS_AS(reader->next(), Error);
  REQUIRE(input.resume());
  CHECK(reader->next());
  CHECK_FALSE(reader->next());
}

TEST_CASE("reuters reader: what looks like it") {
  CHECK(looks_like_reuters(kHead));
  CHECK(looks_like_reuters(article("1", "")));
  CHECK_FALSE(looks_like_reuters("<REUTERSX>"));
  CHECK_FALSE(looks_like_reuters("<!DOCTYPE html>"));
  CHECK_FALSE(looks_like_reuters("<DOC>"));
  CHECK_FALSE(looks_like_reuters(""));
}

}  // namespace
}  // namespace backfile
