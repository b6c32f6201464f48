#include <doctest/doctest.h>

#include "indexer/readers/csv.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// One line an item, with its position.
std::string read(const std::string& content, const ReaderSettings& settings = {},
                 std::size_t piece_bytes = std::size_t{1} << 20) {
  Input input({"test", "test", {}}, std::make_unique<StringSource>(content, piece_bytes));
  const auto reader = make_csv_reader(input, settings);
  std::string text;
  for (const ParsedItem& item : read_all(*reader))
    text += origin_of(item).position + " " + described(item) + "\n";
  return text;
}

struct Row {
  std::string content;
  std::string expected;
};

TEST_CASE("csv reader: quotes, line ends and delimiters") {
  const std::string two = "line 2 title=a|body=b\nline 3 title=c|body=d\n";
  const Row rows[] = {
      {"title,text\na,b\nc,d\n", two},
      {"title,text\r\na,b\r\nc,d\r\n", two},
      {"title,text\ra,b\rc,d\r", two},
      {"title,text\na,b\nc,d", two},
      {"\xEF\xBB\xBFtitle,text\na,b\nc,d\n", two},
      {"title;text\na;b\nc;d\n", two},
      {"title\ttext\na\tb\nc\td\n", two},
      {"title|text\na|b\nc|d\n", two},
      {"\"title\",\"text\"\n\"a\",\"b\"\n\"c\",\"d\"", two},
      {"\"title\", \"text\"\n\"a\", \"b\"\n\"c\", \"d\"", two},
      {"Title , TEXT\na,b\nc,d\n", two},
      {"sep=;\ntitle;text\na,x;b\n", "line 3 title=a,x|body=b\n"},
      {"Unnamed: 0,title,text\n0,a,b\n1,c,d\n", two},
      {",title,text\n0,a,b\n1,c,d\n", two},
      {"title,text,\na,b,\nc,d,\n", two},
      {"title,text\na,b,,\nc,d\n", two},
      {"title,text\n\na,b\n \n\nc,d\n", "line 3 title=a|body=b\nline 6 title=c|body=d\n"},
      {"title,text\n\"a \"\"q\"\" x\",\"One.\n\nTwo, \"\"x\"\"\"\nc,d\n",
       "line 2 title=a \"q\" x|body=One.\n\nTwo, \"x\"\nline 5 title=c|body=d\n"},
      {"title,text\n\"a\r\nb\",c\r\n", "line 2 title=a\r\nb|body=c\n"},
      {"title,text\n\"a \\\"q\\\", x\",b\n", "line 2 title=a \"q\", x|body=b\n"},
      {"title,text\n\"C:\\\\\",\"a \\\"b\"\n", "line 2 title=C:\\|body=a \"b\n"},
      {"title,text\na \"q\" x,5\" pipe\n", "line 2 title=a \"q\" x|body=5\" pipe\n"},
      {"title,text\n\"He said \"hi\" x\",b\n", "line 2 title=He said \"hi\" x|body=b\n"},
      {"title,text\n", ""},
      {"title,text", ""},
      {"", ""},
      {"\n\n", ""},
      {"title\nOne\nTwo\n", "line 2 title=One\nline 3 title=Two\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
    CHECK(read(row.content, {}, 1) == row.expected);
  }
}

TEST_CASE("csv reader: columns by the names of dumps") {
  const Row rows[] = {
      {"id,title,publication,author,date,year,url,content\n"
       "7,T,Tide,A,2019-04-09,2019,u,B\n",
       "line 2 id=7|url=u|title=T|body=B|published=2019-04-09|source=Tide|authors=A\n"},
      {"Headline,Full Text,Publish Date,source.name,Source,crawled\n"
       "T,B,2024,Tide,https://t.example/a,2025\n",
       "line 2 url=https://t.example/a|title=T|body=B|published=2024|source=Tide\n"},
      {"title,body,text,tags\nT,nan,B,\"['x', 'y']\"\n", "line 2 title=T|body=B|tags=x,y\n"},
      {"title,DATE,DocumentIdentifier\nT,20241117,u\n", "line 2 url=u|title=T\n"},
      {"a,b\n1,2\n3,4\n",
       "line 1 ! unknown columns: no title and no body among a, b; name them with --map "
       "body=COLUMN, and see that the first line is a header\n"},
      {"url,date\n1,2\n",
       "line 1 ! unknown columns: no title and no body among url, date; name them with --map "
       "body=COLUMN, and see that the first line is a header\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
  }
  const FieldMap map = {{field_by_name("body"), "b"}, {field_by_name("title"), "a.x"}};
  CHECK(read("a.x;b\n1;2\n", {map}) == "line 2 title=1|body=2\n");
}

TEST_CASE("csv reader: damage costs its row only") {
  const Row rows[] = {
      {"title,text\na\nc,d\n",
       "line 2 ! wrong number of columns: 1, expected 2\nline 3 title=c|body=d\n"},
      {"title,text\na,b,x\nc,d\n",
       "line 2 ! wrong number of columns: 3, expected 2\nline 3 title=c|body=d\n"},
      // a quote that does not close
      {"title,text,url\n\"a,x,b,u\nc,d,v\ne,f,w\n",
       "line 2 ! open quote: a quote that does not close\nline 3 url=v|title=c|body=d\n"
       "line 4 url=w|title=e|body=f\n"},
      {"title,text,url\n\"a,x,b,u\n\"c\",d,v\n\"e\",\"f\",w\n",
       "line 2 ! open quote: a quote that does not close\nline 3 url=v|title=c|body=d\n"
       "line 4 url=w|title=e|body=f\n"},
      {"title,text\n\"a said,b\nc,d\n", "line 2 title=\"a said|body=b\nline 3 title=c|body=d\n"},
      {"title,text\na,b\nc,\"d", "line 2 title=a|body=b\nline 3 title=c|body=\"d\n"},
      {"title,text\na,b\nc,\"d\nx",
       "line 2 title=a|body=b\nline 3 title=c|body=\"d\n"
       "line 4 ! wrong number of columns: 1, expected 2\n"},
      {"title,text\n\"a \"b\" c\nd\",e\nf,g\n",
       "line 2 title=a \"b\" c\nd|body=e\nline 4 title=f|body=g\n"},
      {"title,text\n\"a\nb\",c,x\nd,e\n",
       "line 2 ! wrong number of columns: 3, expected 2\nline 4 title=d|body=e\n"},
      {"title,text\na\0b,c\n"s, "line 2 title=a\0b|body=c\n"s},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
    CHECK(read(row.content, {}, 1) == row.expected);
  }
}

TEST_CASE("csv reader: rows that are too large") {
  const ReaderSettings settings{{}, 5000};
  const std::string large(6000, 'x');
  const std::string told =
      "line 2 ! too large: a row of more than 5000 bytes; --max-article sets another limit\n";
  CHECK(read("title,text\na," + large + "\nc,d\n", settings) == told + "line 3 title=c|body=d\n");
  CHECK(read("title,text\na," + large, settings) == told);
  // A quote that does not close within the limit.
  std::string rest;
  std::string expected;
  for (int i = 0; i < 3000; ++i) {
    rest += "c,d\n";
    expected += "line " + std::to_string(i + 3) + " title=c|body=d\n";
  }
  CHECK(read("title,text\n\"a,b,x\n" + rest, settings) ==
        "line 2 ! open quote: a quote that does not close\n" + expected);
}

TEST_CASE("csv reader: hostile quotes take no quadratic time") {
  std::string content = "title,text\n";
  while (content.size() < std::size_t{8} << 20) content += "\"a,b,c\n";
  CHECK_FALSE(read(content).empty());
  content = "title,text\n" + std::string(std::size_t{8} << 20, '"');
  CHECK_FALSE(read(content).empty());
  content = "title,text\n\"" + std::string(std::size_t{8} << 20, '\n');
  CHECK_FALSE(read(content).empty());
  content = "title,text\n" + std::string(std::size_t{8} << 20, ',');
  CHECK(read(content).empty() == false);
}

TEST_CASE("csv reader: rows in another encoding are read, and told of") {
  const std::string text = read("title,text\nCaf\xE9 am See,b\nc,d\n");
  CHECK(text.starts_with("line 2 title=Café am See|body=b\nline 2 note encoding: "));
  CHECK(text.ends_with("\nline 3 title=c|body=d\n"));
}

TEST_CASE("csv reader: an input that breaks off gives what was whole before") {
  auto source = std::make_unique<StringSource>("title,text\na,b\nc,");
  source->breaks_off("x\ne,f\n");
  Input input({"test", "test", {}}, std::move(source));
  const ReaderSettings settings;
  const auto reader = make_csv_reader(input, settings);
  CHECK(std::get<RawArticle>(*reader->next())["title"][0] == "a");
  CHECK_THROWS_AS(reader->next(), Error);
  REQUIRE(input.resume());
  CHECK(std::get<Rejection>(*reader->next()).reason == "wrong number of columns");
  CHECK(std::get<RawArticle>(*reader->next())["title"][0] == "e");
  CHECK_FALSE(reader->next());
}

TEST_CASE("csv reader: told by the header") {
  struct Look {
    std::string head;
    std::string expected;
  };
  const Look rows[] = {
      {"title,text\na,b\n", "csv"},
      {"title;text\na;b\n", "csv"},
      {"title\ttext\na\tb\n", "tsv"},
      {"title\ttext\na,1\tb,2\n", "tsv"},
      {"\"Headline\",\"Publish Date\",\"x\"\n\"a, b\",\"2\",\"3\"", "csv"},
      {"title,text", "csv"},
      {"sep=;\ntitle;text\na;b\n", "csv"},
      {"title,text\na,b,c\n", ""},
      {"title\nb\n", ""},
      {"Title, text and more\nOne, two.\n", ""},
      {"url,date\na,b\n", ""},
      {"A headline, with a comma\nText, with commas, and more.\n", ""},
      {"", ""},
  };
  for (const Look& row : rows) {
    CAPTURE(row.head);
    CHECK(looks_like_csv(row.head) == (row.expected == "csv"));
    CHECK(looks_like_tsv(row.head) == (row.expected == "tsv"));
  }
}

TEST_CASE("csv reader: a date written as none is kept for a remark") {
  const auto items =
      read_all(make_csv_reader, "title,date,published\nA,None,\nB,None,2024-01-02\nC,,\n");
  REQUIRE(items.size() == 3);
  CHECK(described(items[0]) == "title=A|published=None");
  CHECK(described(items[1]) == "title=B|published=2024-01-02");
  CHECK(described(items[2]) == "title=C");
}

}  // namespace
}  // namespace backfile
