// What a character is in a word, and how it is spelled in lower case and
// without accents. Texts ask this of every character, so what Unicode's tables
// say is worked out once and kept.
//
// Compatibility characters are other shapes of letters and digits: ligatures
// (ﬁ), full and half width (Ａ１ｱ), mathematical (𝐁), Arabic by place in the word
// (ﻡ), subscripts (CO₂). They are what they are a shape of, because type and
// width are the printer's choice, no spelling: nobody asks for them, and who
// asks for the plain letters wants them found.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

struct Character {
  enum Kind : std::uint16_t {
    kLetter = 1,  // but no apostrophe, of which Unicode takes one for a letter
    kDigit = 2,
    kMark = 4,
    kInWord = kLetter | kDigit | kMark,
    kUnspaced = 8,         // a letter of a script that puts no spaces between words
    kIgnorable = 16,       // a joiner, soft hyphen or the like: part of a word, not of its form
    kAccented = 32,        // its lower case is another without accents
    kAccent = 64,          // a mark that goes where accents go
    kTakesAccents = 128,   // a letter whose marks are accents
    kCompatibility = 256,  // another shape of the characters that its kinds and spellings are of
    kJoint = 512           // a sign that can stand within a word
  };

  // UTF-8 of a few characters.
  struct Spelling {
    static constexpr std::size_t kMaxBytes = 8;

    std::array<char, kMaxBytes> bytes{};
    std::uint8_t size = 0;

    std::string_view view() const { return {bytes.data(), size}; }
  };

  bool is(unsigned any_of_kinds) const { return (kinds & any_of_kinds) != 0; }

  Spelling lower;
  Spelling folded;  // in its own case, without accents
  std::uint16_t kinds = 0;
};

// The characters by pages of the code space, each made when a character of it is first asked for.
class Characters {
 public:
  static constexpr std::size_t kPageSize = 128;
  using Page = std::array<Character, kPageSize>;

  const Character& operator[](char32_t c) {
    std::atomic<const Page*>& place = pages_[c / kPageSize];
    const Page* page = place.load(std::memory_order_acquire);
    return (page ? *page : make_page(place, c / kPageSize))[c % kPageSize];
  }

 private:
  static const Page& make_page(std::atomic<const Page*>& place, std::size_t number);

  std::array<std::atomic<const Page*>, 0x110000 / kPageSize> pages_{};
};

// `c` is at most U+10FFFF. The reference is good for ever. From any thread.
inline const Character& character(char32_t c) {
  static constinit Characters characters;
  return characters[c];
}

}  // namespace backfile
