#include <doctest/doctest.h>

#include "indexer/readers/jsonl.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

using namespace std::string_literals;

std::vector<ParsedItem> read(const std::string& content, const FieldMap& map = {}) {
  Input input = input_of(content);
  const ReaderSettings settings{map};
  const auto reader = make_jsonl_reader(input, settings);
  auto items = read_all(*reader);
  CHECK_FALSE(reader->next());
  for (const ParsedItem& item : items) CHECK(origin_of(item).input == input.path());
  return items;
}

// The detail of a parse error is simdjson's and left out.
std::string shown(const ParsedItem& item) {
  const std::string text = described(item);
  const std::string invalid = "! invalid JSON: ";
  if (!text.starts_with(invalid)) return text;
  CHECK(text.size() > invalid.size());
  return "! invalid JSON";
}

struct Row {
  std::string line;
  std::string expected;
};

void check_rows(std::span<const Row> rows, const FieldMap& map = {}) {
  std::string content;
  for (const Row& row : rows) content += row.line + "\n";
  const auto items = read(content, map);
  REQUIRE(items.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].line);
    CHECK(shown(items[i]) == rows[i].expected);
    CHECK(origin_of(items[i]).position == "line " + std::to_string(i + 1));
  }
}

TEST_CASE("jsonl: fields by their own names") {
  const Row rows[] = {
      {R"({"id":"a","url":"u","title":"T","body":"B","published":"2024-11-17","updated":"2025",)"
       R"("source":"s","section":"c","authors":["x","y"],"tags":["t"],"places":["p"],)"
       R"("people":["q","r"],"language":"en"})",
       "id=a|url=u|title=T|body=B|published=2024-11-17|updated=2025|source=s|section=c|"
       "authors=x,y|tags=t|places=p|people=q,r|language=en"},
      {"{}", ""},
      {R"({"ID":"a","Title":"T","author":"x","text":"B","":"e"})", "id=a|title=T|body=B|authors=x"},
      {R"({"title":"T","extra":{"title":"U","deep":[1,{"body":"x"}]},"n":1.5e3})", "title=T"},
      {R"({"title":null,"tags":null,"id":null,"published":null})", ""},
      {R"({"title":"","tags":[]})", ""},
      {R"({"title":" raw\n\ttext \u0000\u001b "})", "title= raw\n\ttext \0\x1b "s},
      {R"({"title":"Z\u00fcrich \ud83d\ude00 \"q\" \/ 東京"})", "title=Zürich 😀 \"q\" / 東京"},
      {R"({"title":"first","title":"second"})", "title=first"},
      {"  {\"title\":\"T\"}\t\r", "title=T"},
  };
  check_rows(rows);
}

