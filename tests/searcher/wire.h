// A wire of news, of which many stories came more than once.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "tests/archive_fixture.h"
#include "tests/common/random_values.h"

namespace backfile {

// Stories of random words, each with a few copies: whole, cut, or with a tail.
class Wire {
 public:
  explicit Wire(std::uint32_t seed) : random_(seed) {
    for (int story = 0; story < 25; ++story) {
      const std::string body = story_text();
      for (std::size_t copy = 0; copy < 1 + random_.below(4); ++copy) {
        Article article =
            make_article("id-" + std::to_string(articles_.size()), random_.text(kWords, 4), body);
        if (copy > 0 && random_.coin()) article.body.resize(body.find(' ', body.size() * 7 / 10));
        if (copy > 0 && random_.below(3) == 0) article.body += random_.text(kWords, 20);
        article.source = "paper-" + std::to_string(random_.below(5));
        if (random_.below(4) > 0) article.tags = {"t" + std::to_string(random_.below(4)), "all"};
        if (random_.below(6) > 0)
          article.published = Date{std::chrono::sys_days(std::chrono::year(2023) / 12 / 1) +
                                   std::chrono::days(random_.below(60))};
        story_of_[article.id] = story;
        articles_.push_back(std::move(article));
      }
    }
  }

  const std::vector<Article>& articles() const { return articles_; }
  int story(const std::string& id) const { return story_of_.at(id); }

 private:
  static constexpr std::array<std::string_view, 15> kWords = {
      "flood ", "dam ",     "river ", "mayor ",  "houses ", "bridge ", "valley ", "rain ",
      "night ", "council ", "water ", "street ", "road ",   "farm ",   "school "};

  std::string story_text() {
    std::string text;
    for (std::size_t left = 60 + random_.below(30); left > 0; --left)
      text += kWords[random_.below(kWords.size())];
    return text;
  }

  RandomValues random_;
  std::vector<Article> articles_;
  std::map<std::string, int> story_of_;
};

}  // namespace backfile
