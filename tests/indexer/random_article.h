// Articles of random words for properties of whole segments: every field, several
// languages, accents, words that come again.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "tests/common/random_values.h"

namespace backfile {

inline Article random_article(RandomValues& random, std::string id) {
  constexpr std::string_view kPieces[] = {
      "storm ", "storms ",  "Zürich ", "naïve ", "running. ",   "the ",   "The ",     "Häuser ",
      "Haus, ", "1987 ",    "oil ",    "price ", "U.S. ",       "it's ",  "\n\n",     "reactor ",
      "OPEC ",  "Ölpreis ", "l'été ",  "x ",     "parliament ", "votes ", "missiles "};
  constexpr std::string_view kNames[] = {"Ann ", "Lee ", "Müller ", "O'Neil "};
  const auto number = [&random] { return std::to_string(random.below(1'000)); };
  Article article;
  article.url = random.coin() ? "https://news.example/" + number() + "/" + id : "";
  article.id = std::move(id);
  article.title = random.text(kPieces, 6) + "t" + number();
  article.body = random.text(kPieces, 120) + "b" + number();
  if (random.coin()) article.published = random.date();
  if (random.below(5) == 0) article.updated = random.date();
  article.source = random.coin() ? "Gazette" : "";
  article.section = "Section " + std::to_string(random.below(4));
  for (std::size_t left = random.below(4); left > 0; --left)
    article.authors.push_back(random.text(kNames, 3) + "A" + number());
  for (std::size_t left = random.below(4); left > 0; --left)
    article.tags.push_back("tag" + number());
  if (random.coin()) article.places = {"Zürich", "New York"};
  constexpr std::string_view kLanguages[] = {"en", "de", "fr", "", "xx"};
  article.language = kLanguages[random.below(5)];
  return article;
}

using Articles = std::vector<Article>;

inline Articles random_articles(std::uint32_t seed, std::size_t count) {
  RandomValues random(seed);
  Articles articles;
  for (std::size_t i = 0; i < count; ++i)
    articles.push_back(random_article(random, std::to_string(seed) + "-" + std::to_string(i)));
  return articles;
}

}  // namespace backfile