TEST_CASE("jsonl: types that a field takes") {
  const Row rows[] = {
      {R"({"id":17})", "id=17"},
      {R"({"id":-7})", "id=-7"},
      {R"({"id":18446744073709551615})", "id=18446744073709551615"},
      {R"({"id":1.5})", "id=1.5"},
      {R"({"language":1})", "language=1"},
      {R"({"published":20241117,"updated":0})", "published=20241117|updated=0"},
      {R"({"tags":"one, text"})", "tags=one,text"},
      {R"({"authors":["a",null,"","b"]})", "authors=a,b"},
      {R"({"id":true})", ""},
      {R"({"id":["a"]})", "id=a"},
      {R"({"id":17.0,"published":1605571200.0})", "id=17|published=1605571200"},
      {R"({"id":{"$oid":"5f"},"published":{"$date":1605571200000}})",
       "id=5f|published=1605571200000"},
      {R"({"url":1})", ""},
      {R"({"title":1})", "! wrong type: title is a number, expected text"},
      {R"({"title":true,"body":"B"})", "! wrong type: title is true or false, expected text"},
      {R"({"title":1,"headline":"H"})", "title=H"},
      {R"({"title":"T","body":["a",null,"b"]})", "title=T|body=a\n\nb"},
      {R"({"title":"T","body":[{"type":"p","text":"a"},{"type":"p","text":"b"}]})",
       "title=T|body=a\n\nb"},
      {R"({"title":"T","body":[1,2]})", "! wrong type: body is a list, expected text"},
      {R"({"body":{"text":"a"}})", "body=a"},
      {R"({"body":{"n":1}})", "! wrong type: body is an object, expected text"},
      {R"({"maintext":false})", "! wrong type: maintext is true or false, expected text"},
      {R"({"published":{}})", ""},
      {R"({"updated":false})", ""},
      {R"({"source":1})", ""},
      {R"({"section":[]})", ""},
      {R"({"section":["a","b"]})", "section=a"},
      {R"({"tags":1})", "tags=1"},
      {R"({"tags":true})", ""},
      {R"({"places":{}})", ""},
      {R"({"people":["a",1,true,["b"]]})", "people=a,1"},
      {R"({"authors":[{"name":"a"},{"url":"u"},{"name":"b"}]})", "authors=a,b"},
      {R"({"authors":{"name":"a"}})", "authors=a"},
      {R"({"tags":[{"name":"a"},{"term":"b"},{"label":{"eng":"c"}},{"title":"d"}]})",
       "tags=a,b,c,d"},
      {R"(["a"])", "! wrong type: the line is a list, expected an object"},
      {R"("a")", "! wrong type: the line is text, expected an object"},
      {"17", "! wrong type: the line is a number, expected an object"},
      {"true", "! wrong type: the line is true or false, expected an object"},
      {"null", "! wrong type: the line is null, expected an object"},
  };
  check_rows(rows);
}

TEST_CASE("jsonl: damage costs its line only") {
  const std::string good = R"({"title":"T"})";
  const std::string invalid = "! invalid JSON";
  const Row rows[] = {
      {"{", invalid},
      {good, "title=T"},
      {"}", invalid},
      {R"({"title":"T")", invalid},
      {R"({"title":"T)", invalid},
      {R"({"title":"T\)", invalid},
      {R"({"title":)", invalid},
      {R"({"title":"T",})", invalid},
      {R"({"title":"T"}})", invalid},
      {R"({"title":"T"} {"title":"U"})", invalid},
      {R"({"title":"T"}x)", invalid},
      {R"({title:"T"})", invalid},
      {R"({'title':'T'})", invalid},
      {R"({"title":"\x"})", invalid},
      {"{\"title\":\"a\tb\"}", invalid},
      {R"({"id":01})", invalid},
      {R"({"id":NaNs})", invalid},
      {"title,body", invalid},
      {"\xEF\xBB\xBF" + good, invalid},  // a byte-order mark that is not at the front
      {good, "title=T"},
      {R"({"title":"\ud800"})", "title=\xEF\xBF\xBD"},
      {R"({"title":"\udc00 low, \\\\ud800"})", "title=\xEF\xBF\xBD low, \\\\ud800"},
      {R"({"title":"\ud83dx \ud83d\ude00"})", "title=\xEF\xBF\xBDx 😀"},
      {R"({"title":"NaN x","id":NaN,"n":-Infinity})", "title=NaN x"},
      {"{\"title\":\"a\0b\"}"s, invalid},
      {"{\"title\":\"a\"\0}"s, invalid},
      {"\0"s, invalid},
      {good, "title=T"},
  };
  check_rows(rows);
}

TEST_CASE("jsonl: lines in another encoding are read, and told of") {
  const auto items = read("{\"title\":\"Caf\xE9 am See\",\"body\":\"B\"}\n{\"title\":\"T\"}\n");
  REQUIRE(items.size() == 3);
  CHECK(described(items[0]) == "title=Café am See|body=B");
  CHECK(described(items[1]).starts_with("note encoding: the line is not UTF-8; read as "));
  CHECK(origin_of(items[1]).position == "line 1");
  CHECK(described(items[2]) == "title=T");
}

