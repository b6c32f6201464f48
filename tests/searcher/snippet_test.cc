#include "searcher/snippet.h"

#include <doctest/doctest.h>

#include "common/utf8.h"
#include "searcher/archive.h"
#include "searcher/query/parser.h"
#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

// `text` with its ranges in brackets.
std::string marked(std::string_view text, const std::vector<Range>& ranges) {
  std::string result;
  std::size_t at = 0;
  for (const Range& range : ranges) {
    result.append(text.substr(at, range.begin - at)).append("[");
    result.append(text.substr(range.begin, range.end - range.begin)).append("]");
    at = range.end;
  }
  return result.append(text.substr(at));
}

// What `query` wants of an archive in English, German and French.
Wanted wanted_by(std::string_view query) {
  const std::vector<std::string> languages = {"", "de", "en", "fr"};
  const auto parsed = parse_query(query, kToday);
  const Xapian::Database database;
  const auto plan = plan_query(std::get<QueryNode>(parsed), {}, {database, languages});
  return std::get<Plan>(plan).wanted;
}

TEST_CASE("matches: the words that were searched, as the article has them") {
  struct Row {
    std::string_view query;
    std::string_view language;
    std::string_view text;
    std::string_view marked;
  };
  constexpr Row kRows[] = {
      {"missile", "en", "Missiles, a missile's path.", "[Missiles], a [missile]'s path."},
      {"missile", "xx", "Missiles, a missile's path.", "Missiles, a [missile]'s path."},
      {"Haus", "de", "Das Haus, die Häuser.", "Das [Haus], die [Häuser]."},
      {"hauser", "de", "Das Haus, die Häuser.", "Das [Haus], die [Häuser]."},
      {"ZURICH", "en", "Zürich and zurich", "[Zürich] and [zurich]"},
      {"=Zürich", "en", "Zürich and zurich", "[Zürich] and zurich"},
      {"zür*", "en", "Zürich, Zuricher, azur", "[Zürich], [Zuricher], azur"},
      {"\"red line\"", "en", "Red line. A red, a line.", "[Red] [line]. A red, a line."},
      {"\"a a\"", "en", "a a a b a", "[a] [a] [a] b a"},
      {"COVID-19", "en", "19 times COVID-19", "19 times [COVID]-[19]"},
      {"l'Ukraine", "fr", "De l’Ukraine à l'Ukraine.", "De l’[Ukraine] à l'[Ukraine]."},
      {"東京", "ja", "東京都、京東", "[東][京]都、京東"},
      {"red -line NOT blue", "en", "red line blue", "[red] line blue"},
      {"(red OR line) AND blue", "en", "red line blue", "[red] [line] [blue]"},
      {"title:red", "en", "red line", "[red] line"},
      {"author:red", "en", "red line", "red line"},
      {"date:2024 lang:en", "en", "en 2024", "en 2024"},
      {"", "en", "red line", "red line"},
      {"red", "en", "", ""},
  };
  Analyzer analyzer;
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    const Wanted wanted = wanted_by(row.query);
    CHECK(marked(row.text, find_matches(row.text, row.language, wanted, analyzer)) == row.marked);
  }
}

std::string snippet_of(std::string_view body, std::string_view query, std::size_t max_characters) {
  Analyzer analyzer;
  const auto matches = find_matches(body, "en", wanted_by(query), analyzer);
  const Snippet snippet = make_snippet(body, matches, max_characters);
  return marked(snippet.text, snippet.highlights);
}

