#include <doctest/doctest.h>
#include <fmt/format.h>
#include <zlib.h>

#include "common/error.h"
#include "indexer/readers/http.h"
#include "indexer/readers/warc.h"
#include "tests/common/random_values.h"
#include "tests/indexer/packed.h"
#include "tests/string_source.h"

namespace backfile {
namespace {

std::string record(std::string_view type, const std::string& content,
                   const std::string& more = "WARC-Target-URI: https://paper.example/a\r\n") {
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n{}Content-Length: {}\r\n\r\n"
      "{}\r\n\r\n",
      type, more, content.size(), content);
}

std::string response(const std::string& body, const std::string& headers = {},
                     const std::string& status = "200 OK",
                     const std::string& type = "text/html; charset=UTF-8") {
  return record("response", "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + headers +
                                "\r\n" + body);
}

std::string described(const ReadItem& item) {
  if (const auto* rejection = std::get_if<Rejection>(&item))
    return "! " + rejection->reason + ": " + rejection->detail + " @" + rejection->origin.position;
  if (const auto* page = std::get_if<RawPage>(&item))
    return page->url + " " + page->charset + " " + page->html;
  const auto& raw = std::get<RawArticle>(item);
  return "text " + raw[*field_by_name("url")].at(0) + " " + raw[*field_by_name("title")].at(0);
}

std::string read(Input& input, const ReaderSettings& settings = {}) {
  const auto reader = make_warc_reader(input, settings);
  std::string lines;
  for (;;) {
    try {
      while (const auto item = reader->next()) lines += described(*item) + "\n";
      return lines;
    } catch (const Error& error) {
      lines += "! " + error.reason() + "\n";
    }
    if (!input.resume()) return lines;
  }
}

std::string read(const std::string& content, std::size_t piece_bytes = 1 << 20,
                 const ReaderSettings& settings = {}) {
  Input input({"a", "a", {}}, std::make_unique<StringSource>(content, piece_bytes));
  return read(input, settings);
}

TEST_CASE("warc: the HTML pages among the records") {
  const std::string page = "https://paper.example/a utf-8 <p>x";
  struct Row {
    std::string content;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"\r\n\r\n", ""},
      {response("<p>x"), page + "\n"},
      {record("warcinfo", "software: x", "") + response("<p>x") + response("<p>x"),
       page + "\n" + page + "\n"},
      {record("request", "GET / HTTP/1.1\r\n\r\n") + record("metadata", "fetchTimeMs: 1") +
           record("revisit", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
       ""},
      {response("moved", {}, "301 Moved"), ""},
      {response("gone", {}, "404 Not Found"), ""},
      {response("\x89PNG", {}, "200 OK", "image/png"), ""},
      {response("User-agent: *", {}, "200 OK", "text/plain"), ""},
      {response("<p>x", {}, "200 OK", "TEXT/HTML;charset='utf-8'"), page + "\n"},
      {response("<p>x", {}, "200", "application/xhtml+xml; charset=utf-8"), page + "\n"},
      {record("response", "HTTP/1.0 200 OK\r\n\r\n<!DOCTYPE html>x"),
       "https://paper.example/a  <!DOCTYPE html>x\n"},
      {record("response", "HTTP/1.0 200 OK\r\n\r\nno markup"), ""},
      {record("response", "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>x"),
       "https://paper.example/a  <p>x\n"},
      {record("response", "20240101 dns",
              "WARC-Target-URI: dns:paper.example\r\nContent-Type: text/dns\r\n"),
       ""},
      {record("resource", "<p>x",
              "WARC-Target-URI: <https://paper.example/a>\r\nContent-Type: text/html; "
              "charset=utf-8\r\n"),
       page + "\n"},
      {record("resource", "x", "Content-Type: image/png\r\n"), ""},
      {record("conversion", "Headline\nText.",
              "WARC-Target-URI: https://paper.example/a\r\nContent-Type: text/plain\r\n"),
       "text https://paper.example/a Headline\n"},
      {response("4;x=y\r\n<p>x\r\n3\r\nyz!\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
       page + "yz!\n"},
      {response("<p>x", "Transfer-Encoding: chunked\r\n"), page + "\n"},
      {response(gzipped("<p>x"), "Content-Encoding: gzip\r\n"), page + "\n"},
      {response("<p>x", "Content-Encoding: gzip\r\n"), page + "\n"},
      {response("<p>x", "Content-Encoding: br\r\n"), page + "\n"},
      {response("\x8B\x01\x80<p>x\x03", "content-encoding: BR\r\n"), page + "\n"},
      {response("?", "Content-Encoding: zstd\r\n"),
       "! unknown encoding: the page is packed as zstd @record 1 at byte 1\n"},
      {record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x",
              "WARC-Target-URI: https://paper.example/a\r\nWARC-Truncated: length\r\n"),
       "! damaged: the crawler cut the page off: length @record 1 at byte 1\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
    CHECK(read(row.content, 1) == row.expected);
  }
}

TEST_CASE("warc: what is broken costs itself") {
  const std::string page = "https://paper.example/a utf-8 <p>x\n";
  const std::string good = response("<p>x");
  const auto replaced = [](std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
  };
  const std::string length = fmt::format(
      "Content-Length: {}", response("<p>x").size() - response("<p>x").find("HTTP") - 4);
  struct Row {
    std::string content;
    std::string expected;
  };
  const std::string at_second = fmt::format(" @record 2 at byte {}\n", good.size() + 1);
  const Row rows[] = {
      {good + "garbage\r\nmore\r\n" + good,
       page +
           fmt::format("! damaged: 15 bytes that are no WARC record were passed over @byte {}\n",
                       good.size() + 1) +
           page},
      {good + replaced(good, length, "Content-Length: 9999999") + good,
       page + "! damaged: the record does not end where its Content-Length says" + at_second +
           page},
      {good + replaced(good, length, "Content-Length: 20") + good,
       page + "! damaged: the record does not end where its Content-Length says" + at_second +
           page},
      {good + replaced(good, length, "Content-Length: -1") + good,
       page + "! damaged: the record's header has no end or no Content-Length" + at_second + page},
      {good + replaced(good, length, "X: 1") + good,
       page + "! damaged: the record's header has no end or no Content-Length" + at_second + page},
      {good + good.substr(0, good.size() - 8),
       page +
           fmt::format("! damaged: the record is cut off: {} of {} bytes",
                       good.size() - good.find("HTTP") - 8, good.size() - good.find("HTTP") - 4) +
           at_second},
      {good + "WARC/1.1\r\nWARC-Ty",
       page + "! damaged: the record's header has no end or no Content-Length" + at_second},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    CHECK(read(row.content) == row.expected);
    CHECK(read(row.content, 1) == row.expected);
  }
}

TEST_CASE("warc: behind damage of the bytes") {
  const std::string good = response("<p>x");
  auto source = std::make_unique<StringSource>(good + good.substr(0, 100));
  source->breaks_off(good);
  Input input({"a", "a", {}}, std::move(source));
  const std::string page = "https://paper.example/a utf-8 <p>x\n";
  CHECK(read(input) == page + "! damaged\n" + page);
}

TEST_CASE("warc: large records are passed over without being held") {
  ReaderSettings settings;
  settings.max_article_bytes = 1000;
  const std::string large(5000, 'x');
  const std::string good = response("<p>x");
  CHECK(read(response(large) + response(large, {}, "200 OK", "video/mp4") + good, 64, settings) ==
        "! too large: a record of more than 1000 bytes; --max-article sets another limit @record 1 "
        "at byte 1\nhttps://paper.example/a utf-8 <p>x\n");
  CHECK(read(response(gzipped(large), "Content-Encoding: gzip\r\n"), 64, settings) ==
        "! too large: the page unpacks to more than --max-article @record 1 at byte 1\n");
}

TEST_CASE("warc: any bytes have an end") {
  RandomValues random(31);
  const std::string whole = response("<p>x") + record("request", "GET /") +
                            response(gzipped("<p>y"), "Content-Encoding: gzip\r\n") +
                            response("1\r\nx\r\n0\r\n", "Transfer-Encoding: chunked\r\n");
  for (int round = 0; round < 500; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 4; ++i) bytes[random.below(bytes.size())] = char(random.number(0, 255));
    if (random.below(2) == 0) bytes.resize(random.below(bytes.size()));
    CHECK_NOTHROW(read(bytes, 1 + random.below(300)));
  }
}

TEST_CASE("http: types and character sets") {
  CHECK(media_type("Text/HTML; charset=utf-8") == "text/html");
  CHECK(charset_of("text/html; Charset=\"ISO-8859-1\"; x=y") == "iso-8859-1");
  CHECK(charset_of("text/html").empty());
  CHECK(header_value("A: 1\r\nab: 2\r\n", "AB") == "2");
  CHECK(header_value("A: 1", "B").empty());
}

}  // namespace
}  // namespace backfile
