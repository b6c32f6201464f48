#include "indexer/markup/xml.h"

#include <chrono>

#include <doctest/doctest.h>

#include "indexer/markup/xml_repair.h"

namespace backfile {
namespace {

using namespace std::string_literals;

TEST_CASE("XML repair: what programs get wrong is put right") {
  struct Row {
    std::string xml;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"plain é", "plain é"},
      {"<a b=\"c\">d</a>", "<a b=\"c\">d</a>"},
      {"caf&eacute;&nbsp;&hellip;", "café\u00A0…"},
      {"&amp;&lt;&gt;&quot;&apos;", "&amp;&lt;&gt;&quot;&apos;"},
      {"&foo; &toolongtobeone; & &; &&amp;",
       "&amp;foo; &amp;toolongtobeone; &amp; &amp;; &amp;&amp;"},
      {"AT&T&", "AT&amp;T&amp;"},
      {"<a b='x&y&eacute;'>", "<a b='x&amp;yé'>"},
      {"&#233;&#xE9;&#XE9;", "ééé"},
      {"&#146;&#x93;&#129;", "’“"},
      {"&#5;&#0;&#xFFFE;&#xD800;&#x110000;&#99999999;", ""},
      {"&#; &#x; &#-5; &#12a; &#123456789012;",
       "&amp;#; &amp;#x; &amp;#-5; &amp;#12a; &amp;#123456789012;"},
      {"&#60;&#38;&#34;&#39;&#10;", "&lt;&amp;&quot;&apos;\n"},
      {"a\x01\0\x1F\tb\r\n"s, "a\tb\r\n"},
      {"a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "a\xEF\xBF\xBD"},
      {"1 < 2 <3 <", "1 &lt; 2 &lt;3 &lt;"},
      {"<a b=\"1 < 2\">", "<a b=\"1 &lt; 2\">"},
      {"<a <b>", "<a <b>"},
      {"<!-- <&foo;\n -->a<?x\n?>b", "\na\nb"},
      {"<![CDATA[<&foo;\x05]]>&", "<![CDATA[<&foo;]]>&amp;"},
      {"<!DOCTYPE a SYSTEM 'b'>c", "c"},
      {"<!DOCTYPE a [\n<!ENTITY b 'c'>]>&b;", "\n&amp;b;"},
      {"<!x>", "&lt;!x>"},
      // Not to be put right: the parser says what is wrong.
      {"a<!-- b", "a<!-- b"},
      {"a<![CDATA[ b", "a<![CDATA[ b"},
      {"<a b='", "<a b='"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    CHECK(repaired_xml(row.xml).text == row.expected);
  }
}

// "(a b=c)(text)": elements in brackets, text as it is.
std::string described(const XmlElement& element) {
  if (element.is_text()) return element.content;
  std::string text = "(" + element.name;
  for (const auto& [name, value] : element.attributes) text += " " + name + "=" + value;
  if (!element.children.empty()) text += ":";
  for (const XmlElement& child : element.children) text += described(child);
  return text + ")";
}

TEST_CASE("XML: a tree, or the reason why not") {
  struct Row {
    std::string xml;
    std::string expected;
  };
  const Row rows[] = {
      {"<a/>", "(a)"},
      {"<a b='1' c:d=\"&lt;\">x<b/>y</a>", "(a b=1 c:d=<:x(b)y)"},
      {"<x:a><y:b/></x:a>", "(x:a:(y:b))"},
      {"<a> <b/>\n</a>", "(a: (b)\n)"},
      {"<a>1<![CDATA[<b>&amp;]]>2<!-- no -->3</a>", "(a:1<b>&amp;23)"},
      {"<?xml version='1.0' encoding='UTF-16'?>\n<a>é</a>", "(a:é)"},
      {"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "(a:&b;)"},
      {"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "(a)"},
      {"<a>&nbsp;&copy; AT&T</a>", "(a:\u00A0© AT&T)"},
      {"", "! line 1: nothing is there"},
      {"text", "! line 1: Start tag expected, '<' not found"},
      {"<a>\n<b></a>", "! line 2: Opening and ending tag mismatch: b and a"},
      {"<a>\n\nb", "! line 3: Premature end of data in tag a line 1"},
      {"<a/><b/>", "! line 1: Extra content at the end of the document"},
      {"<a b='1' b='2'/>", "! line 1: Attribute b redefined"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    const XmlTree tree = parse_xml(row.xml);
    CHECK((tree.error.empty() ? described(tree.root) : "! " + tree.error) == row.expected);
  }
  CHECK(parse_xml("<a>\n<b></a>", {}, 120).error ==
        "line 121: Opening and ending tag mismatch: b and a");
}

TEST_CASE("XML: what stood before an error is kept") {
  const XmlTree tree = parse_xml("<rss><channel><title>T</title><link>L");
  CHECK_FALSE(tree.error.empty());
  CHECK(tree.root.text("channel/title") == "T");
  CHECK(tree.root.text("channel/link") == "L");
}

TEST_CASE("XML: elements are found by local names, the parent's own prefix first") {
  const XmlTree tree = parse_xml(
      "<item xml:lang='de' x:a='1' a='2' "
      "xmlns:lang='n'><media:title>M</media:title><title>T</title>"
      "<dc:creator>C</dc:creator><dc:creator>D</dc:creator>"
      "<m><n>1</n></m><m><n>2</n><o><n b='c'>3</n></o></m></item>");
  const XmlElement& item = tree.root;
  REQUIRE(tree.error.empty());
  CHECK(item.text("title") == "T");
  CHECK(item.all("title").size() == 1);
  CHECK(item.all("creator").size() == 2);
  CHECK(item.all("m/n").size() == 2);
  CHECK(item.text("m/o/n") == "3");
  CHECK(item.attribute("m/o/n", "b") == "c");
  CHECK(item.attribute("m/x/n", "b").empty());
  CHECK(item.first("n") == nullptr);
  CHECK(item.descendant("n")->text() == "1");
  CHECK(item.descendant("x") == nullptr);
  CHECK(item.attribute("lang") == "de");
  CHECK(item.attribute("a") == "2");
  CHECK(item.first("m")->text() == "1");
  const XmlTree entry = parse_xml("<a:entry><title>T</title><a:title>A</a:title></a:entry>");
  CHECK(entry.root.text("title") == "A");
}

TEST_CASE("XML: what is inside, as HTML") {
  struct Row {
    std::string xml;
    std::string expected;
  };
  const Row rows[] = {
      {"<a/>", ""},
      {"<a>1 &lt; 2 &amp; 3</a>", "1 &lt; 2 &amp; 3"},
      {"<a><h:p xmlns:h='n' h:b='\"c'>d<h:br/>e</h:p><i/></a>",
       "<p b=\"&quot;c\">d<br>e</p><i></i>"},
      {"<a><script/>b</a>", "<script></script>b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    CHECK(parse_xml(row.xml).root.inner_markup() == row.expected);
  }
}

TEST_CASE("XML: the encoding that a document declares") {
  struct Row {
    std::string head;
    std::string expected;
  };
  const Row rows[] = {
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "ISO-8859-1"},
      {"\xEF\xBB\xBF <?xml encoding = 'utf-8' ?>", "utf-8"},
      {"<?xml version='1.0'?><a encoding='x'/>", ""},
      {"<?xml encoding=", ""},
      {"<?xml encoding='", ""},
      {"<a encoding='x'/>", ""},
      {"", ""},
      // It cannot be, or we would not have come so far.
      {"<?xml version='1.0' encoding='UTF-16'?>", ""},
      {"<?xml version='1.0' encoding='utf-16le'?>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(declared_encoding(row.head) == row.expected);
  }
}

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("XML: attacks are refused in linear time and bounded memory") {
  const std::size_t bytes = std::size_t{8} << 20;
  struct Row {
    std::string xml;
    std::string expected;  // begin of the error
  };
  std::string many_attributes = "<a";
  for (std::size_t i = 0; i < bytes / 10; ++i) many_attributes += " b" + std::to_string(i) + "=''";
  const Row rows[] = {
      {times(kMaxXmlDepth, "<a>") + times(kMaxXmlDepth, "</a>"), ""},
      {times(kMaxXmlDepth + 1, "<a>"), "line 1: elements are nested more than 200 deep"},
      {times(bytes / 3, "<a>"), "line 1: elements are nested more than 200 deep"},
      {"<a>" + times(bytes / 4, "<a/>"), "line 1: more than 300000 elements and texts"},
      {"<a>" + times(bytes / 5, "x<a/>"), "line 1: more than 300000 elements and texts"},
      {many_attributes + "/>", "line 1: a tag has more than 256 attributes"},
      {"<a>" + times(bytes, "&") + "</a>", ""},
      {"<a>" + times(bytes, "<") + "</a>", ""},
      {"<a>" + times(bytes / 5, "&amp;") + "</a>", ""},
      {"<a>" + times(bytes / 12, "<![CDATA[]]>") + "</a>", ""},
      {"<a>" + times(bytes / 4, "<!--"), "line 1: "},
      {"<a>" + times(bytes / 9, "<![CDATA["), "line 1: "},
      {"<a>" + times(bytes / 2, "<?"), "line 1: "},
      {"<a>" + times(bytes / 9, "<!DOCTYPE"), "line 1: "},
      {"<a><![CDATA[" + std::string(2 * bytes, 'x') + "]]></a>", ""},
      {"<a b='" + std::string(2 * bytes, 'x') + "'/>", ""},
      {"<" + std::string(bytes, 'x') + "/>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml.substr(0, 40));
    const auto start = std::chrono::steady_clock::now();
    const XmlTree tree = parse_xml(row.xml);
    CHECK(tree.error.substr(0, row.expected.empty() ? 100 : row.expected.size()) == row.expected);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }
}

// What the leak sanitizer watches.
TEST_CASE("XML: entities of a document that ends in an error are freed") {
  for (const char* tail : {"*]>\n<rss version", "]><rss", "<!ENTITY b 'x", ""})
    CHECK_FALSE(parse_xml(std::string("<!DOCTYPE rss [<!ENTITY a \"aa\">") + tail).error.empty());
}

TEST_CASE("XML: entities are not expanded") {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&e" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(i) + " \"" + times(10, before) + "\">";
  }
  const XmlTree tree = parse_xml(bomb + "]><a>&e29;</a>");
  CHECK(tree.error.empty());
  CHECK(tree.root.text() == "&e29;");
}

}  // namespace
}  // namespace backfile
