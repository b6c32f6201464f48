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

constexpr std::string_view kEnglishWords[] = {
    "the",  "and",  "of",    "that",  "with",  "which", "from",  "this", "were", "their", "would",
    "been", "they", "had",   "has",   "was",   "said",  "to",    "its",  "will", "but",   "who",
    "what", "when", "there", "about", "after", "could", "other", "than", "more", "have",  "his"};

// Of the languages that English is mixed with.
constexpr std::string_view kOtherWords[] = {
    "und", "der", "das", "nicht", "ist",  "ein", "les", "est",  "dans", "une", "pour", "que",
    "los", "las", "una", "por",   "para", "het", "een", "van",  "niet", "och", "att",  "som",
    "det", "og",  "jeg", "il",    "che",  "di",  "per", "sono", "os",   "uma", "nie",  "jest"};

enum class Word : std::uint8_t { kUnknown, kEnglish, kOther };

// Open addressing; most places are free.
class WordTable {
 public:
  constexpr WordTable() {
    for (const std::string_view word : kEnglishWords) add(word, Word::kEnglish);
    for (const std::string_view word : kOtherWords) add(word, Word::kOther);
  }

  constexpr Word find(std::uint64_t letters) const {
    std::size_t place = place_of(letters);
    while (places_[place].letters != letters && places_[place].letters != 0) place = after(place);
    return places_[place].word;
  }

 private:
  static constexpr unsigned kPlaceBits = 8;

  struct Place {
    std::uint64_t letters = 0;
    Word word = Word::kUnknown;
  };

  static constexpr std::size_t place_of(std::uint64_t letters) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
    return std::size_t((letters * kMultiplier) >> (64 - kPlaceBits));
  }
  static constexpr std::size_t after(std::size_t place) {
    return (place + 1) % (std::size_t{1} << kPlaceBits);
  }

  constexpr void add(std::string_view word, Word value) {
    std::size_t place = place_of(packed(word));
    while (places_[place].letters != 0) place = after(place);
    places_[place] = {packed(word), value};
  }

  std::array<Place, std::size_t{1} << kPlaceBits> places_{};
};

constexpr WordTable kTable;

// The small letter of every byte of a word, 0 for what parts words.
constexpr std::array<std::uint8_t, 256> make_letters() {
  std::array<std::uint8_t, 256> letters{};
  for (std::size_t byte = 0; byte < letters.size(); ++byte) {
    const auto c = static_cast<char>(byte);
    if (is_ascii_alpha(c) || byte >= 0x80)
      letters[byte] = static_cast<std::uint8_t>(byte < 0x80 ? ascii_lower(c) : c);
  }
  return letters;
}

constexpr auto kLetters = make_letters();

// One word in eight, where other languages have less than one in twenty.
bool is_rich(std::string_view text) {
  constexpr std::size_t kMinEnglish = 4;
  constexpr std::size_t kRichOneIn = 8;
  constexpr std::size_t kMixedOneIn = 8;
  std::size_t words = 0;
  std::array<std::size_t, 3> count{};
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t letters = 0;
    const std::size_t start = i;
    for (; i < text.size(); ++i) {
      const std::uint8_t letter = kLetters[static_cast<unsigned char>(text[i])];
      if (letter == 0) break;
      letters = (letters << 8U) | letter;
    }
    const std::size_t bytes = i - start;
    if (bytes > 0) ++words;
    if (bytes > 1 && bytes <= kMaxWordBytes) ++count[std::size_t(kTable.find(letters))];
    ++i;
  }
  const std::size_t english = count[std::size_t(Word::kEnglish)];
  const std::size_t other = count[std::size_t(Word::kOther)];
  return english >= kMinEnglish && english * kRichOneIn >= words && other * kMixedOneIn <= english;
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
