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

// Every % is another number.
std::string times(std::size_t count, std::string_view piece) {
  std::string all;
  for (std::size_t number = 0; count > 0; --count)
    for (const char c : piece) all += c == '%' ? std::to_string(number++ % 97) : std::string(1, c);
  return all;
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
      {repeated("harbour1", " NEAR/500 harbour%"), "too long a chain with NEAR/500"},
      {repeated("harbour1", " w/p harbour%"), "too long a chain with w/p"},
      {repeated("harbour1", " w/s (harbour% OR \"harbour1 a\")"), "too long a chain with w/s"},
      {repeated("(harbour1", " OR harbour%*", ") NEAR/500 a"), "too many words beside NEAR/500"},
      {repeated("(harbour1", " OR (harbour% NEAR/500 a)", ") NEAR/500 harbour2"),
       "one NEAR/500 too many"},
      {repeated("harbour1 NEAR/500 (", "harbour2 NEAR/500 (", "w3"), "one NEAR/500 too many"},
      {repeated("", "(a w/s harbour%) OR ", "a"), "one w/s too many"},
      {times(9, "(a" + times(5, " NEAR/500 harbour%") + ") OR ") + "a", "20 found"},
      {times(9, "(a" + times(5, " NEAR/500 a") + ") OR ") + "a", "20 found"},
      {times(9, "(a" + times(5, " w/p harbour%") + ") OR ") + "a", "20 found"},
      {"(a" + times(98, " OR \"a harbour%\"") + ") NEAR/500 harbour2", "20 found"},
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
