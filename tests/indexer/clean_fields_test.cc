#include "indexer/cleaner/clean.h"
#include "indexer/cleaner/identity.h"
#include "tests/indexer/cleaned.h"

namespace backfile {
namespace {

using namespace std::string_literals;

using Texts = std::vector<std::string>;

// A paragraph that CLD2 is sure of.
constexpr const char* kEnglish =
    "The council voted on Tuesday to close the old bridge for repairs, and the ferry will run "
    "through the night until the work is done.";

std::string text_of(const Article& article, std::string_view field) {
  std::string text;
  for (const std::string& value : field_values(article, *field_by_name(field)))
    text += (text.empty() ? "" : "|") + value;
  return text;
}

TEST_CASE("clean: what does not belong in text is dropped from every field") {
  struct Row {
    std::string raw;
    std::string clean;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"a\0b"s, "ab"},
      {"a\x1b[31mb\x07\x08\x7f", "a[31mb"},
      {"a\u0080\u009B31mb", "a31mb"},
      {"a\u202E\u2066b\u2069\u200E\u200F\u061C", "ab"},
      {"\uFEFF"
       "a\u00AD\u200B"
       "b\u2060",
       "ab"},
      {"a\U000E0041\U000E007F"
       "b",
       "ab"},
      {" a \t\r\n b\u00A0\u3000\u2028"
       "c ",
       "a b c"},
      {"Zu\u0308rich", "Zürich"},
      {"<b>&amp;</b> \"q\" \\", "<b>&amp;</b> \"q\" \\"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    for (const Field& field : fields()) {
      CAPTURE(std::string(field.name));
      const bool written_otherwise = field.kind == Kind::kDate || field.name == "body" ||
                                     field.name == "language" || field.name == "authors";
      if (written_otherwise) continue;
      const CleanArticle result = cleaned({{"body", {"B"}}, {field.name, {row.raw}}});
      CHECK(text_of(result.article, field.name) == row.clean);
    }
  }
  CHECK(cleaned({{"body",
                  {"a\0\x1b[1m\u202E\uFEFF"
                   "b\u00AD"s}}})
            .article.body == "a[1mb");
}

TEST_CASE("clean: lists without empty and repeated values") {
  struct Row {
    Texts raw;
    std::string clean;
  };
  const Row rows[] = {
      {{}, ""},
      {{"", " ", "\u200B"}, ""},
      {{"b", "a"}, "b|a"},
      {{"a", " a ", "a\u0000"s, "b", "a"}, "a|b"},
      {{"A", "a"}, "A|a"},
      {{"a, b"}, "a, b"},
      {{"a\x1f"
        "b"},
       "ab"},
      {{"['a', \"b\", None]", "c"}, "a|b|c"},
      {{"[\"a\",\"b\"]"}, "a|b"},
      {{"[]"}, ""},
      {{"['a'] and b"}, "['a'] and b"},
      {{"['a"}, "['a"},
      {{"[1, 2]"}, "[1, 2]"},
  };
  for (const Row& row : rows)
    for (const char* field : {"tags", "places", "people"})
      CHECK(text_of(cleaned({{"title", {"T"}}, {field, row.raw}}).article, field) == row.clean);
}

TEST_CASE("clean: dates are kept, or left out with a note") {
  struct Row {
    std::string raw;
    std::string kept;
    std::string reason;
  };
  const Row rows[] = {
      {"2024-11-17", "2024-11-17", ""},
      {"20241117", "2024-11-17", ""},
      {" 2024-11-17T21:04:05+01:00\n", "2024-11-17T20:04:05Z", ""},
      {"2024-11-17 21:04", "2024-11-17T21:04:00Z", ""},
      {"17 November 2024", "2024-11-17", ""},
      {"1700000000", "2023-11-14T22:13:20Z", ""},
      {"", "", ""},
      {" \u200B", "", ""},
      {"2024-02-30", "", "unknown date"},
      {"next week", "", "unknown date"},
      {"None", "", "no date"},
      {"null", "", "no date"},
      {"n/a", "", "no date"},
      {"0", "", "no date"},
      {"0001-01-01", "", "no date"},
      {"0001-01-01T00:00:00Z", "", "no date"},
      {"1970-01-01T00:00:00Z", "", "no date"},
      {"1970-01-01", "1970-01-01", ""},
      {"2024-11-18", "2024-11-18", ""},
      {"2024-11-18T23:59:59Z", "2024-11-18T23:59:59Z", ""},
      {"2024-11-19", "", "date in the future"},
      {"2024-11-18T23:59:59-01:00", "", "date in the future"},
  };
  CleanOptions options;
  options.today = std::chrono::year(2024) / 11 / 17;
  const Cleaner cleaner(options);
  for (const Row& row : rows) {
    for (const std::string field : {"published", "updated"}) {
      CAPTURE(row.raw);
      const CleanArticle result = cleaned({{"title", {"T"}}, {field, {row.raw}}}, cleaner);
      CHECK(text_of(result.article, field) == row.kept);
      REQUIRE(result.notes.size() == (row.reason.empty() ? 0 : 1));
      if (row.reason.empty()) continue;
      CHECK(result.notes[0].kind == Rejection::Kind::kNote);
      CHECK(result.notes[0].reason == row.reason);
      CHECK(result.notes[0].detail == field + " is left out: " + row.raw);
      CHECK(result.notes[0].origin.position == "line 7");
    }
  }
}

TEST_CASE("clean: which number is the month is told by the language") {
  const auto published = [](std::string language) {
    return text_of(
        cleaned({{"title", {"T"}}, {"published", {"03/04/2024"}}, {"language", {language}}})
            .article,
        "published");
  };
  CHECK(published("en") == "2024-03-04");
  CHECK(published("German") == "2024-04-03");
  CHECK(published("").empty());
  const CleanArticle detected = cleaned({{"body", {kEnglish}}, {"published", {"03/04/2024"}}});
  CHECK(text_of(detected.article, "published") == "2024-03-04");
}

TEST_CASE("clean: authors by name") {
  CHECK(text_of(cleaned({{"title", {"T"}}, {"authors", {"By JANE ROE and John Doe", "jane roe"}}})
                    .article,
                "authors") == "Jane Roe|John Doe");
}

TEST_CASE("clean: defaults for fields that lack a value") {
  const auto preset = [](std::string_view name, std::string value) {
    return FieldDefault{field_by_name(name), std::move(value)};
  };
  const Cleaner cleaner({CleanMode::kStrict,
                         {},
                         {preset("source", "Gazette"), preset("tags", "a"), preset("tags", "b"),
                          preset("published", "2024-11-17"), preset("language", "de"),
                          preset("body", "No text."), preset("section", " News\x07 ")}});
  const Article bare = cleaned({{"title", {"T"}}}, cleaner).article;
  CHECK(bare.source == "Gazette");
  CHECK(bare.tags == Texts{"a", "b"});
  CHECK(text_of(bare, "published") == "2024-11-17");
  CHECK(bare.language == "de");
  CHECK(bare.body == "No text.");
  CHECK(bare.section == "News");
  CHECK(bare.authors.empty());
  const Article full = cleaned({{"title", {"T"}},
                                {"source", {"Own"}},
                                {"tags", {"c"}},
                                {"published", {"2001"}},
                                {"language", {"fr"}},
                                {"body", {"B."}},
                                {"section", {"Own"}}},
                               cleaner)
                           .article;
  CHECK(full.source == "Own");
  CHECK(full.tags == Texts{"c"});
  CHECK_FALSE(full.published);
  CHECK(full.language == "fr");
  CHECK(full.body == "B.");
  CHECK(full.section == "Own");
  const Article blank = cleaned({{"title", {"T"}},
                                 {"source", {" \n"}},
                                 {"tags", {"", " "}},
                                 {"body", {"\u00A0\n\u200B"}}},
                                cleaner)
                            .article;
  CHECK(blank.source == "Gazette");
  CHECK(blank.tags == Texts{"a", "b"});
  CHECK(blank.body == "No text.");
  // before the URL's host
  CHECK(cleaned({{"title", {"T"}}, {"url", {"https://example.org/a"}}}, cleaner).article.source ==
        "Gazette");
}

TEST_CASE("clean: the URL's host is the source of an article that names none") {
  struct Row {
    std::string url;
    std::string source;
  };
  const Row rows[] = {
      {"https://www.Example.ORG/2024/a.html", "example.org"},
      {"http://news.example.org", "news.example.org"},
      {"https://example.org:8080/a", "example.org"},
      {"https://me:secret@example.org/a", "example.org"},
      {"https://example.org?q=a@b", "example.org"},
      {"https://example.org#www.", "example.org"},
      {"https://www.www.org/", "www.org"},
      {"example.org/a", ""},
      {"urn:newsml:example.org:20241117:a", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(cleaned({{"title", {"T"}}, {"url", {row.url}}}).article.source == row.source);
    CHECK(cleaned({{"title", {"T"}}, {"url", {row.url}}, {"source", {"S"}}}).article.source == "S");
  }
}

TEST_CASE("clean: a source that is a URL is the article's") {
  const auto sourced = [](std::string url) {
    return cleaned({{"title", {"T"}},
                    {"url", {std::move(url)}},
                    {"source", {"https://www.paper.example/a.html"}}})
        .article;
  };
  CHECK(sourced("").url == "https://www.paper.example/a.html");
  CHECK(sourced("").source == "paper.example");
  CHECK(sourced("").id == "https://www.paper.example/a.html");
  CHECK(sourced("https://other.example/b").url == "https://other.example/b");
  CHECK(sourced("https://other.example/b").source == "paper.example");
}

TEST_CASE("clean: language given, forced, detected") {
  struct Row {
    std::string given;
    std::string forced;
    std::string language;
    bool noted;
  };
  const Row rows[] = {
      {"de", "", "de", false},        {"DE", "", "de", false},
      {"en-GB", "", "en", false},     {"pt_BR", "", "pt", false},
      {"iw", "", "he", false},        {" fr ", "", "fr", false},
      {"eng", "", "en", false},       {"und", "", "en", true},
      {"", "", "en", false},          {"English", "", "en", false},
      {"?", "", "en", true},          {"d1", "", "en", true},
      {"german", "", "de", false},    {"FRENCH", "", "fr", false},
      {"Español", "", "es", false},   {"chinese (simplified)", "", "zh", false},
      {"Deutsch", "", "de", false},   {"Klingon?", "", "en", true},
      {"", "fr", "fr", false},        {"de", "fr", "fr", false},
      {"English", "fr", "fr", false},
  };
  const Cleaner automatic{CleanOptions{}};
  const Cleaner forced({CleanMode::kStrict, "fr", {}});
  for (const Row& row : rows) {
    CAPTURE(row.given);
    CAPTURE(row.forced);
    const CleanArticle result = cleaned({{"body", {kEnglish}}, {"language", {row.given}}},
                                        row.forced.empty() ? automatic : forced);
    CHECK(result.article.language == row.language);
    REQUIRE(result.notes.size() == (row.noted ? 1 : 0));
    if (row.noted) {
      CHECK(result.notes[0].reason == "unknown language");
      CHECK(result.notes[0].detail == row.given);
    }
  }
}

TEST_CASE("clean: the id is the dump's own, else the URL, else a hash") {
  CHECK(cleaned({{"title", {"T"}}, {"id", {" a-1 "}}, {"url", {"https://e.org/a"}}}).article.id ==
        "a-1");
  CHECK(cleaned({{"title", {"T"}}, {"url", {" https://e.org/a "}}}).article.id ==
        "https://e.org/a");
  const FieldValues base = {{"title", {"Storm hits the coast"}},
                            {"body", {"One.\n\nTwo."}},
                            {"source", {"Harbour Gazette"}},
                            {"published", {"2024-11-17"}}};
  // An archive indexed again by a later version must know its articles.
  const std::string golden = "8efb1b4e80b0123c0bc1b1d01fc7b39a";
  CHECK(cleaned(base).article.id == golden);
  const auto with = [&](std::string_view name, std::string value) {
    FieldValues values = base;
    for (auto& [field, texts] : values)
      if (field == name) texts.clear();
    values.push_back({name, {std::move(value)}});
    return cleaned(values).article.id;
  };
  for (const char* same : {"section", "authors", "tags", "places", "people", "updated", "language"})
    CHECK(with(same, same == "updated"s    ? "2025-01-01"
                     : same == "language"s ? "fr"
                                           : "x") == golden);
  for (const char* other : {"title", "body", "source"}) CHECK(with(other, "x") != golden);
  CHECK(with("published", "2024-11-18") != golden);
  CHECK(with("published", "2024-11-17T00:00") != golden);
  CHECK(with("body", "One.\nShare this:\n\n\n\nTwo.\r\n") == golden);
}

TEST_CASE("identity: digests") {
  CHECK(content_digest("").size() == 8);
  CHECK(content_digest("a") == content_digest("a"));
  CHECK(content_digest("a") != content_digest("b"));
  Article article;
  article.title = "T";
  article.body = "B";
  Article moved;
  moved.title = "T\nB";
  CHECK(make_id(article).size() == 32);
  CHECK(make_id(article).find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(make_id(article) != make_id(moved));
}

}  // namespace
}  // namespace backfile
