#include <doctest/doctest.h>

#include "common/tokenizer.h"
#include "searcher/query/parser.h"
#include "searcher/query/proximity.h"

namespace backfile {
namespace {

constexpr std::chrono::sys_days kToday = std::chrono::year(2024) / 11 / 17;

QueryError error_of(std::string_view query) {
  const auto parsed = parse_query(query, kToday);
  if (const auto* error = std::get_if<QueryError>(&parsed)) return *error;
  return {"understood as " + to_text(std::get<QueryNode>(parsed)), 0};
}

struct Row {
  std::string_view query;
  std::string_view message;
};

void check_rows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const QueryError error = error_of(row.query);
    CHECK(error.message == row.message);
    CHECK(error.message.find(" at column " + std::to_string(error.column)) != std::string::npos);
  }
}

TEST_CASE("query errors: quotes and brackets") {
  constexpr Row kRows[] = {
      {"red line\"", "unclosed quote at column 9; add a closing \""},
      {"title:\"red line", "unclosed quote at column 7; add a closing \""},
      {"\"\"", "no word between the quotes at column 1"},
      {"red \"...\"", "no word between the quotes at column 5"},
      {"(", "unclosed bracket at column 1; add a )"},
      {"a AND (b OR (c d)", "unclosed bracket at column 7; add a )"},
      {"title:(a", "unclosed bracket at column 7; add a )"},
      {")", "a closing bracket without an opening one at column 1"},
      {"a OR b) c", "a closing bracket without an opening one at column 7"},
      {"()", "nothing between the brackets at column 1"},
      {"a (...)", "nothing between the brackets at column 3"},
      {"=\"red line\"", "= before quotes at column 1; quotes mean exact forms; = is for one word"},
      {"title:()", "nothing between the brackets at column 7"},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: operators") {
  constexpr Row kRows[] = {
      {"AND a", "nothing before AND at column 1"},
      {"OR a", "nothing before OR at column 1"},
      {"a OR AND b", "nothing before AND at column 6"},
      {"(OR a)", "nothing before OR at column 2"},
      {"... AND a", "nothing before AND at column 5"},
      {"a AND", "nothing behind AND at column 3"},
      {"a OR", "nothing behind OR at column 3"},
      {"a NOT", "nothing behind NOT at column 3"},
      {"NOT", "nothing behind NOT at column 1"},
      {"NOT NOT a", "nothing behind NOT at column 1"},
      {"a AND OR b", "nothing behind AND at column 3"},
      {"a AND ...", "nothing behind AND at column 3"},
      {"(a AND NOT) b", "nothing behind AND at column 4"},
      {"a (+)", "nothing behind + at column 4"},
      {"(-) a", "nothing behind - at column 2"},
      {"a +-b", "nothing behind + at column 3"},
      {"a --b", "nothing behind - at column 3"},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: proximity") {
  constexpr std::string_view kOperators =
      "; as in NEAR/5, w/5, pre/5, w/s or w/p; in quotes it is text";
  struct WrittenRow {
    std::string_view query;
    std::string_view what;
  };
  constexpr WrittenRow kWritten[] = {
      {"a NEAR/ b", "NEAR/ without a distance at column 3"},
      {"a NEAR/x b", "NEAR/x without a distance at column 3"},
      {"a NEAR/s b", "NEAR/s without a distance at column 3"},
      {"a near/5 b", "near/5 is not in capitals at column 3"},
      {"a w/ b", "w/ without a distance at column 3"},
      {"a w/5x b", "w/5x without a distance at column 3"},
      {"a pre/ b", "pre/ without a distance at column 3"},
      {"a pre/s b", "pre/s without a distance at column 3"},
  };
  for (const WrittenRow& row : kWritten)
    CHECK(error_of(row.query).message == std::string(row.what).append(kOperators));
  constexpr Row kRows[] = {
      {"a NEAR b", "NEAR without a distance at column 3; as in NEAR/5; in quotes it is a word"},
      {"a NEAR/0 b", "a distance that cannot be: NEAR/0 at column 3; use 1 to 500 words"},
      {"a w/501 b", "a distance that cannot be: w/501 at column 3; use 1 to 500 words"},
      {"a pre/99999999999999999999 b",
       "a distance that cannot be: pre/99999999999999999999 at column 3; use 1 to 500 words"},
      {"NEAR/5 b", "nothing before NEAR/5 at column 1"},
      {"(w/s b)", "nothing before w/s at column 2"},
      {"... w/5 b", "nothing before w/5 at column 5"},
      {"a OR NEAR/5 b", "nothing before NEAR/5 at column 6"},
      {"a NEAR/5", "nothing behind NEAR/5 at column 3"},
      {"a NEAR/5 ...", "nothing behind NEAR/5 at column 3"},
      {"a w/s OR b", "nothing behind w/s at column 3"},
      {"(a pre/5) b", "nothing behind pre/5 at column 4"},
      {"a NEAR/5 NEAR/5 b", "nothing before NEAR/5 at column 10"},
      {"a NEAR/5 -b", "a sign behind NEAR/5 at column 10; put it before the first word"},
      {"a w/p (b AND c)",
       "AND cannot stand beside w/p at column 3; words, phrases, word*, (a OR b) and further "
       "NEAR/5 can"},
      {"(a b) NEAR/5 c",
       "several words without OR cannot stand beside NEAR/5 at column 7; words, phrases, word*, "
       "(a OR b) and further NEAR/5 can"},
      {"(a OR (b NOT d)) pre/2 c",
       "NOT cannot stand beside pre/2 at column 18; words, phrases, word*, (a OR b) and further "
       "NEAR/5 can"},
      {"date:2024 NEAR/5 c",
       "a whole value cannot stand beside NEAR/5 at column 11; words, phrases, word*, (a OR b) "
       "and further NEAR/5 can"},
      {"url:a NEAR/5 url:c",
       "an address cannot stand beside NEAR/5 at column 7; words, phrases, word*, (a OR b) and "
       "further NEAR/5 can"},
      {"title:a NEAR/5 b", "NEAR/5 between different fields at column 9; as in title:(a NEAR/5 b)"},
      {"author:(a w/s b)", "w/s in a field without sentences at column 11; use AND"},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: wildcards and forms") {
  constexpr Row kRows[] = {
      {"a *word", "* can only stand at the end of a word at column 3; as in ukrain*"},
      {"mid*dle", "* can only stand at the end of a word at column 4; as in ukrain*"},
      {"two**", "* can only stand at the end of a word at column 4; as in ukrain*"},
      {"=exact*", "* can only stand at the end of a word at column 7; as in ukrain*"},
      {"a *", "* can only stand at the end of a word at column 3; as in ukrain*"},
      {"\"red line\"*", "* can only stand at the end of a word at column 11; as in ukrain*"},
      {"url:ex*mple", "* can only stand at the end of a word at column 7; as in ukrain*"},
      {"wom?n", "? as a wildcard is not possible at column 4; an ending can be left open: prefix*"},
      {"why?", "? as a wildcard is not possible at column 4; an ending can be left open: prefix*"},
      {"u*", "too short before * at column 1; a prefix is one word of 2 letters or more"},
      {"red (é*)", "too short before * at column 6; a prefix is one word of 2 letters or more"},
      {"l'u*", "too short before * at column 1; a prefix is one word of 2 letters or more"},
      {"...u*", "too short before * at column 1; a prefix is one word of 2 letters or more"},
      {"...*", "too short before * at column 1; a prefix is one word of 2 letters or more"},
      {"covid-1*", "too short before * at column 1; a prefix is one word of 2 letters or more"},
      {"red ==", "no word behind = at column 5"},
      {"=...", "no word behind = at column 1"},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: fields") {
  constexpr std::string_view kAdvice =
      "; fields are id url title date source section author tag place person lang group; "
      "put text with a colon in quotes";
  const std::string unknown = "no such field: colour: at column 3" + std::string(kAdvice);
  CHECK(error_of("a colour:red").message == unknown);
  CHECK(error_of("a colour:\"red\"").message == unknown);
  CHECK(error_of("a colour:(red)").message == unknown);
  CHECK(error_of("body:x").message == "no such field: body: at column 1" + std::string(kAdvice));
  constexpr Row kRows[] = {
      {"title:", "nothing behind title: at column 1; write the value without a space"},
      {"(title:)", "nothing behind title: at column 2; write the value without a space"},
      {"a title: b", "nothing behind title: at column 3; write the value without a space"},
      {"id: x", "nothing behind id: at column 1; write the value without a space"},
      {"date:", "nothing behind date: at column 1; write the value without a space"},
      {"title:...", "no word behind title: at column 1"},
      {"url:...", "no word behind url: at column 1"},
      {"title:AND", "expected a word at column 7"},
      {"title:-x", "expected a word at column 7"},
      {"title:author:x", "expected a word at column 7"},
      {"title:(a author:x)", "a field inside a field at column 10; close the bracket first"},
      {"id:(=x)", "id: takes whole values at column 5"},
      {"lang:(en*)", "lang: takes whole values at column 7"},
      {"id:\"\"", "id: takes whole values at column 4"},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: dates") {
  constexpr std::string_view kAdvice =
      "; use 2024, 2024-11, 2024-11-17, -30d, or two of them as in 2024-01..2024-06";
  constexpr Row kRows[] = {
      {"date:soon", "not a date: soon at column 6"},
      {"a date:2024-13", "not a date: 2024-13 at column 8"},
      {"date:2024-02-30", "not a date: 2024-02-30 at column 6"},
      {"date:2024..x", "not a date: 2024..x at column 6"},
      {"date:2024..2023", "not a date: 2024..2023 at column 6"},
      {"date:..", "not a date: .. at column 6"},
      {"date:\"\"", "not a date:  at column 6"},
      {"date:2024*", "not a date: 2024* at column 6"},
      {"date:(2024 OR maybe)", "not a date: maybe at column 15"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(error_of(row.query).message == std::string(row.message).append(kAdvice));
  }
  CHECK(error_of("date:(2024*)").message == "date: takes whole values at column 7");
  CHECK(error_of("date:(=2024)").message == "date: takes whole values at column 7");
}

TEST_CASE("query errors: nothing to search for") {
  constexpr Row kRows[] = {
      {"...", "nothing to search for at column 1; the query has no word"},
      {" - ", "nothing to search for at column 1; the query has no word"},
      {"😀", "nothing to search for at column 1; the query has no word"},
      {"+...", "nothing to search for at column 1; the query has no word"},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: columns count characters, not bytes") {
  constexpr Row kRows[] = {
      {"Zürich \"", "unclosed quote at column 8; add a closing \""},
      {"東京 )", "a closing bracket without an opening one at column 4"},
      {"😀😀 AND", "nothing before AND at column 4"},
      {"Zu\u0308rich \"", "unclosed quote at column 8; add a closing \""},
  };
  check_rows(kRows);
}

TEST_CASE("query errors: not UTF-8") {
  const std::string advice = "; check the terminal's encoding";
  CHECK(error_of("Z\xFCrich").message == "the query is not UTF-8 at column 2" + advice);
  CHECK(error_of("é \xC3").message == "the query is not UTF-8 at column 3" + advice);
  CHECK(error_of("\xED\xA0\x80").message == "the query is not UTF-8 at column 1" + advice);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

TEST_CASE("query errors: limits") {
  const std::string too_many = "too long a query at column 2001; use at most 1000 words";
  CHECK(error_of(repeated("x ", 1000)).column == 0);
  CHECK(error_of(repeated("x ", 1001)).message == too_many);
  CHECK(error_of(repeated("x ", 999) + "OR x").column == 0);

  CHECK(error_of(std::string(kMaxQueryBytes - 1, ' ') + "x").column == 0);
  CHECK(error_of(std::string(kMaxQueryBytes, ' ') + "x").message ==
        "too long a query; use at most 20000 characters");

  const std::size_t deepest = kMaxQueryDepth;
  CHECK(error_of(repeated("(", deepest) + "x" + repeated(")", deepest)).column == 0);
  CHECK(error_of(repeated("(", deepest + 1) + "x" + repeated(")", deepest + 1)).message ==
        "brackets nested too deeply at column 101; use fewer");

  const std::string longest(Tokenizer::kMaxWordBytes, 'x');
  CHECK(error_of(longest).column == 0);
  CHECK(error_of("a " + longest + "x").message == "too long a word at column 3");
}

TEST_CASE("query errors: so many words near each other and no more") {
  const std::string most = "x" + repeated(" NEAR/5 x", kMaxJoinedProximities);
  CHECK(error_of(most).column == 0);
  CHECK(error_of(most + " w/s x").message ==
        "too long a chain with w/s at column 48; join at most 5 operators");
  CHECK(error_of("x w/s (" + most + ")").column == 3);
  const std::string many = most + repeated(" OR " + most, 9);
  CHECK(error_of(many).column == 0);
  CHECK(error_of(many + " OR x w/5 x").message ==
        "one w/5 too many at column 503; use at most 50 of NEAR, pre, w");
  const std::string group = "(x" + repeated(" OR x", kMaxNearLeaves - 2);
  CHECK(error_of(group + ") w/5 x").column == 0);
  CHECK(error_of(group + " OR x) w/5 x").message ==
        "too many words beside NEAR/5 at column 500; use at most 100");
}

TEST_CASE("query errors: what is understood is never nested too deeply to be understood again") {
  const std::string many_not = "x" + repeated(" NOT x", 999);
  CHECK(error_of(many_not).message == "understood as " + many_not);
  const std::string alternating = "x" + repeated(" AND x NOT x", 60);
  CHECK(error_of(alternating).message == "brackets nested too deeply at column 1; use fewer");
  const std::string implied = "x " + repeated("(x ", 99) + "a b AND c d" + repeated(")", 99);
  CHECK(error_of(implied).message.starts_with("understood as "));
  const std::string too_deep = "x " + repeated("(x ", 100) + "a b AND c d" + repeated(")", 100);
  CHECK(error_of(too_deep).message == "brackets nested too deeply at column 1; use fewer");
}

}  // namespace
}  // namespace backfile
