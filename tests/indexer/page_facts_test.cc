// The small parts that an article's facts are read with: encodings, addresses, titles.
#include <doctest/doctest.h>

#include "indexer/markup/page_charset.h"
#include "indexer/markup/page_title.h"
#include "indexer/markup/page_url.h"

namespace backfile {
namespace {

TEST_CASE("page: the encoding that it names") {
  struct Row {
    std::string html;
    std::string_view expected;
  };
  const Row rows[] = {
      {"<meta charset=\"UTF-8\">", "utf-8"},
      {"<META CHARSET=utf-8>", "utf-8"},
      {"<meta name=x><meta charset = 'koi8-r' />", "koi8-r"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">",
       "iso-8859-1"},
      {"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><html>", "shift_jis"},
      {"<?xml version=\"1.0\"?><meta charset=utf-8>", "utf-8"},
      {"<p charset=x>", ""},
      {"<meta charset>", ""},
      {"<meta charset=", ""},
      {"", ""},
      {std::string(5000, ' ') + "<meta charset=utf-8>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(declared_charset(row.html) == row.expected);
  }
}

TEST_CASE("page: addresses of articles") {
  struct Row {
    std::string_view url;
    std::string_view base;
    std::string_view expected;
  };
  const Row rows[] = {
      {"https://paper.example/storm", "", "https://paper.example/storm"},
      {" http://paper.example/?p=7 ", "", "http://paper.example/?p=7"},
      {"//paper.example/storm", "", "https://paper.example/storm"},
      {"/storm", "https://paper.example/a/b", "https://paper.example/storm"},
      {"storm", "https://paper.example/a/b", "https://paper.example/a/storm"},
      {"/storm", "", ""},
      {"https://paper.example/", "", ""},
      {"https://paper.example", "", ""},
      {"https:///storm", "", ""},
      {"ftp://paper.example/storm", "", ""},
      {"javascript:x", "https://paper.example/a", ""},
      {"", "https://paper.example/a", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(article_url(row.url, row.base) == row.expected);
  }
  CHECK(site_label("https://www.thepaper.co.example/storm") == "thepaper");
  CHECK(site_label("https://news.paper.example:8080/") == "paper");
  CHECK(site_label("nothing").empty());
}

TEST_CASE("page: headlines without the site's name") {
  const std::vector<std::string> sites = {"The Paper", "thepaper"};
  struct Row {
    std::string_view title;
    std::string_view expected;
  };
  const Row rows[] = {
      {"Storm hits coast | The Paper", "Storm hits coast"},
      {"Storm hits coast - The Paper", "Storm hits coast"},
      {"Storm hits coast — THE PAPER", "Storm hits coast"},
      {"The Paper: Storm", "The Paper: Storm"},
      {"The Paper | Storm hits coast", "Storm hits coast"},
      {"Storm hits coast | Coast - The Paper", "Storm hits coast | Coast"},
      {"Storm - a witness", "Storm - a witness"},
      {"The Paper", "The Paper"},
      {" Storm ", "Storm"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(without_site(row.title, sites) == row.expected);
  }
  CHECK(is_same_name("The Paper", "thepaper"));
  CHECK(!is_same_name("", ""));
  CHECK(!is_one_of("Other", sites));
  CHECK(heading_in({"The Paper", "Storm hits coast"}, "Storm hits coast - Other") ==
        "Storm hits coast");
  CHECK(heading_in({"Comments"}, "A long headline about a storm. Comments").empty());
  CHECK(heading_in({"About bugs"}, "About bugs – A Company of a Very Long Name") == "About bugs");
  CHECK(heading_in({"Storm"}, "Storm").empty());
  CHECK(heading_in({}, "Storm").empty());
}

}  // namespace
}  // namespace backfile
