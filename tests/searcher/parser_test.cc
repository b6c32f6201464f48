#include "searcher/query/parser.h"

#include <doctest/doctest.h>

#include "tests/searcher/random_query.h"

namespace backfile {
namespace {

using Type = QueryNode::Type;

constexpr std::chrono::sys_days kToday = std::chrono::year(2024) / 11 / 17;

std::string understood(std::string_view query) {
  const auto parsed = parse_query(query, kToday);
  if (const auto* error = std::get_if<QueryError>(&parsed)) return "error: " + error->message;
  return to_text(std::get<QueryNode>(parsed));
}

struct Row {
  std::string_view query;
  std::string_view understood;
};

void check_rows(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(understood(row.query) == row.understood);
  }
}

TEST_CASE("parser: proximity binds tighter than words side by side") {
  constexpr Row kRows[] = {
      {"a NEAR/5 b", "a NEAR/5 b"},
      {"a w/5 b", "a NEAR/5 b"},
      {"a W/005 b", "a NEAR/5 b"},
      {"a pre/5 b", "a pre/5 b"},
      {"a PRE/5 b", "a pre/5 b"},
      {"a w/s b W/P c", "a w/s b w/p c"},
      {"(a NEAR/5 b) NEAR/2 c", "a NEAR/5 b NEAR/2 c"},
      {"a NEAR/5 (b NEAR/2 c)", "a NEAR/5 (b NEAR/2 c)"},
      {"red line NEAR/5 kyiv talks", "red (line NEAR/5 kyiv) talks"},
      {"+line NEAR/5 kyiv -a w/s b", "+(line NEAR/5 kyiv) -(a w/s b)"},
      {"a NEAR/5 b AND c w/s d", "(a NEAR/5 b) AND (c w/s d)"},
      {"(oil OR \"natural gas\") NEAR/5 price*", "(oil OR \"natural gas\") NEAR/5 price*"},
      {"title:(a NEAR/5 =b)", "title:a NEAR/5 title:=b"},
      {"author:(ann pre/2 lee) flood", "flood AND (author:ann pre/2 author:lee)"},
      {"\"a NEAR/5 b\"", "\"a NEAR/5 b\""},
  };
  check_rows(kRows);
}

TEST_CASE("parser: words and phrases") {
  constexpr Row kRows[] = {
      {"", ""},
      {" \n\t ", ""},
      {"ceasefire talks", "ceasefire talks"},
      {"  ceasefire\n\ttalks ", "ceasefire talks"},
      {"Zürich", "Zürich"},
      {"Zu\u0308rich", "Zürich"},
      {"\"red line\"", "\"red line\""},
      {"a\"red line\"b", "a \"red line\" b"},
      {"\"(red AND line)\"", "\"(red AND line)\""},
      {"\"=red li?e*\"", "\"=red li?e*\""},
      {"\"one\"", "\"one\""},
      {"COVID-19", "\"COVID-19\""},
      {"Biden's", "Biden's"},
      {"東京", "\"東京\""},
      {"x=y", "\"x=y\""},
      {"=missiles", "=missiles"},
      {"=covid-19", "=covid-19"},
      {"==x", "==x"},
      {"ukrain*", "ukrain*"},
      {"Ük*", "Ük*"},
      {"l'ukr*", "l'ukr*"},
      {"and or not near", "and or not near"},
      {"w/o km/h PRE/x", R"("w/o" "km/h" "PRE/x")"},
      {"10:30", "\"10:30\""},
      {"https://example.org/a?",
       "error: ? as a wildcard is not possible at column 22; "
       "an ending can be left open: prefix*"},
      {"https://example.org/a", R"("https://example.org/a")"},
      {"said: nothing", "said: nothing"},
      {"(said:) nothing", "said: nothing"},
  };
  check_rows(kRows);
}

TEST_CASE("parser: punctuation alone is no word") {
  constexpr Row kRows[] = {
      {"red & blue", "red blue"},
      {"red - blue", "red blue"},
      {"red + blue", "red blue"},
      {"red -- blue", "red blue"},
      {"red … blue .", "red blue"},
      {"red -", "red"},
      {"= red", "red"},
      {"+... red", "red"},
      {"😀 red", "red"},
  };
  check_rows(kRows);
}

TEST_CASE("parser: fields that say where to look narrow the rest") {
  constexpr Row kRows[] = {
      {"flood date:2024", "flood AND date:2024"},
      {"flood date:2024 dam", "(flood dam) AND date:2024"},
      {"date:2024 date:2025 flood", "flood AND (date:2024 OR date:2025)"},
      {"source:a section:b source:c", "(source:a OR source:c) AND section:b"},
      {"source:a source:b", "source:a OR source:b"},
      {"author:(ann jones) flood", "flood AND (author:ann OR author:jones)"},
      {"flood (date:2023 OR lang:de)", "flood AND (date:2023 OR lang:\"de\")"},
      {"(a AND b) date:2024", "a AND b AND date:2024"},
      {"flood date:2024 OR dam", "(flood AND date:2024) OR dam"},
      {"flood -lang:de", "flood -lang:\"de\""},
      {"flood +date:2024", "flood +date:2024"},
      {"-flood date:2024", "(-flood) AND date:2024"},
      {"flood title:dam", "flood title:dam"},
  };
  check_rows(kRows);
}

TEST_CASE("parser: quotation marks, spaces and fields of other kinds") {
  constexpr Row kRows[] = {
      {"“red line” talks", "\"red line\" talks"},
      {"צה\"ל", "צה״ל"},
      {"\"צה\"ל בעזה\" ד”ר", "\"צה״ל בעזה\" ד״ר"},
      {"ב\"הארץ\"", "ב \"הארץ\""},
      {"«ligne rouge»", "\"ligne rouge\""},
      {"„rote Linie“", "\"rote Linie\""},
      {"東京　大阪", "\"東京\" \"大阪\""},
      {"red\u00a0line", "red line"},
      {"Title:flood TITLE:dam", "title:flood title:dam"},
      {"Brexit:what", "\"Brexit:what\""},
  };
  check_rows(kRows);
}

TEST_CASE("parser: operators and what binds closer") {
  constexpr Row kRows[] = {
      {"red line AND kyiv talks", "(red line) AND (kyiv talks)"},
      {"a OR b c", "a OR (b c)"},
      {"a AND b OR c AND d", "(a AND b) OR (c AND d)"},
      {"a AND (b OR c)", "a AND (b OR c)"},
      {"a AND b AND c", "a AND b AND c"},
      {"(a AND b) AND c", "a AND b AND c"},
      {"a AND (b AND c)", "a AND (b AND c)"},
      {"(a OR b) OR c OR d", "a OR b OR c OR d"},
      {"a NOT b", "a NOT b"},
      {"a AND NOT b", "a NOT b"},
      {"a NOT b NOT c", "a NOT b NOT c"},
      {"a NOT (b NOT c)", "a NOT (b NOT c)"},
      {"a NOT b AND c", "(a NOT b) AND c"},
      {"a AND b NOT c", "(a AND b) NOT c"},
      {"NOT a", "NOT a"},
      {"NOT a NOT b", "NOT a NOT b"},
      {"NOT a AND b", "(NOT a) AND b"},
      {"NOT a OR NOT b", "(NOT a) OR (NOT b)"},
      {"a OR NOT b c", "a OR (NOT (b c))"},
      {"(((a)))", "a"},
      {"(a b) c", "(a b) c"},
      {"(a)(b)c", "a b c"},
      {"\"AND\" OR", "error: nothing behind OR at column 7"},
  };
  check_rows(kRows);
}

TEST_CASE("parser: plus and minus") {
  constexpr Row kRows[] = {
      {"+must -not should", "+must -not should"},
      {"+only", "only"},
      {"-only", "-only"},
      {"a (-b)", "a (-b)"},
      {"+(a b) -(c OR d)", "+(a b) -(c OR d)"},
      {"+\"red line\" -=blue +gre*", "+\"red line\" -=blue +gre*"},
      {"a-b c+d", R"("a-b" "c+d")"},
      {"-a OR -b", "(-a) OR (-b)"},
      {"+a AND b", "a AND b"},
  };
  check_rows(kRows);
}

TEST_CASE("parser: fields") {
  constexpr Row kRows[] = {
      {"title:flood", "title:flood"},
      {"title:(flood dam)", "title:flood title:dam"},
      {"title:(+flood -dam)", "+title:flood -title:dam"},
      {"title:(a AND b OR NOT c)", "(title:a AND title:b) OR (NOT title:c)"},
      {"title:\"red line\" x", "title:\"red line\" x"},
      {"title:=Kyiv", "title:=Kyiv"},
      {"+title:ky*", "title:ky*"},
      {"-title:ky* x", "-title:ky* x"},
      {"title:(a:)", "title:a:"},
      {"author:O'Brien source:BBC-News", "author:O'Brien AND source:\"BBC-News\""},
      {"section:a tag:b place:c person:d", "section:a AND tag:b AND place:c AND person:d"},
      {"lang:en", "lang:\"en\""},
      {"lang:(en OR de)", R"(lang:"en" OR lang:"de")"},
      {"id:a-b/c?d=1*", "id:\"a-b/c?d=1*\""},
      {"id:\"with space\"", "id:\"with space\""},
      {"id:...", "id:\"...\""},
      {"(id:x)", "id:\"x\""},
      {"url:https://a.org/x?y=1&z", "url:\"https://a.org/x?y=1&z\""},
      {"url:example", "url:example"},
      {"url:exam*", "url:exam*"},
      {"url:(exam* OR =org)", "url:exam* OR url:=org"},
      {"url:AND", "url:AND"},
      {"date:2024-11", "date:2024-11"},
      {"date:2024-01..2024-06 x", "x AND date:2024-01..2024-06"},
      {"date:..2010 OR date:2020..", "date:..2010 OR date:2020.."},
      {"date:-30d..", "date:-30d.."},
      {"date:(2020 OR 2022)", "date:2020 OR date:2022"},
      {"date:\"2020\"", "date:2020"},
  };
  check_rows(kRows);
}

TEST_CASE("parser: dates are read, relative ones from today") {
  using std::chrono::year;
  const auto parsed = parse_query("date:-1m..2024-11", kToday);
  REQUIRE(std::holds_alternative<QueryNode>(parsed));
  const auto& node = std::get<QueryNode>(parsed);
  CHECK(node.type == Type::kDate);
  CHECK(node.range == DateRange{year(2024) / 10 / 17, year(2024) / 11 / 30});
}

QueryNode random_leaf(RandomValues& random) {
  constexpr std::string_view kWords[] = {"a",      "Zürich", "café,", "l'eau", "U.S.",
                                         "10,000", "foo:",   "and",   "東",    "x=",
                                         "…y",     "NOTE",   "a://"};
  constexpr std::string_view kParts[] = {"COVID-19", "東京", "https://a", "B:c", "w/o", "a*b-c"};
  constexpr std::string_view kPhrases[] = {"red line",  "one",    "(a AND b)",
                                           " title:x ", "=a b*?", "+ü -ß"};
  constexpr std::string_view kPrefixes[] = {"uk", "Zür", "l'ea", "10,0", "…ab"};
  constexpr std::string_view kValues[] = {"en", "a b", "(x", "AND", "?*=-"};
  constexpr std::string_view kDates[] = {"2024", "..2010", "-30d..", "2024-01..2024-06"};
  const auto any = [&](const auto& texts) {
    return std::string(texts[random.below(std::size(texts))]);
  };
  const auto leaf = [](Type type, std::string text) {
    QueryNode made;
    made.type = type;
    made.text = std::move(text);
    return made;
  };
  constexpr std::string_view kFields[] = {"title", "author", "url", "id", "lang", "date"};
  const Field* field = random.coin() ? nullptr : field_by_query_name(any(kFields));
  QueryNode node;
  const std::size_t shape = random.below(5);
  if (field && field->kind == Kind::kDate) {
    node = leaf(Type::kDate, any(kDates));
    node.range = *parse_date_range(node.text, kToday);
  } else if (field && field->kind == Kind::kKey) {
    node = leaf(Type::kValue, any(kValues));
  } else if (shape == 0) {
    node = leaf(Type::kWord, any(kWords));
  } else if (shape == 1) {
    node = leaf(Type::kPhrase, any(kParts));
  } else if (shape == 2) {
    node = leaf(Type::kPhrase, any(kPhrases));
  } else {
    node = shape == 3 ? leaf(Type::kExact, any(kWords)) : leaf(Type::kPrefix, any(kPrefixes));
  }
  node.field = field;
  return node;
}

TEST_CASE("parser: what a tree is written as gives the tree again") {
  RandomValues random(1);
  RandomQueries queries(random, [&] { return random_leaf(random); });
  for (int i = 0; i < 5000; ++i) {
    const QueryNode query = queries.next(1 + i % 5);
    const std::string text = to_text(query);
    if (text.size() > kMaxQueryBytes) continue;
    CAPTURE(text);
    const auto parsed = parse_query(text, kToday);
    REQUIRE(std::holds_alternative<QueryNode>(parsed));
    CHECK(std::get<QueryNode>(parsed) == query);
  }
}

// Whatever means something in a query, and some letters.
constexpr std::string_view kPieces[] = {
    " ",     " ",    "(",   ")",  "\"",     "\"",  "+",      "-",      "=",     "*",
    "?",     ":",    "a",   "bc", "é",      "東",  "😀",      "AND",    " AND ", " OR ",
    " NOT ", "NEAR", "w/5", "/",  "title:", "id:", "url:",   "lang:",  "date:", "2024",
    "..",    "-30d", "x:",  ".",  "'",      "\n",  "\u0301", "\u00AD", "&"};

TEST_CASE("parser: any text is understood or refused, and what is understood is understood again") {
  RandomValues random(2);
  int understood_queries = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::string query = random.text(kPieces, 14);
    CAPTURE(query);
    const auto parsed = parse_query(query, kToday);
    if (const auto* error = std::get_if<QueryError>(&parsed)) {
      REQUIRE(error->message.find(" at column " + std::to_string(error->column)) !=
              std::string::npos);
      continue;
    }
    ++understood_queries;
    const std::string text = to_text(std::get<QueryNode>(parsed));
    CAPTURE(text);
    const auto again = parse_query(text, kToday);
    REQUIRE(std::holds_alternative<QueryNode>(again));
    REQUIRE(std::get<QueryNode>(again) == std::get<QueryNode>(parsed));
  }
  CHECK(understood_queries > 5000);
}

TEST_CASE("parser: any bytes are understood or refused") {
  RandomValues random(3);
  for (int i = 0; i < 20000; ++i) {
    std::string query;
    for (std::size_t left = random.below(20); left > 0; --left) query += char(random.below(256));
    const auto parsed = parse_query(query, kToday);
    if (const auto* error = std::get_if<QueryError>(&parsed)) CHECK_FALSE(error->message.empty());
  }
}

}  // namespace
}  // namespace backfile
