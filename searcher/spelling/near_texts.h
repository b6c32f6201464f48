// The texts within a few edits of a word, met in sorted order: what a walk over
// a sorted vocabulary needs so as to skip all that cannot be near.
//
// An edit is a letter put in, left out or changed, or two neighbours swapped:
// the four that make up 80 % of all misspellings (Damerau 1964). The distance is
// that of optimal string alignment: no part of a word is edited twice. Its table
// has a row for every letter read; when all of a row is beyond the limit, so is
// every text that begins alike, and the row tells which letters can follow. That
// is the Levenshtein automaton of Schulz and Mihov (2002), with its states
// worked out as they are met.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class NearTexts {
 public:
  NearTexts(std::u32string word, unsigned max_edits);

  // The edits between `text` and the word; nothing when they are more than the limit. Cheap when
  // `text` begins as the one before it.
  std::optional<unsigned> edits(std::u32string_view text);

  // How the texts begin that come next, in order of their code points, after the one that was last
  // asked for and may be near: all between are not. Nothing when there are no more.
  std::optional<std::u32string> next();

 private:
  using Row = std::vector<std::uint8_t>;  // edits from what is read to each beginning of the word

  void push(char32_t letter);
  void cut(std::size_t letters);
  bool is_alive() const;
  std::optional<char32_t> follower(char32_t least) const;

  std::u32string word_;
  unsigned max_edits_;
  std::u32string read_;  // as far as it may be near
  std::vector<Row> rows_;
  char32_t least_ = 0;  // that can come behind read_ in a text not yet met
};

}  // namespace backfile