TEST_CASE("jsonl: deep nesting is an error, not a crash") {
  for (const int depth : {10, 1000, 5000, 1000000}) {
    CAPTURE(depth);
    const std::string list =
        std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
    std::string objects;
    for (int i = 0; i < depth; ++i) objects += R"({"a":)";
    objects += "1" + std::string(std::size_t(depth), '}');
    const auto items =
        read("{\"title\":\"T\",\"extra\":" + list + "}\n" + std::string(std::size_t(depth), '[') +
             "\n" + objects + "\n{\"title\":\"after\"}\n");
    REQUIRE(items.size() == 4);
    CHECK(shown(items[0]) == (depth <= 1000 ? "title=T" : "! invalid JSON"));
    CHECK(shown(items[1]) == "! invalid JSON");
    CHECK(shown(items[2]) == (depth <= 1000 ? "" : "! invalid JSON"));
    CHECK(shown(items[3]) == "title=after");
  }
}

TEST_CASE("jsonl: mapped names first, in the order of the map, then our own") {
  const Field* body = field_by_name("body");
  const FieldMap map = {{body, "maintext"},
                        {body, "text"},
                        {field_by_name("title"), "headline"},
                        {field_by_name("authors"), "byline"},
                        {field_by_name("id"), "n"},
                        {field_by_name("source"), "headline"}};
  const Row rows[] = {
      {R"({"headline":"H","maintext":"M"})", "title=H|body=M|source=H"},
      {R"({"title":"T","headline":"H"})", "title=H|source=H"},
      {R"({"title":"T","body":"B"})", "title=T|body=B"},
      {R"({"text":"X","maintext":"M","body":"B"})", "body=M"},
      {R"({"text":"X","body":"B"})", "body=X"},
      {R"({"maintext":null,"text":null,"body":"B"})", "body=B"},
      {R"({"maintext":"","body":"B"})", "body=B"},
      {R"({"byline":"A and B","n":5})", "id=5|authors=A and B"},
      {R"({"maintext":7,"body":"B"})", "body=B"},
      {R"({"maintext":7})", "! wrong type: maintext is a number, expected text"},
  };
  check_rows(rows, map);
}

TEST_CASE("jsonl: a date written as none is kept for a remark") {
  const Row rows[] = {
      {R"({"title":"T","date_publish":"None"})", "title=T|published=None"},
      {R"({"title":"T","date_publish":"None","date":"2024-01-02"})",
       "title=T|published=2024-01-02"},
      {R"({"title":"T","date_publish":"","date":null})", "title=T"},
  };
  check_rows(rows);
}

TEST_CASE("jsonl: blank lines count and give nothing") {
  const auto items = read("\xEF\xBB\xBF\n \t\r\n{\"title\":\"A\"}\r\n\r\n\n{\"title\":\"B\"}");
  REQUIRE(items.size() == 2);
  CHECK(described(items[0]) == "title=A");
  CHECK(origin_of(items[0]).position == "line 3");
  CHECK(described(items[1]) == "title=B");
  CHECK(origin_of(items[1]).position == "line 6");
  CHECK(read("").empty());
  CHECK(read("\n\n \n").empty());
  CHECK(read("\xEF\xBB\xBF{\"title\":\"A\"}").size() == 1);
}

TEST_CASE("jsonl: a line of the most bytes, one byte more, and a good one behind") {
  const std::string head = R"({"title":"T","body":")";
  const std::string tail = R"("})";
  const std::string most(kMaxArticleBytes - head.size() - tail.size(), 'x');
  const auto items = read(head + most + tail + "\n" + head + most + "x" + tail +
                          "\n{\"title\":\"after\"}\n" + head + most + most);
  REQUIRE(items.size() == 4);
  CHECK((described(items[0]) == "title=T|body=" + most));
  CHECK(described(items[1]) ==
        "! too large: a line of more than 16 MB; --max-article sets another limit");
  CHECK(origin_of(items[1]).position == "line 2");
  CHECK(described(items[2]) == "title=after");
  CHECK(origin_of(items[2]).position == "line 3");
  CHECK(described(items[3]) ==
        "! too large: a line of more than 16 MB; --max-article sets another limit");
  CHECK(origin_of(items[3]).position == "line 4");
}

}  // namespace
}  // namespace backfile
