#include "indexer/readers/format.h"

#include <doctest/doctest.h>

#include "tests/temp_folder.h"

namespace backfile {
namespace {

using namespace std::string_literals;

std::string detected(const std::string& name, const std::string& content) {
  const TempFolder folder;
  Input input(folder.write(name, content));
  const auto found = detect_format(input);
  // a look takes nothing away
  CHECK((input.peek(content.size() + 1) == content));
  if (const auto* sure = std::get_if<Detected>(&found)) return std::string(sure->format->name);
  const auto& rejection = std::get<Rejection>(found);
  CHECK(rejection.origin.input == input.path());
  CHECK(rejection.origin.position.empty());
  return "! " + rejection.reason + ": " + rejection.detail;
}

TEST_CASE("format: by content, then by name") {
  struct Row {
    std::string name;
    std::string content;
    std::string expected;
  };
  const std::string empty = "! empty: the file has no text";
  const std::string unknown =
      "! unknown format: neither by content nor by name; name it with --format (" + format_names() +
      ")";
  const Row rows[] = {
      {"a.jsonl", R"({"id":"1"})", "jsonl"},
      {"a.ndjson", R"({"id":"1"})", "jsonl"},
      {"a", R"({"id":"1"})", "jsonl"},
      {"a.txt", R"({"id":"1"})", "jsonl"},
      {"a", "{}", "jsonl"},
      {"a", "\n\n { \"id\" : 1}", "jsonl"},
      {"a", "\xEF\xBB\xBF{\"id\":1}", "jsonl"},
      {"a", "\xEF\xBB\xBF \r\n{\"id\":1}\r\n", "jsonl"},
      {"a.jsonl", "damaged first line\n{\"id\":1}", "jsonl"},
      {"a.jsonl", "[1,2]", "jsonl"},
      {"a.jsonl", "a\0b"s, "jsonl"},
      {"a", "[{\"id\":1}]", "json"},
      {"a.jsonl", "[\n  {\"id\":1}\n]", "json"},
      {"a", "{\n  \"id\":1\n}", "json"},
      {"a", "{\"status\":\"ok\",\"articles\":[{\"id\":1}]}", "json"},
      {"a", "{\"response\":{\"docs\":[{\"id\":1}]}}", "json"},
      {"a.json", "{\"id\":1}\n{\"id\":2}\n", "jsonl"},
      {"a", "{\"id\":1, damaged\n{\"id\":2}\n", "jsonl"},
      {"a", "[Photo] a text\nmore", "text"},
      {"a", "title,text\na,b\n", "csv"},
      {"a.txt", "title\ttext\na\tb\n", "tsv"},
      {"a.csv", "a,b\nc,d\n", "csv"},
      {"a.txt", "Headline\nText.", "text"},
      {"a.text", "Headline\nText.", "text"},
      {"a", "Headline\nText.", "text"},
      {"a.dat", "Headline\nText.", "text"},
      {"a", "{braces} in a headline", "text"},
      {"a", "{", "text"},
      {"a", "<3 is a heart", "text"},
      {"a", "<", "text"},
      {"a", "caf\xE9", "text"},
      {"a.txt", "<html>", "text"},
      {"a.txt", "a\0b"s, "text"},
      {"jsonl", "Headline", "text"},
      {"a.jsonl.old", "Headline", "text"},
      {"a.html", "<html><body>", unknown},
      {"a", "<!DOCTYPE html>", unknown},
      {"a", " \n<?xml version=\"1.0\"?>", unknown},
      {"a", "\xEF\xBB\xBF<rss>", unknown},
      {"a.gz", "\x1F\x8B\x08\0\0"s, unknown},
      {"a", "", empty},
      {"a.jsonl", "", empty},
      {"a.txt", " \r\n\t", empty},
      {"a", "\xEF\xBB\xBF", empty},
      {"a", "\xEF\xBB\xBF\n\n", empty},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.content);
    CHECK(detected(row.name, row.content) == row.expected);
  }
}

TEST_CASE("format: white space beyond the look") {
  const std::string blank(5000, '\n');
  CHECK(detected("a.jsonl", blank + "{\"id\":1}") == "jsonl");
  CHECK(detected("a.txt", blank + "Headline") == "text");
  CHECK(detected("a", blank + "Headline") == "text");
}

TEST_CASE("format: names") {
  CHECK(format_names().ends_with(" text"));
  for (const Format& format : formats()) CHECK(format_by_name(format.name) == &format);
  CHECK(format_by_name("JSONL") == nullptr);
  CHECK(format_by_name("") == nullptr);
  CHECK(format_by_name("auto") == nullptr);
}

}  // namespace
}  // namespace backfile
