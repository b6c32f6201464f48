#include <doctest/doctest.h>

#include "indexer/readers/json.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

// One line an item, with its position; what simdjson says is left out.
std::string read(const std::string& content, const ReaderSettings& settings = {},
                 std::size_t piece_bytes = std::size_t{1} << 20) {
  Input input({"test", "test", {}}, std::make_unique<StringSource>(content, piece_bytes));
  const auto reader = make_json_reader(input, settings);
  std::string text;
  for (const ParsedItem& item : read_all(*reader)) {
    const std::string what = described(item);
    const bool is_parse = what.starts_with("! invalid JSON") &&
                          what.find("string that") == what.npos &&
                          what.find("neither") == what.npos && what.find("match") == what.npos;
    text += origin_of(item).position + ": " + (is_parse ? "! invalid JSON" : what) + "\n";
  }
  CHECK_FALSE(reader->next());
  return text;
}

struct Row {
  std::string content;
  std::string expected;
};

void check_rows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
    CHECK(read(row.content, {}, 1) == row.expected);
  }
}

TEST_CASE("json reader: lists, objects that hold one, objects one behind the other") {
  const std::string two = "item 1, line 1: title=A\nitem 2, line 1: title=B\n";
  const Row rows[] = {
      {R"([{"title":"A"},{"title":"B"}])", two},
      {"\xEF\xBB\xBF[{\"title\":\"A\"} , {\"title\":\"B\"},]", two},
      {"[\n  {\"title\": \"A\"},\n  {\n    \"title\": \"B\"\n  }\n]\n",
       "item 1, line 2: title=A\nitem 2, line 3: title=B\n"},
      {R"({"title":"A"}{"title":"B"})", two},
      {"{\n\"title\":\"A\"\n}\n{\n\"title\":\"B\"\n}\n",
       "item 1, line 1: title=A\nitem 2, line 4: title=B\n"},
      {R"({"articles":[{"title":"A"},{"title":"B"}]})", two},
      {R"({"status":"ok","totalResults":2,"articles":[{"title":"A"},{"title":"B"}]})", two},
      {R"({"results":[{"title":"A"}],"next":null,"items":[{"title":"B"}]})", two},
      {R"({"took":3,"hits":{"total":2,"hits":[{"_id":"1","_source":{"title":"A"}},)"
       R"({"_id":"2","_source":{"title":"B"}}]}})",
       "item 1, line 1: id=1|title=A\nitem 2, line 1: id=2|title=B\n"},
      {R"({"response":{"docs":[{"title":"A"},{"title":"B"}]}})", two},
      {R"({"response":{"status":"ok","results":[{"webTitle":"A"},{"webTitle":"B"}]}})", two},
      {R"([{"articles":[{"title":"A"}]},{"articles":[{"title":"B"}]}])", two},
      {R"({"title":"Feed","description":"D","items":[{"title":"A"},{"title":"B"}]})", two},
      {R"({"other":[{"title":"A","text":"x"},{"title":"B","text":"y"}]})",
       "item 1, line 1: title=A|body=x\nitem 2, line 1: title=B|body=y\n"},
      {R"({"a1":{"title":"A","text":"x"},"b2":{"title":"B","text":"y"}})",
       "item 1, line 1: title=A|body=x\nitem 2, line 1: title=B|body=y\n"},
      {R"({"title":"A","text":"x","items":[{"title":"B"}]})", "item 1, line 1: title=A|body=x\n"},
      {R"({"title":"A","tags":[{"name":"x"}]})", "item 1, line 1: title=A|tags=x\n"},
      {R"([[{"title":"A"}],[{"title":"B"}]])", two},
      {R"([{"title":"a ] } \" { [ \\"},{"title":"B"}])",
       "item 1, line 1: title=a ] } \" { [ \\\nitem 2, line 1: title=B\n"},
      {"[]", ""},
      {"", ""},
      {"{}",
       ": ! no articles: no object with a title or a body; name the dump's own fields with "
       "--map\n"},
      {R"({"a":{"b":[1,2,"x",{"c":null}]}})",
       ": ! no articles: no object with a title or a body; name the dump's own fields with "
       "--map\n"},
  };
  check_rows(rows);
}

