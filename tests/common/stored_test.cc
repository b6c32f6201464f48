#include "common/stored.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/json.h"
#include "tests/common/random_values.h"

namespace backfile {
namespace {

TEST_CASE("stored: a full article") {
  const Article article{"reuters-1",
                        "https://example.org/1",
                        "Missiles \"over\" Zürich",
                        "One.\n\nTwo.",
                        parse_date("1987-02-26T15:01:01Z"),
                        parse_date("1987-02-27"),
                        "Reuters",
                        "World",
                        {"A. One", "B. Two"},
                        {"war"},
                        {"Zürich", "東京"},
                        {"C. Three"},
                        "en"};
  const std::string stored = to_stored(article);
  CHECK(stored ==
        R"({"id":"reuters-1","url":"https://example.org/1","title":"Missiles \"over\" Zürich",)"
        R"("body":"One.\n\nTwo.","published":"1987-02-26T15:01:01Z","updated":"1987-02-27",)"
        R"("source":"Reuters","section":"World","authors":["A. One","B. Two"],"tags":["war"],)"
        R"("places":["Zürich","東京"],"people":["C. Three"],"language":"en"})");
  CHECK(from_stored(stored) == article);
}

TEST_CASE("stored: an empty article") {
  CHECK(to_stored({}) == "{}");
  CHECK(from_stored("{}") == Article{});
}

TEST_CASE("stored: a damaged article is an error of one line") {
  constexpr std::string_view kTexts[] = {
      "",
      "{",
      "x",
      R"({"id":"a"} x)",
      R"({"id":"a",})",
      "{\"id\":\"a\n\"}",
      "{\"id\":\"\xFF\"}",
      R"({"id":"\ud800"})",
      "null",
      "7",
      "[]",
      R"(["id"])",
      R"("id")",
      R"({"id":7})",
      R"({"id":null})",
      R"({"title":["a"]})",
      R"({"authors":"a"})",
      R"({"authors":[7]})",
      R"({"authors":{"a":"b"}})",
      R"({"published":20241117})",
      R"({"published":"yesterday"})",
      R"({"updated":""})",
      R"({"updated":"2024-02-30"})",
  };
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    std::string message;
    try {
      from_stored(text);
    } catch (const Error& error) {
      message = error.what();
    }
    CHECK(message.starts_with("the archive holds a damaged article"));
    CHECK(message.ends_with("; index it again"));
    CHECK(message.find('\n') == std::string::npos);
  }
}

TEST_CASE("stored: random articles come back as they were") {
  constexpr std::string_view kPieces[] = {"a", "Z",  " ", "é",  "東", "😀", "\"",    "\\",
                                          "/", "\n", "{", "\t", "7",  ",", "\u2028"};
  RandomValues random(10);
  const auto text = [&] { return random.text(kPieces, 10); };
  const auto list = [&] {
    std::vector<std::string> values(random.below(4));
    for (std::string& value : values) value = text();
    return values;
  };
  const auto date = [&] { return random.coin() ? std::optional(random.date()) : std::nullopt; };
  for (int i = 0; i < 2000; ++i) {
    const Article article{text(), text(), text(), text(), date(), date(), text(),
                          text(), list(), list(), list(), list(), text()};
    const std::string stored = to_stored(article);
    CAPTURE(stored);
    CHECK(from_stored(stored) == article);
    CHECK(stored.find('\n') == std::string::npos);
  }
}

TEST_CASE("stored: any cut of an article is damaged") {
  Article article;
  article.id = "é-1";
  article.published = parse_date("2024-11-17");
  article.tags = {"a", "b"};
  const std::string stored = to_stored(article);
  for (std::size_t bytes = 0; bytes < stored.size(); ++bytes) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(from_stored(std::string_view(stored).substr(0, bytes)), Error);
  }
}

TEST_CASE("stored: the text as it came stands last and is no field") {
  const Article article{"a-1", "", "T", "B", {}, {}, "", "", {"x"}, {}, {}, {}, "en"};
  const std::string bare = to_stored(article);
  CHECK_FALSE(raw_text_of(bare));
  const std::string stored = to_stored(article, " \"B\"\r\n\x1b[2J");
  CHECK(stored == R"({"id":"a-1","title":"T","body":"B","authors":["x"],"language":"en",)"
                  R"("raw":" \"B\"\r\n\u001b[2J"})");
  CHECK(from_stored(stored) == article);
  CHECK(raw_text_of(stored) == " \"B\"\r\n\x1b[2J");
  CHECK(raw_text_of(to_stored(article, "")) == "");
  CHECK(to_stored({}, "x") == R"({"raw":"x"})");
  CHECK(from_stored(R"({"raw":"x"})") == Article{});
}

TEST_CASE("stored: random texts come back as they came, whatever the article says") {
  constexpr std::string_view kPieces[] = {"a",          "é",          "東",
                                          "😀",          "\"",         "\\",
                                          "\n",         "\r",         "\t",
                                          "\x1b",       "\x7F",       "\x01",
                                          ",",          ":",          "}",
                                          "\u0080",     "\u009B",     "\u0085",
                                          "\u202E",     "\u2028",     "\uFEFF",
                                          "\uFFFF",     "\U000E0041", "raw",
                                          "\"raw\":\"", ",\"raw\":",  std::string_view("\0", 1)};
  RandomValues random(11);
  const auto text = [&] { return random.text(kPieces, 12); };
  for (int i = 0; i < 3000; ++i) {
    const Article article{text(), text(),           text(),   text(),   {}, {},    text(),
                          text(), {text(), text()}, {text()}, {text()}, {}, text()};
    const std::string raw = text();
    const std::string stored = to_stored(article, raw);
    CAPTURE(stored);
    CHECK(from_stored(stored) == article);
    CHECK(raw_text_of(stored) == raw);
    CHECK(stored.starts_with(to_stored(article).substr(0, to_stored(article).size() - 1)));
    CHECK_FALSE(raw_text_of(to_stored(article)));
  }
}

TEST_CASE("stored: a damaged text as it came is an error") {
  const std::string stored = to_stored({}, "one \"two\"");
  for (std::size_t bytes = 0; bytes < stored.size(); ++bytes) {
    CAPTURE(bytes);
    const std::string cut = stored.substr(0, bytes);
    CHECK_THROWS_AS(from_stored(cut), Error);
    if (cut.find("\"raw\":") != std::string::npos) CHECK_THROWS_AS(raw_text_of(cut), Error);
  }
  for (const std::string_view text :
       {R"({"raw":7})", R"({"raw":null})", R"({"raw":["x"]})", R"({"raw":"x",})"})
    CHECK_THROWS_AS(raw_text_of(text), Error);
}

TEST_CASE("json: a line") {
  struct Row {
    nlohmann::ordered_json value;
    std::string_view expected;
  };
  const Row rows[] = {
      {{{"b", 1}, {"a", nullptr}}, "{\"b\":1,\"a\":null}\n"},
      {"Zürich \u2028", "\"Zürich \u2028\"\n"},
      {"two\nlines", "\"two\\nlines\"\n"},
      {"file\xFFname", "\"file\uFFFDname\"\n"},
  };
  for (const Row& row : rows) CHECK(dump_line(row.value) == row.expected);
}

}  // namespace
}  // namespace backfile
