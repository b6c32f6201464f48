// Queries as long as they may be: answered or refused, and soon.
#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "tests/archive_fixture.h"
#include "tests/searcher/answers.h"

namespace backfile {
namespace {

constexpr std::size_t kLength = 10'000;

// `first`, then `piece` as often as there is room, every % being another number.
std::string repeated(std::string first, std::string_view piece, std::string_view last = {}) {
  for (std::size_t number = 0;;) {
    std::string next;
    for (const char c : piece) next += c == '%' ? std::to_string(number++ % 97) : std::string(1, c);
    if (first.size() + next.size() + last.size() > kLength) return first.append(last);
    first += next;
  }
}

std::vector<Article> articles() {
  std::vector<Article> all;
  for (std::size_t i = 0; i < 20; ++i) {
    Article& article = all.emplace_back(make_article("id-" + std::to_string(i), "red", ""));
    for (std::size_t word = 0; word < 400; ++word)
      article.body +=
          "harbour" + std::to_string((word * (i + 1)) % 97) + (word % 10 == 9 ? ". A " : " ");
  }
  return all;
}

// "12 found", or what is wrong.
std::string outcome(const std::string& query, Archive& archive) {
  const auto found = search(request_for(query), archive);
  if (const auto* error = std::get_if<QueryError>(&found))
    return error->message.substr(0, error->message.find(" at column"));
  return std::to_string(std::get<SearchResult>(found).total) + " found";
}

// Ten of `piece`, and a word.
std::string chain(std::string_view piece) {
  std::string all;
  for (std::size_t i = 0; i < 10; ++i) all += piece;
  return all + "a";
}

TEST_CASE("long queries: answered or refused") {
  struct Row {
    std::string query;
    std::string_view outcome;
  };
  const std::string deep(kMaxQueryDepth, '(');
  const Row rows[] = {
      {repeated("", "harbour% unheard-of "), "20 found"},
      {repeated("", "x "), "too long a query"},
      {repeated("harbour1", " AND harbour%"), "20 found"},
      {repeated("harbour1", " OR harbour%"), "20 found"},
      {repeated("harbour1", " NOT absent%"), "20 found"},
      {repeated("", "+harbour% "), "20 found"},
      {repeated("", "harbour%* "), "20 found"},
      {repeated("harbour1", " OR harbour*"), "prefixes stand for more than 10000 words"},
      {repeated("", "\"harbour% harbour1 a\" "), "8 found"},
      {repeated("\"harbour1 a\"", " OR \"harbour% a harbour1\""), "13 found"},
      {repeated("\"", "harbour% ", "\""), "0 found"},
      {repeated("harbour1", " NEAR/500 harbour%"), "too many words near each other with NEAR/500"},
      {repeated("harbour1", " NEAR/1 harbour%"), "too many words near each other with NEAR/1"},
      {repeated("harbour1", " w/p harbour%"), "too many words near each other with w/p"},
      {repeated("harbour1", " w/s (harbour% OR \"harbour1 a\")"),
       "too many words near each other with w/s"},
      {repeated("(harbour1", " OR harbour%*", ") NEAR/500 a"), "20 found"},
      {repeated("(harbour1", " OR \"harbour% a\"", ") NEAR/500 harbour2"), "20 found"},
      {repeated("(harbour1", " OR (harbour% NEAR/500 a)", ") NEAR/500 harbour2"),
       "too many words near each other with NEAR/500"},
      {repeated("harbour1 NEAR/500 (", "harbour2 NEAR/500 (", "w3"), "brackets nested too deeply"},
      {repeated("", "(" + chain("harbour% NEAR/500 harbour% NEAR/500 ") + ") "), "20 found"},
      {repeated("", "(" + chain("a NEAR/500 a NEAR/500 ") + ") "), "20 found"},
      {repeated("", "(" + chain("harbour% w/s harbour% w/p ") + ") "), "0 found"},
      {repeated("", "(a w/s harbour%) OR ", "a"), "20 found"},
      {repeated("", "title:red "), "20 found"},
      {repeated("", "date:2024 "), "0 found"},
      {repeated("", "id:id-0000% "), "0 found"},
      {std::string(kLength, '('), "brackets nested too deeply"},
      {deep + "harbour1" + std::string(kMaxQueryDepth, ')'), "20 found"},
      {std::string(kLength, 'x'), "too long a word"},
      {std::string(kLength, '"'), "no word between the quotes"},
      {std::string(kLength, '-'), "nothing behind -"},
      {std::string(kLength, '.'), "too long a word"},
      {repeated("", "東"), "0 found"},
  };
  const ArchiveFixture fixture(articles());
  Archive archive({fixture.path()});
  for (const Row& row : rows) {
    CAPTURE(row.query.substr(0, 60));
    CHECK(outcome(row.query, archive) == row.outcome);
  }
}

}  // namespace
}  // namespace backfile
