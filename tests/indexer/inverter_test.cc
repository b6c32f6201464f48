#include "indexer/archive/inverter.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/terms.h"
#include "tests/indexer/random_article.h"
#include "tests/indexer/random_story.h"

namespace backfile {
namespace {

struct TermPostings {
  std::string term;
  std::string postings;
  bool operator==(const TermPostings&) const = default;
};

std::vector<TermPostings> inverted_by(Inverter& inverter, const Articles& articles) {
  for (const Article& article : articles) inverter.add(article);
  const PostingRun run = inverter.take();
  std::vector<TermPostings> terms;
  for (std::size_t i = 0; i < run.terms(); ++i)
    terms.push_back({std::string(run.term(i)), std::string(run.postings(i))});
  return terms;
}

std::vector<TermPostings> inverted_anew(const Articles& articles) {
  Inverter inverter;
  return inverted_by(inverter, articles);
}

// With what makes sketches, and two near-copies.
Articles random_part(std::uint32_t seed) {
  RandomValues random(seed);
  Articles articles = random_articles(seed, random.below(40));
  for (Article& article : articles)
    if (random.coin()) article.body = text_of(random_story(random, 200));
  if (articles.size() > 1) articles.front().body = articles.back().body;
  return articles;
}

TEST_CASE("inverter: a part is the same whatever was before it") {
  Inverter inverter;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Articles articles = random_part(seed);
    CHECK(inverted_by(inverter, articles) == inverted_anew(articles));
  }
}

TEST_CASE("inverter: terms are in byte order, sketches in their place") {
  std::size_t sketches = 0;
  Inverter inverter;
  for (std::uint32_t seed = 100; seed < 120; ++seed) {
    const std::vector<TermPostings> terms = inverted_by(inverter, random_part(seed));
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i > 0) REQUIRE(terms[i - 1].term < terms[i].term);
      if (sketch_part(terms[i].term)) ++sketches;
      REQUIRE(!terms[i].postings.empty());
    }
  }
  CHECK(sketches > 1'000);
}

TEST_CASE("inverter: the terms of the last document, and its sketch") {
  Inverter inverter;
  for (const Article& article : random_part(7)) {
    inverter.add(article);
    std::vector<std::string> expected;
    for (const TermPostings& each : inverted_anew({article})) expected.push_back(each.term);
    std::vector<std::string> terms;
    for (const Inverter::TermCount& each : inverter.last_terms()) terms.push_back(each.term);
    CHECK(terms == expected);
  }
}

TEST_CASE("inverter: more words than it keeps") {
  Inverter inverter;
  for (int round = 0; round < 3; ++round) {
    Article article;
    article.id = std::to_string(round);
    article.language = "en";
    for (int i = 0; i < 170'000; ++i) article.body += fmt::format("w{}x ", round * 100'000 + i);
    CAPTURE(round);
    CHECK(inverted_by(inverter, {article}) == inverted_anew({article}));
    const Articles articles = random_part(std::uint32_t(200 + round));
    CHECK(inverted_by(inverter, articles) == inverted_anew(articles));
  }
}

TEST_CASE("inverter: what was begun is gone when it is cleared") {
  Inverter inverter;
  for (std::uint32_t seed = 300; seed < 310; ++seed) {
    for (const Article& article : random_part(seed)) inverter.add(article);
    inverter.clear();
    const Articles articles = random_part(seed + 50);
    CHECK(inverted_by(inverter, articles) == inverted_anew(articles));
  }
}

}  // namespace
}  // namespace backfile
