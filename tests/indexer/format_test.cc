#include "indexer/readers/format.h"

#include <doctest/doctest.h>

#include "tests/string_source.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// The name, with "?" when that is in doubt.
std::string detected(const std::string& name, const std::string& content) {
  Input input = input_of(content, name);
  const auto found = detect_format(input);
  // a look takes nothing away
  CHECK((input.peek(content.size() + 1) == content));
  if (const auto* sure = std::get_if<Detected>(&found))
    return std::string(sure->format->name) + (sure->in_doubt ? "?" : "");
  const auto& rejection = std::get<Rejection>(found);
  CHECK(rejection.origin.input == name);
  CHECK(rejection.origin.position.empty());
  return "! " + rejection.reason;
}

TEST_CASE("format: by content, then by name") {
  struct Row {
    std::string name;
    std::string content;
    std::string expected;
  };
  const std::string empty = "! empty";
  const std::string unknown = "! unknown format";
  const Row rows[] = {
      {"a.jsonl", R"({"id":"1"})", "jsonl"},
      {"a", R"({"id":"1"})", "jsonl"},
      {"a.txt", R"({"id":"1"})", "jsonl"},
      {"a.json", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n", "jsonl"},
      {"a", "\n\n { \"id\" : 1}", "jsonl"},
      {"a", "\xEF\xBB\xBF{\"id\":1}", "jsonl"},
      {"a.jsonl", "damaged first line\n{\"id\":1}", "jsonl?"},
      {"a", R"([{"title":"x"}])", "json"},
      {"a", "{\n  \"articles\": [\n    {\"title\": \"x\"}\n  ]\n}", "json"},
      {"a", R"({"uri":"urn:x:1","headline":"x","body_text":"y","versioncreated":"2024-01-01"})",
       "ninjs"},
      {"a", "title,text,date\nx,y,2024-01-01\n", "csv"},
      {"a", "title;text;date\nx;y;2024-01-01\n", "csv"},
      {"a", "title\ttext\tdate\nx\ty\t2024-01-01\n", "tsv"},
      {"a.csv", "kolumna,andra\nx,y\n", "csv?"},
      {"a", "<!DOCTYPE html>", "html"},
      {"a.txt", "<html>", "html"},
      {"a.html", "<html><body>", "html"},
      {"a.html", "no markup at all", "html?"},
      {"a", "WARC/1.1\r\nWARC-Type: warcinfo\r\n", "warc"},
      {"a", "\xEF\xBB\xBF<rss>", "feed"},
      {"a", "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", "feed"},
      {"a.xml", "<?xml version=\"1.0\"?><!-- x --><nitf>", "nitf"},
      {"a.xml", "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\">", "newsml"},
      {"a", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\">", "reuters"},
      {"a", "<DOC>\n<DOCNO> LA010189-0001 </DOCNO>\n", "trec"},
      {"a.txt", "Headline\nText.", "text"},
      {"a", "Headline\nText.", "text?"},
      {"a.dat", "Headline\nText.", "text?"},
      {"a", "{braces} in a headline", "text?"},
      {"a", "<3 is a heart", "text?"},
      {"a", "caf\xE9", "text?"},
      {"a.txt", "Markets, prices, and a headline with commas\n\nText, more text, and so on.\n",
       "text"},
      {"a.jsonl.old", "Headline", "text?"},
      {"a.txt", "a\0b"s, "text"},
      {"a", "a\0b"s, unknown},
      {"a", " \n<?xml version=\"1.0\"?><unheard-of/>", unknown},
      {"a.gz", "\x1F\x8B\x08\0\0"s, unknown},
      {"a", "", empty},
      {"a.jsonl", "", empty},
      {"a.txt", " \r\n\t", empty},
      {"a", "\xEF\xBB\xBF\n\n", empty},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.content);
    CHECK(detected(row.name, row.content) == row.expected);
  }
}

TEST_CASE("format: white space beyond the look") {
  const std::string blank(kLookBytes + 1000, '\n');
  CHECK(detected("a.jsonl", blank + "{\"id\":1}") == "jsonl");
  CHECK(detected("a.txt", blank + "Headline") == "text");
}

TEST_CASE("format: names") {
  for (const Format& format : formats()) CHECK(format_by_name(format.name) == &format);
  CHECK(format_by_name("JSONL") == nullptr);
  CHECK(format_by_name("") == nullptr);
  CHECK(format_by_name("auto") == nullptr);
}

}  // namespace
}  // namespace backfile
