#include "common/sort_key.h"

#include <compare>
#include <limits>
#include <tuple>

#include <doctest/doctest.h>

#include "tests/common/random_values.h"

namespace backfile {
namespace {

Article article(std::string_view published, std::string_view id) {
  Article made;
  made.id = id;
  made.published = parse_date(published);
  return made;
}

TEST_CASE("sort key: spelling") {
  const std::string time = "\x12\x68\xC0\x99\xE7\x25";  // 20241117210405
  CHECK(newest_first_key(article("2024-11-17T21:04:05Z", "ab")) == time + "\x9E\x9D\xFF");
  CHECK(newest_first_key(article("", "ab")) == std::string(6, '\0') + "\x9E\x9D\xFF");
  CHECK(oldest_first_key(article("2024-11-17T21:04:05Z", "ab")) == time + "ab");
  CHECK(oldest_first_key(article("", "ab")) == std::string(6, '\xFF') + "ab");
}

TEST_CASE("sort key: order") {
  // Each row stands before the next.
  const Article newest_first[] = {
      article("9999-12-31T23:59:59Z", "a"),
      article("2024-11-17T00:00:01Z", "a"),
      article("2024-11-17", "a"),
      article("2024-11-17T00:00Z", "aa"),
      article("2024-11-17", "b"),
      article("2024-11-16", ""),
      article("2024-11-16", "a"),
      article("2024-11-16", "é"),
      article("0001-01-01", "a"),
      article("", "a"),
      article("", "a1"),
      article("", "b"),
  };
  for (std::size_t i = 1; i < std::size(newest_first); ++i) {
    CAPTURE(i);
    CHECK(newest_first_key(newest_first[i - 1]) > newest_first_key(newest_first[i]));
  }
  const Article oldest_first[] = {
      article("0001-01-01", "a"),
      article("2024-11-16", ""),
      article("2024-11-16", "é"),
      article("2024-11-17", "a"),
      article("2024-11-17", "aa"),
      article("2024-11-17T00:00:01Z", "a"),
      article("9999-12-31T23:59:59Z", "a"),
      article("", "a"),
      article("", "a1"),
      article("", "b"),
  };
  for (std::size_t i = 1; i < std::size(oldest_first); ++i) {
    CAPTURE(i);
    CHECK(oldest_first_key(oldest_first[i - 1]) < oldest_first_key(oldest_first[i]));
  }
}

TEST_CASE("sort key: the id is in it") {
  Article article;
  article.id = "reuters-1";
  CHECK(id_of_key(oldest_first_key(article)) == "reuters-1");
  article.published = parse_date("2024-11-17");
  CHECK(id_of_key(oldest_first_key(article)) == "reuters-1");
  for (const std::string_view key : {"", "short", "sixxxx"}) CHECK(id_of_key(key).empty());
}

TEST_CASE("sort key: random articles are ordered by time, then id") {
  constexpr std::string_view kPieces[] = {"a", "b", "é", "東", "\x7F", " ", "1", "😀"};
  constexpr std::int64_t kUndated = std::numeric_limits<std::int64_t>::max();
  RandomValues random(11);
  const auto random_article = [&] {
    Article made;
    made.id = random.text(kPieces, 4);
    if (random.coin()) made.published = random.date();
    // Few different times, so that ids decide.
    const std::chrono::seconds near_epoch(random.number(0, 2));
    if (random.coin()) made.published = Date{std::chrono::sys_seconds(near_epoch), true};
    return made;
  };
  for (int i = 0; i < 20000; ++i) {
    const Article a = random_article();
    const Article b = random_article();
    CAPTURE(oldest_first_key(a));
    CAPTURE(oldest_first_key(b));
    const auto seconds = [](const Article& of, int sign) {
      return of.published ? sign * of.published->time.time_since_epoch().count() : kUndated;
    };
    const auto oldest = std::tuple(seconds(a, 1), a.id) <=> std::tuple(seconds(b, 1), b.id);
    const auto newest = std::tuple(seconds(a, -1), a.id) <=> std::tuple(seconds(b, -1), b.id);
    CHECK((oldest_first_key(a) <=> oldest_first_key(b)) == oldest);
    CHECK((newest_first_key(b) <=> newest_first_key(a)) == newest);
  }
}

}  // namespace
}  // namespace backfile