TEST_CASE("json reader: damage costs its item only") {
  const Row rows[] = {
      {R"([{"title":"A"},{"title":x},{"title":"B"}])",
       "item 1, line 1: title=A\nitem 2, line 1: ! invalid JSON\nitem 3, line 1: title=B\n"},
      {R"([{"title":"A"},7,"x",{"title":"B"}])",
       "item 1, line 1: title=A\nitem 2, line 1: ! wrong type: the item is no object\n"
       "item 3, line 1: ! wrong type: the item is no object\nitem 4, line 1: title=B\n"},
      {"[\n{\"title\":\"A\"},\n{\"title\":\"x,\"body\":\"y\"},\n{\"title\":\"B\"}\n]",
       "item 1, line 2: title=A\nitem 2, line 3: ! invalid JSON: a string that does not end in its "
       "line\nitem 3, line 4: title=B\n"},
      {"[\n  {\n    \"title\": \"x,\n    \"n\": [\n      {}\n    ]\n  },\n  {\n    \"title\": "
       "\"B\"\n  }\n]",
       "item 1, line 2: ! invalid JSON: a string that does not end in its line\n"
       "item 2, line 8: title=B\n"},
      {"{\n\"articles\":[\n  {\n    \"title\": \"x,\n    \"n\": 1\n  },\n  {\n    \"title\": "
       "\"B\"\n  }\n]}",
       "item 1, line 3: ! invalid JSON: a string that does not end in its line\n"
       "item 2, line 7: title=B\n"},
      {"{\n\"title\": \"x,\n\"n\": 1\n}\n{\n\"title\": \"B\"\n}\n",
       "item 1, line 1: ! invalid JSON: a string that does not end in its line\n"
       "item 1, line 5: title=B\n"},
      // a bracket that is missing
      {"[\n{\"title\":\"A\",\"n\":{\"x\":1},\n{\"title\":\"B\"},\n{\"title\":\"C\"}\n]",
       "item 1, line 2: ! invalid JSON: brackets that do not match\nitem 2, line 3: title=B\n"
       "item 3, line 4: title=C\n"},
      {"[{\"title\":\"A\",\"n\":[1,2},{\"title\":\"B\"}]",
       "item 1, line 1: ! invalid JSON: brackets that do not match\nitem 2, line 1: title=B\n"},
      // one too many
      {"[\n{\"title\":\"A\"}},\n{\"title\":\"B\"}\n]",
       "item 1, line 2: title=A\nitem 2, line 3: title=B\n"},
      {"[{\"title\":\"A\"},{\"title\":\"B",
       "item 1, line 1: title=A\nitem 2, line 1: ! cut off: the input ends inside of an item\n"},
      {"{\"articles\":[{\"title\":\"A\"},{\"title\":\"B",
       "item 1, line 1: title=A\nitem 2, line 1: ! cut off: the input ends inside of an item\n"},
      {"[{\"title\":\"A\"},",
       "item 1, line 1: title=A\nline 1: ! cut off: the input ends inside of a list or an "
       "object\n"},
      {"{\"title\":\"A\",\n\"body\":\"B",
       "item 1, line 1: ! cut off: the input ends inside of an "
       "item\n"},
      {"nonsense\n{\n\"title\":\"A\"\n}",
       "item 0, line 1: ! invalid JSON: neither a list nor an object\nitem 1, line 2: title=A\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    std::string text = read(row.content);
    CHECK(text == row.expected);
    CHECK(read(row.content, {}, 1) == text);
  }
}

TEST_CASE("json reader: items that are too large") {
  const ReaderSettings settings{{}, 5000};
  const std::string large = "{\"title\":\"" + std::string(6000, 'x') + "\"}";
  const std::string told =
      "! too large: an item of more than 5000 bytes; --max-article sets another limit\n";
  CHECK(read("[" + large + ",{\"title\":\"B\"}]", settings) ==
        "item 1, line 1: " + told + "item 2, line 1: title=B\n");
  CHECK(read("[\n" + large + ",\n{\"title\":\"B\"}]", settings) ==
        "item 1, line 2: " + told + "item 2, line 3: title=B\n");
  CHECK(read(large, settings) == "item 1, line 1: " + told);
  std::string many = R"({"n":1,"articles":[)";
  std::string expected;
  for (int i = 1; i <= 2000; ++i) {
    many += R"({"title":"A"},)";
    expected += "item " + std::to_string(i) + ", line 1: title=A\n";
  }
  CHECK(read(many + "]}", settings) == expected);
  CHECK(read("{\"x\":{\"y\":" + many + "]}}}", settings) == expected);
}

TEST_CASE("json reader: hostile nesting takes no quadratic time") {
  for (const std::string piece :
       {"{", "[", "[{", "{\"a\":", "{\"a\":[", "[{\n", "{\n", "{\"a\":\n", "\"", "[{\"a\":\"\\",
        "{\"a\":{},", "[{}", "}", "]", "1,", "{\"articles\":[{"}) {
    CAPTURE(piece);
    std::string content;
    while (content.size() < std::size_t{1} << 20) content += piece;
    read(content, {{}, std::size_t{256} << 10});
    read("[" + content, {{}, std::size_t{256} << 10});
  }
}

TEST_CASE("json reader: an input that breaks off gives what was whole before") {
  auto source = std::make_unique<StringSource>("[\n{\"title\":\"A\"},\n{\"title\":\"x");
  source->breaks_off("y\"},\n{\"title\":\"B\"}\n]");
  Input input({"test", "test", {}}, std::move(source));
  const ReaderSettings settings;
  const auto reader = make_json_reader(input, settings);
  CHECK(std::get<RawArticle>(*reader->next())["title"][0] == "A");
  CHECK_THROWS_AS(reader->next(), Error);
  REQUIRE(input.resume());
  CHECK(std::get<RawArticle>(*reader->next())["title"][0] == "B");
  CHECK_FALSE(reader->next());
}

}  // namespace
}  // namespace backfile
