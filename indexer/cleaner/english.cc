#include "indexer/cleaner/english.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t kMaxWordBytes = 8;

// The letters of a short word as a number.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word) letters = (letters << 8U) | std::uint64_t(ascii_lower(c));
  return letters;
}

constexpr std::string_view kWords[] = {
    "the",  "and",  "of",    "that",  "with",  "which", "from",  "this", "were", "their", "would",
    "been", "they", "had",   "has",   "was",   "said",  "to",    "its",  "will", "but",   "who",
    "what", "when", "there", "about", "after", "could", "other", "than", "more", "have",  "his"};

// Open addressing; three of four places are free.
class WordTable {
 public:
  constexpr WordTable() {
    for (const std::string_view word : kWords) {
      std::size_t place = place_of(packed(word));
      while (places_[place] != 0) place = (place + 1) % kPlaces;
      places_[place] = packed(word);
    }
  }

  constexpr bool holds(std::uint64_t word) const {
    for (std::size_t place = place_of(word); places_[place] != 0; place = (place + 1) % kPlaces)
      if (places_[place] == word) return true;
    return false;
  }

 private:
  static constexpr std::size_t kPlaces = 128;

  static constexpr std::size_t place_of(std::uint64_t word) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
    constexpr unsigned kShift = 57;                            // 128 places
    return std::size_t((word * kMultiplier) >> kShift);
  }

  std::array<std::uint64_t, kPlaces> places_{};
};

constexpr WordTable kTable;

// One word in six at least, and several: in other languages it is less than one in twenty.
bool is_rich(std::string_view text) {
  constexpr std::size_t kMinHits = 6;
  constexpr std::size_t kRichOneIn = 6;
  std::size_t words = 0;
  std::size_t hits = 0;
  std::uint64_t word = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80) {
      word = (word << 8U) | std::uint64_t(static_cast<unsigned char>(ascii_lower(c)));
      ++bytes;
      continue;
    }
    if (bytes > 0) ++words;
    if (bytes > 1 && bytes <= kMaxWordBytes && kTable.holds(word)) ++hits;
    word = 0;
    bytes = 0;
  }
  return hits >= kMinHits && hits * kRichOneIn >= words;
}

}  // namespace

bool is_surely_english(std::string_view text) {
  // A text may change its language: its front, middle and end are looked at.
  constexpr std::size_t kLookBytes = 500;
  if (text.size() <= 3 * kLookBytes) return is_rich(text);
  return is_rich(text.substr(0, kLookBytes)) &&
         is_rich(text.substr((text.size() - kLookBytes) / 2, kLookBytes)) &&
         is_rich(text.substr(text.size() - kLookBytes));
}

}  // namespace backfile
