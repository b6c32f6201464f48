#include <doctest/doctest.h>

#include "indexer/readers/text.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

using namespace std::string_literals;

TEST_CASE("text reader: one file, one article or the reason why not") {
  struct Row {
    std::string content;
    std::string section;
    std::string expected;
  };
  const std::string empty = "! empty: the file has no text";
  const Row rows[] = {
      {"Headline\nOne.\nTwo.\n", "", "title=Headline|body=\nOne.\nTwo.\n"},
      {"Headline\n\nOne.\n", "Sport", "title=Headline|body=\n\nOne.\n|section=Sport"},
      {"Headline", "", "title=Headline"},
      {"Headline\n", "", "title=Headline"},
      {"\n \n\t Headline \nOne.", "", "title=Headline |body=\nOne."},
      {"Headline\r\nOne.\r\n", "", "title=Headline|body=\r\nOne.\r\n"},
      {"Headline\rOne.\r", "", "title=Headline|body=\rOne.\r"},
      {"\xEF\xBB\xBFHeadline\nOne.", "", "title=Headline|body=\nOne."},
      {"\xEF\xBB\xBF\n\nHeadline\nOne.", "", "title=Headline|body=\nOne."},
      {"Überschrift\nZürich 東京", "", "title=Überschrift|body=\nZürich 東京"},
      {"", "", empty},
      {"", "Sport", empty},
      {" \t\r\n\v\f\n", "", empty},
      {"\xEF\xBB\xBF", "", empty},
      {"\xEF\xBB\xBF \n", "", empty},
      {"\0"s, "", "! binary: a NUL byte at byte 1"},
      {"ab\0c"s, "", "! binary: a NUL byte at byte 3"},
      {"\xEF\xBB\xBF"
       "ab\0c"s,
       "", "! binary: a NUL byte at byte 6"},
      {"\xFF\xFEH\0i\0"s, "", "! binary: a NUL byte at byte 4"},
      {"caf\xE9", "", "title=café"},
      {"\xEF\xBB\xBF"
       "caf\xE9",
       "", "title=café"},
      {"Head\nline \xE2\x82", "", "title=Head|body=\nline â‚"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    Input input({"a.txt", "a.txt", row.section}, std::make_unique<StringSource>(row.content));
    const ReaderSettings settings;
    const auto reader = make_text_reader(input, settings);
    const auto items = read_all(*reader);
    REQUIRE(items.size() == 1);
    CHECK(described(items[0]) == row.expected);
    CHECK(origin_of(items[0]).input == input.path());
    CHECK(origin_of(items[0]).position == (row.expected.starts_with("!") ? "" : "line 1"));
    CHECK_FALSE(reader->next());
  }
}

TEST_CASE("text reader: the largest text, and one byte more") {
  for (const bool fits : {true, false}) {
    CAPTURE(fits);
    std::string content = "Headline\n";
    content.resize(fits ? kMaxArticleBytes : kMaxArticleBytes + 1, 'x');
    const auto items = read_all(make_text_reader, content);
    REQUIRE(items.size() == 1);
    if (fits)
      CHECK((described(items[0]) == "title=Headline|body=" + content.substr(8)));
    else
      CHECK(described(items[0]) ==
            "! too large: a text of more than 16 MB; --max-article sets another limit");
  }
}

}  // namespace
}  // namespace backfile