TEST_CASE("snippets: the part of the body that shows most") {
  constexpr std::string_view kBody =
      "The river rose all night. In the morning the dam broke.\n\n"
      "Nobody was hurt, said the mayor of the town by the river, the river, the river.\n"
      "The flood reached the dam and the mill at noon.";
  struct Row {
    std::string_view query;
    std::size_t max_characters;
    std::string_view snippet;
  };
  constexpr Row kRows[] = {
      {"", 30, "The river rose all night. In…"},
      {"unheard", 30, "The river rose all night. In…"},
      {"rose", 30, "…river [rose] all night. In the…"},
      {"mayor", 40, "…said the [mayor] of the town by the river,…"},
      {"morning", 40, "…In the [morning] the dam broke. Nobody…"},
      {"flood dam", 60, "…the river. The [flood] reached the [dam] and the mill at noon."},
      {"river", 60, "…town by the [river], the [river], the [river]. The flood reached…"},
      {"noon", 30, "…the dam and the mill at [noon]."},
      {"rose", 0, ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(snippet_of(kBody, row.query, row.max_characters) == row.snippet);
  }
  CHECK(snippet_of(kBody, "flood", 1000).find('\n') == std::string::npos);
  CHECK(snippet_of("", "flood", 100).empty());
  CHECK(snippet_of("a flood", "flood", 100) == "a [flood]");
  CHECK(snippet_of("東京都の知事は大阪の知事と会った。", "大阪", 8) == "…事は[大][阪]の知事と…");
}

// What is wanted in the random texts below: any form, accents counting, a beginning, words in a
// row.
constexpr std::string_view kWanted = "floods =Zürich riv* \"red line\" \"東京\"";

bool is_wanted(std::string_view before, std::string_view word, std::string_view behind) {
  for (const std::string_view one : {"flood", "Floods", "flooding", "Zürich", "river", "Rivière"})
    if (word == one) return true;
  return (word == "red" && behind == "line") || (word == "line" && before == "red") ||
         (word == "東" && behind == "京") || (word == "京" && before == "東");
}

constexpr std::string_view kPieces[] = {"flood ",     "Floods ",
                                        "flooding, ", "Zürich ",
                                        "zurich ",    "river.\n\n",
                                        "Rivière ",   "red line ",
                                        "red ",       "line. ",
                                        "東京",       "東 ",
                                        "日本。",     "😀",
                                        "one ",       "two ",
                                        "three ",     "quattro\n",
                                        "fünf! ",     "a\u0301 ",
                                        "—",          "über-long-word-with-many-parts ",
                                        "ñ",          "  ",
                                        "Привет ",    "ลาว"};

bool is_range_of(const Range& range, std::string_view text) {
  return range.begin < range.end && range.end <= text.size() &&
         boundary_before(text, range.begin) == range.begin &&
         boundary_before(text, range.end) == range.end;
}

TEST_CASE("matches: in order, apart, on character boundaries, and all that was wanted") {
  RandomValues random(1);
  Analyzer analyzer;
  const Wanted wanted = wanted_by(kWanted);
  for (int left = 2000; left > 0; --left) {
    const std::string text = to_nfc(random.text(kPieces, 60));
    CAPTURE(text);
    const std::vector<Range> matches = find_matches(text, "en", wanted, analyzer);
    std::vector<Range> words;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) words.push_back({token.begin, token.end});
    const auto word = [&](std::size_t index) {
      if (index >= words.size()) return std::string();
      return text.substr(words[index].begin, words[index].end - words[index].begin);
    };
    std::vector<Range> expected;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (is_wanted(word(i - 1), word(i), word(i + 1))) expected.push_back(words[i]);
    CHECK(marked(text, matches) == marked(text, expected));
    for (const Range& match : matches) CHECK(is_range_of(match, text));
  }
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += code_point_at(text, i).bytes;
  return count;
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const char kept = c == '\n' ? ' ' : c;
    if (kept != ' ' || (!result.empty() && result.back() != ' ')) result += kept;
  }
  return result;
}

TEST_CASE("snippets: one line of the body, not too long, with highlights in their places") {
  constexpr std::string_view kEllipsis = "…";
  RandomValues random(2);
  Analyzer analyzer;
  const Wanted wanted = wanted_by(kWanted);
  for (int i = 0; i < 4000; ++i) {
    const std::string body = to_nfc(random.text(kPieces, 60));
    const std::size_t max_characters = 1 + random.below(120);
    const std::vector<Range> matches = find_matches(body, "en", wanted, analyzer);
    const Snippet snippet = make_snippet(body, matches, max_characters);
    CAPTURE(body);
    CAPTURE(max_characters);
    CAPTURE(marked(snippet.text, snippet.highlights));
    CHECK_FALSE(first_invalid_utf8(snippet.text));
    CHECK(characters(snippet.text) <= max_characters + 2);
    std::string_view shown = snippet.text;
    if (shown.starts_with(kEllipsis)) shown.remove_prefix(kEllipsis.size());
    if (shown.ends_with(kEllipsis)) shown.remove_suffix(kEllipsis.size());
    CHECK(with_single_spaces(body).find(shown) != std::string::npos);
    std::set<std::string> matched;
    for (const Range& match : matches)
      matched.insert(body.substr(match.begin, match.end - match.begin));
    std::size_t at = 0;
    for (const Range& highlight : snippet.highlights) {
      REQUIRE(is_range_of(highlight, snippet.text));
      CHECK(highlight.begin >= at);
      at = highlight.end;
      const auto word = snippet.text.substr(highlight.begin, highlight.end - highlight.begin);
      CHECK(matched.contains(word));
    }
    if (max_characters >= 40) CHECK(snippet.highlights.empty() == matches.empty());
  }
}

TEST_CASE("snippets: hits have them, and highlights in the title") {
  const ArchiveFixture fixture({make_article("1", "Flood warning", "The floods came at noon.")});
  Archive archive({fixture.path()});
  SearchRequest request = request_for("flooding title:warning");
  request.snippet_characters = 100;
  const SearchResult result = answer(request, archive);
  REQUIRE(result.hits.size() == 1);
  const Hit& hit = result.hits.front();
  CHECK(marked(hit.article.title, hit.title_highlights) == "[Flood] [warning]");
  CHECK(marked(hit.snippet.text, hit.snippet.highlights) == "The [floods] came at noon.");
  request.snippet_characters = 0;
  CHECK(answer(request, archive).hits.front().snippet.text.empty());
}

}  // namespace
}  // namespace backfile
