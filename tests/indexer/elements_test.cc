#include "indexer/input/elements.h"

#include <chrono>

#include <doctest/doctest.h>

#include "tests/string_source.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxBytes = 1000;

// "item 1, line 1: <item>a</item>" for every element, faults as "! too large", "! not closed".
std::vector<std::string> described(Elements& elements) {
  std::vector<std::string> all;
  while (const auto element = elements.next()) {
    std::string text = element->position() + ": ";
    if (element->fault == Element::Fault::kTooLarge) text += "! too large";
    if (element->fault == Element::Fault::kNotClosed) text += "! not closed";
    all.push_back(text + std::string(element->bytes));
  }
  return all;
}

std::vector<std::string> cut(const std::string& text, std::size_t piece_bytes,
                             std::size_t max_bytes = kMaxBytes) {
  Input input({"test", "test", {}}, std::make_unique<StringSource>(text, piece_bytes));
  Elements elements(input, {"item", "entry"}, max_bytes);
  return described(elements);
}

TEST_CASE("elements: cut out of what stands around them") {
  struct Row {
    std::string text;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {"", {}},
      {"no tags", {}},
      {"<", {}},
      {"<rss><channel><title>T</title></channel></rss>", {}},
      {"<item>a</item>", {"item 1, line 1: <item>a</item>"}},
      {"<rss>\n<item>a\n</item>\n<item>b</item></rss>",
       {"item 1, line 2: <item>a\n</item>", "item 2, line 4: <item>b</item>"}},
      {"<atom:entry a='1'>x</atom:entry>", {"entry 1, line 1: <atom:entry a='1'>x</atom:entry>"}},
      {"<item/><item a=\"/\">b</item >",
       {"item 1, line 1: <item/>", "item 2, line 1: <item a=\"/\">b</item >"}},
      {"<item\n>a</item\n>", {"item 1, line 1: <item\n>a</item\n>"}},
      // Names are whole and as written.
      {"<items><Item>a</Item></items><itemx>b</itemx><x:item2/>", {}},
      // What only looks like a tag.
      {"<!-- <item>a</item> --><?x <item?><item>b</item>", {"item 1, line 1: <item>b</item>"}},
      {"<!DOCTYPE a [<!ENTITY b \"]><item>\"> <!-- don't -->]><item>a</item>",
       {"item 1, line 1: <item>a</item>"}},
      {"<!DOCTYPE a SYSTEM 'a.dtd'><item>a</item>", {"item 1, line 1: <item>a</item>"}},
      {"<!DOCTYPE a <item>a</item>", {"item 1, line 1: <item>a</item>"}},
      {"<![CDATA[<item>]]><item>a</item>", {"item 1, line 1: <item>a</item>"}},
      {"<item><?a:item><?item?></item>", {"item 1, line 1: <item><?a:item><?item?></item>"}},
      {"<item><-:item></item>", {"item 1, line 1: <item><-:item></item>"}},
      {"<item><![CDATA[</item>]]></item>", {"item 1, line 1: <item><![CDATA[</item>]]></item>"}},
      {"<item><![CDATA[a]]]></item>", {"item 1, line 1: <item><![CDATA[a]]]></item>"}},
      {"<item><!-- </item> --></item>", {"item 1, line 1: <item><!-- </item> --></item>"}},
      {"<item><a b='</item>c'/></item>", {"item 1, line 1: <item><a b='</item>"}},
      {"<item><a b='>' c=\">\"/></item>", {"item 1, line 1: <item><a b='>' c=\">\"/></item>"}},
      {"<item>1 < 2 <3 <!x <-- it's</item>",
       {"item 1, line 1: <item>1 < 2 <3 <!x <-- it's</item>"}},
      {"</item></entry><item>a</entry></item>", {"item 1, line 1: <item>a</entry></item>"}},
      // Damage costs only the element that it hits.
      {"<item>a<item>b</item>", {"item 1, line 1: ! not closed", "item 2, line 1: <item>b</item>"}},
      {"<item>a<entry>b</entry>",
       {"item 1, line 1: ! not closed", "entry 2, line 1: <entry>b</entry>"}},
      {"<item a=\"b>c</item>\n<item>d</item>",
       {"item 1, line 1: <item a=\"b>c</item>", "item 2, line 2: <item>d</item>"}},
      {"<item><![CDATA[a</item>\n<item><![CDATA[b]]></item>",
       {"item 1, line 1: ! not closed", "item 2, line 2: <item><![CDATA[b]]></item>"}},
      {"<item><!-- a</item>\n<item>b<!-- --></item>",
       {"item 1, line 1: ! not closed", "item 2, line 2: <item>b<!-- --></item>"}},
      {"<item>a</item><item>b", {"item 1, line 1: <item>a</item>", "item 2, line 1: ! not closed"}},
      {"<item", {"item 1, line 1: ! not closed"}},
      {"<item>a</item", {"item 1, line 1: <item>a</item"}},
      {"<item><![CDATA[a", {"item 1, line 1: ! not closed"}},
      {"<item>" + std::string(2000, 'x') + "</item><item>b</item>",
       {"item 1, line 1: ! too large", "item 2, line 1: <item>b</item>"}},
      {"<item>" + std::string(2000, '\n') + "<item>b</item>",
       {"item 1, line 1: ! too large", "item 2, line 2001: <item>b</item>"}},
      {"<item " + std::string(2000, 'x'), {"item 1, line 1: ! too large"}},
      {"<" + std::string(2000, 'x') + "><item>b</item>", {"item 1, line 1: <item>b</item>"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    for (const std::size_t piece_bytes : {1000000, 7, 1})
      CHECK(cut(row.text, piece_bytes) == row.expected);
  }
}

TEST_CASE("elements: the largest, and one byte more") {
  const std::string text = "<item>" + std::string(87, 'x') + "</item> ";
  for (const std::size_t piece_bytes : {1000000, 1}) {
    CHECK(cut(text, piece_bytes, 100)[0].ends_with("</item>"));
    CHECK(cut(text, piece_bytes, 99)[0] == "item 1, line 1: ! too large");
  }
}

TEST_CASE("elements: the head is what stands before the first, a megabyte at most") {
  const std::size_t megabyte = std::size_t{1} << 20;
  struct Row {
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"<rss><title>T</title>\n<item>a</item> b <item>c</item>", "<rss><title>T</title>\n"},
      {"<rss><title>T</title></rss>", "<rss><title>T</title></rss>"},
      {std::string(2 * megabyte, 'x') + "<item>a</item>", std::string(megabyte, 'x')},
  };
  for (const Row& row : rows) {
    Input input = input_of(row.text);
    Elements elements(input, {"item"}, kMaxBytes);
    while (elements.next()) continue;
    CHECK((elements.head() == row.expected));
  }
}

TEST_CASE("elements: where the input breaks off, and goes on behind the damage") {
  auto source = std::make_unique<StringSource>("<rss><item>a</item>\n<item>b", 3);
  source->breaks_off("c</item><item>d</item>");
  Input input({"test", "test", {}}, std::move(source));
  Elements elements(input, {"item"}, kMaxBytes);
  CHECK(elements.next()->bytes == "<item>a</item>");
  CHECK_THROWS_AS(elements.next(), Error);
  REQUIRE(input.resume());
  CHECK(elements.next()->bytes == "<item>d</item>");
  CHECK_FALSE(elements.next());
}

TEST_CASE("elements: linear in time whatever the bytes are") {
  const std::size_t megabytes = 4;
  for (const std::string_view piece :
       {"<a>", "<item>", "<", "<!--", "<![CDATA[", "<![CDATA[<item", "<a b='", "</", "<?", "]]",
        "&", "<!DOCTYPE [\"", "</item", "<item><!--"}) {
    CAPTURE(piece);
    std::string text = "<item>";
    while (text.size() < megabytes << 20) text += piece;
    const auto start = std::chrono::steady_clock::now();
    Input input = input_of(text);
    Elements elements(input, {"item"}, std::size_t{1} << 20);
    while (elements.next()) continue;
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }
}

}  // namespace
}  // namespace backfile
