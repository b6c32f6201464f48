#include "indexer/markup/sgml.h"

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("sgml: tags of a name") {
  struct Row {
    std::string_view text;
    std::size_t at;
    bool is_end;
  };
  constexpr std::size_t kNone = std::string_view::npos;
  const Row rows[] = {
      {"<DOC>", 0, false},       {"x <doc id=1>", 2, false},  {"</DOC>", 0, true},
      {"</doc\n>", 0, true},     {"<DOC\n>", 0, false},       {"<DOCNO>", kNone, false},
      {"<DOC-A>", kNone, false}, {"< DOC>", kNone, false},    {"<DOC", kNone, false},
      {"<<DOC>", 1, false},      {"", kNone, false},          {"<", kNone, false},
      {"</", kNone, false},      {"</DOCNO></DOC>", 8, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const SgmlTag tag = find_tag(row.text, "DOC");
    CHECK(tag.at == row.at);
    CHECK(tag.is_end == row.is_end);
  }
}

TEST_CASE("sgml: elements") {
  CHECK(element("<A>x</A>", "A") == "x");
  CHECK(element("</A><A>x</A><A>y</A>", "A") == "x");
  CHECK(element("<A b=\"c\">x<B>y</B></A>", "a") == "x<B>y</B>");
  CHECK(element("<A></A>", "A") == "");
  CHECK_FALSE(element("<A>x", "A"));
  CHECK_FALSE(element("x</A>", "A"));
  CHECK_FALSE(element("<A", "A"));
  CHECK(element_or_rest("<A>x", "A") == "x");
  CHECK(element_or_rest("<A>x</A>y", "A") == "x");
  CHECK(element_or_rest("x", "A").empty());
  CHECK(elements("<D>a</D><D>b</D> <D></D><D>c", "D") ==
        std::vector<std::string_view>{"a", "b", ""});
}

TEST_CASE("sgml: attributes") {
  struct Row {
    std::string_view text;
    std::string_view value;
  };
  const Row rows[] = {
      {"<DOC id=\"a 1\" type=x>", "a 1"},
      {"<DOC type='id=2' ID = 'b'>", "b"},
      {"<DOC id=c>", "c"},
      {"<DOC oid=\"1\">", ""},
      {"<DOC id>", ""},
      {"<DOC id=", ""},
      {"<DOC id=\"open", "open"},
      {"<DOC><P id=\"d\">", ""},
      {"", ""},
      {"id=\"e\"", "e"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(attribute(row.text, "id") == row.value);
  }
}

TEST_CASE("sgml: text") {
  struct Row {
    std::string_view sgml;
    std::string_view text;
  };
  const Row rows[] = {
      {"Fish & chips", "Fish & chips"},
      {"Fish &amp; chips", "Fish & chips"},
      {"&lt;ABC> rose", "<ABC> rose"},
      {"a < 5 and b > 6", "a < 5 and b > 6"},
      {"a <b <c>d", "a <b d"},
      {"<P>One.</P><p>Two.", "\n\nOne.\n\n\n\nTwo."},
      {"One<BR>two", "One\ntwo"},
      {"<F P=105> Harvian </F>", " Harvian "},
      {"<!-- tag 1 -->x<?y>", "x"},
      {"<", "<"},
      {"<P", "<P"},
      {"&#2;x&#127;y&#30;\r\n\x1Bz", "xy\nz"},
      {"&", "&"},
      {"caf&#233;", "café"},
      {"caf&eacute; &unknown; AT&T", "café &unknown; AT&T"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sgml);
    CHECK(sgml_to_text(row.sgml) == row.text);
  }
  const std::string far = "a <b " + std::string(400, 'x') + ">";
  CHECK(sgml_to_text(far) == far);
}

TEST_CASE("sgml: hostile text takes no longer than plain text") {
  constexpr std::size_t kTimes = 2'000'000;
  for (const std::string_view piece : {"<A>", "</A>", "<A", "<", "&", "<A =", "<!--", "&#1;"}) {
    CAPTURE(piece);
    std::string text;
    text.reserve(kTimes * piece.size());
    for (std::size_t i = 0; i < kTimes; ++i) text += piece;
    element(text, "A");
    elements(text, "A");
    element_or_rest(text, "B");
    attribute(text, "id");
    CHECK(sgml_to_text(text).size() <= text.size() * 2);
  }
}

}  // namespace
}  // namespace backfile
