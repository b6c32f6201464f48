#include "indexer/markup/entities.h"

#include <doctest/doctest.h>

namespace backfile {
namespace {

TEST_CASE("entities: what character references mean") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"A&amp;B", "A&B"},
      {"&lt;p&gt; &quot;x&quot; &apos;y&apos;", "<p> \"x\" 'y'"},
      {"caf&eacute; &Eacute;t&eacute;", "café Été"},
      {"a&nbsp;b", "a\u00A0b"},
      {"&euro;5 &mdash; &hellip;", "€5 — …"},
      {"&#65;&#x42;&#X43;", "ABC"},
      {"&#8217;&#x2019;", "’’"},
      // windows-1252
      {"&#145;q&#146; &#150; &#128; &#x97;", "‘q’ – € —"},
      {"a&#129;b", "ab"},
      // controls and what is no character
      {"a&#0;b&#5;c&#127;d", "abcd"},
      {"a&#xD800;b&#x110000;c&#xFFFF;d", "abcd"},
      {"a&#99999999999999999999;b", "ab"},
      {"a&#10;b&#9;c", "a\nb\tc"},
      // without a semicolon
      {"A&amp B", "A& B"},
      {"&copy 2024", "© 2024"},
      {"&copy=1", "&copy=1"},
      {"&mdash x", "&mdash x"},
      {"&#65 &#x42", "A B"},
      // unknown, or none at all
      {"AT&T", "AT&T"},
      {"R & D", "R & D"},
      {"&", "&"},
      {"&;", "&;"},
      {"&#;", "&#;"},
      {"&#x;", "&#x;"},
      {"&#", "&#"},
      {"&nosuch;", "&nosuch;"},
      {"&blah;&amp;", "&blah;&"},
      // once only
      {"&amp;lt;", "&lt;"},
      {"&&amp;&", "&&&"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(decode_entities(row.text) == row.expected);
  }
}

TEST_CASE("entities: long runs take linear time") {
  for (const std::string_view piece : {"&", "&amp;", "&#", "&aaaaaaaaaaaaaaaaaaaaaaaaaa", "&#1"}) {
    std::string text;
    while (text.size() < std::size_t{1} << 20) text += piece;
    CHECK(decode_entities(text).size() <= text.size());
  }
}

}  // namespace
}  // namespace backfile
