#include <doctest/doctest.h>

#include "indexer/readers/html.h"
#include "tests/indexer/read_all.h"

namespace backfile {
namespace {

TEST_CASE("html reader: one file, one page or the reason why not") {
  struct Row {
    std::string content;
    std::string expected;
  };
  const Row rows[] = {
      {"<title>Storm hits Port Vellum</title><p>Waves of nine metres broke over the mole.",
       "title=Storm hits Port Vellum|body=Waves of nine metres broke over the mole."},
      {"<!DOCTYPE html>\n<!-- saved from url=(0028)https://paper.example/storm -->\n"
       "<html lang=en><title>Storm</title>",
       "url=https://paper.example/storm|title=Storm|language=en"},
      {"<!-- saved from url=(0027)https://paper.example/caf\xE9 --><title>Storm</title>",
       "url=https://paper.example/café|title=Storm"},
      {"<!-- saved from url=(0014)about:internet --><title>Storm</title>", "title=Storm"},
      {"<!-- saved from url=(0028)https://paper.example/storm", ""},
      {"", "! empty: the file has no text"},
      {" \n ", "! empty: the file has no text"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    const auto items = read_all(make_html_reader, row.content);
    REQUIRE(items.size() == 1);
    CHECK(described(items[0]) == row.expected);
  }
}

TEST_CASE("html reader: too large a page is rejected") {
  ReaderSettings settings;
  settings.max_article_bytes = 20;
  const auto items = read_all(make_html_reader, "<p>" + std::string(20, 'x'), settings);
  REQUIRE(items.size() == 1);
  CHECK(described(items[0]).starts_with("! too large: a page of more than 20 bytes"));
}

TEST_CASE("html reader: a page that breaks off is an error") {
  auto source = std::make_unique<StringSource>("<p>One");
  source->breaks_off();
  Input input({"p", "p", {}}, std::move(source));
  const ReaderSettings settings;
  const auto reader = make_html_reader(input, settings);
  CHECK_THROWS(reader->next());
}

TEST_CASE("html reader: told by how a page begins") {
  struct Row {
    std::string_view head;
    bool expected;
  };
  const Row rows[] = {
      {"<!doctype html>", true},
      {"<!DOCTYPE HTML PUBLIC", true},
      {"<HTML>", true},
      {"<!-- a --> <!-- b --><head>", true},
      {"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", true},
      {"<div class=x>", true},
      {"<p>One", true},
      {"<?xml version='1.0'?><rss>", false},
      {"<nitf>", false},
      {"<DOC>", false},
      {"<!DOCTYPE lewis SYSTEM", false},
      {"<!-- cut", false},
      {"{\"html\":1}", false},
      {"text <html>", false},
      {"", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(looks_like_html_page(row.head) == row.expected);
  }
}

}  // namespace
}  // namespace backfile
