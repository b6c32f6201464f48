// What of an article's body tells its near-copies: articles with much of the same
// text that tell of the same facts.
//
// The text is a set of shingles, five words in a row each. Of it are kept
//
//   the sketch  the smallest hashes (bottom-k: Broder, "On the resemblance and containment of
//               documents", 1997). Articles of resemblance J have one of k in common but for
//               (1 - J)^k of all times. They are boolean terms of the article, by which its copies
//               are looked up.
//   the bins    the smallest hash of each of 128 parts of the space of hashes (one permutation
//               hashing: Li, Owen and Zhang, 2012), of each 4 bits (b-bit minwise hashing: Li and
//               König, 2010). They estimate how much of their texts two articles share.
//   the facts   the first numbers, each with the word before, and the first names. Formula stories
//               (dividends, weather, results) have much text in common, and few facts; copies have
//               both.
//
// All but the sketch is a value of the article, of under 100 bytes. Of articles with few words
// the headline counts as well: many a notice says all that matters there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

// How it is written: two bytes with the number of shingles, the bins, two of 4 bits a byte, and a
// byte for each fact.
inline constexpr std::size_t kSignatureCountBytes = 2;
inline constexpr std::size_t kSignatureBins = 128;

// A signature's facts, taken out.
struct Facts {
  // Too few bytes for a signature have none.
  explicit Facts(std::string_view signature);

  using Bits = std::array<std::uint64_t, 2>;  // one for each of 128 hashes
  Bits numbers{};
  Bits names{};
  std::uint32_t number_count = 0;
  std::uint32_t name_count = 0;
};

// A signature, taken apart.
struct Signature {
  // Too few bytes for one are an article without words.
  explicit Signature(std::string_view bytes);

  std::uint32_t shingles = 0;
  std::array<std::uint64_t, 8> bins{};  // 16 a number
  Facts facts;
};

// How much of two articles is the same.
struct Likeness {
  double resemblance = 0;  // shingles of both / shingles of either
  double containment = 0;  // shingles of both / shingles of the one that has fewer
  double numbers = 0;      // the same of numbers; 1 if one has none
  double names = 0;        // the same of names
};
Likeness likeness(const Signature& one, const Signature& other);

// Whether one is a near-copy of the other: the same text, cut, edited or added to.
bool are_copies(const Signature& one, const Signature& other);
// Whether they may be, by their facts: the least to look at, and tells most of the texts that share
// a sentence.
bool may_be_copies(const Facts& one, const Facts& other);

// The same for the same signature; for others different, but for one case in 2^64.
std::uint64_t digest_of_signature(std::string_view bytes);

}  // namespace backfile
