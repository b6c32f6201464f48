// News stories of made-up words, and near-copies of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/common/random_values.h"

namespace backfile {

inline std::string random_word(RandomValues& random) {
  constexpr std::string_view kSyllables[] = {"ba",  "ken", "dor", "lu", "mi", "tas", "ro", "vel",
                                             "shi", "gan", "por", "ne", "ul", "tri", "sa", "fon"};
  std::string word;
  for (std::size_t left = 2 + random.below(3); left > 0; --left)
    word += kSyllables[random.below(std::size(kSyllables))];
  return word;
}

inline std::string capitalized(std::string word) {
  if (word.front() >= 'a' && word.front() <= 'z') word.front() = char(word.front() - 'a' + 'A');
  return word;
}

// A text, word by word, each with what stands behind it.
using StoryWords = std::vector<std::string>;

inline StoryWords random_story(RandomValues& random, std::size_t words) {
  StoryWords story;
  bool begins = true;  // a sentence
  while (story.size() < words) {
    std::string word =
        random.below(15) == 0 ? std::to_string(random.below(10'000)) : random_word(random);
    if (begins || random.below(10) == 0) word = capitalized(word);
    begins = random.below(12) == 0;
    story.push_back(word + (begins ? ". " : " "));
  }
  return story;
}

inline std::string text_of(const StoryWords& story) {
  std::string text;
  for (const std::string& word : story) text += word;
  return text;
}

// With about one word in `one_in` another.
inline StoryWords edited(RandomValues& random, StoryWords story, std::size_t one_in) {
  for (std::string& word : story)
    if (random.below(one_in) == 0) word = random_word(random) + " ";
  return story;
}

// What `story` becomes in another paper: cut, edited, with a tail or an agency's line.
inline StoryWords random_copy(RandomValues& random, StoryWords story) {
  const std::size_t words = story.size();
  switch (random.below(5)) {
    case 0:
      break;
    case 1:
      story.resize(words * (6 + random.below(4)) / 10);
      break;
    case 2:
      story = edited(random, std::move(story), 12 + random.below(20));
      break;
    case 3: {
      const StoryWords tail = random_story(random, words / 3);
      story.insert(story.end(), tail.begin(), tail.end());
      break;
    }
    default:
      story.insert(story.begin(), "HARBOUR TOWN, May 3 (Agency) - ");
  }
  return story;
}

}  // namespace backfile
