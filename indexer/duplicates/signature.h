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
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

enum class Fact : std::uint8_t { kNone, kNumber, kName };

// Makes those of one article after the other.
class SignatureBuilder {
 public:
  // The next word, by a hash without case and accents.
  void add(std::uint64_t word, Fact fact);
  // Whether the words are so few that the headline counts.
  bool is_short() const;

  struct Made {
    std::string signature;              // empty: the article has too few words to judge
    std::vector<std::uint32_t> sketch;  // 30 bits each, ascending
  };
  // Of the words since the last call.
  Made take();

 private:
  static constexpr std::size_t kBins = 128;

  void add_shingle(std::uint64_t hash);
  void add_fact(std::uint64_t fact, bool is_name);

  std::array<std::uint64_t, 5> last_{};  // words, in a ring
  std::uint64_t words_ = 0;
  std::array<std::uint64_t, kBins> least_ = empty_bins();
  std::vector<std::uint64_t> sketch_;  // ascending
  std::string facts_;
  std::array<std::size_t, 2> fact_counts_{};  // of numbers, and of names
  std::bitset<256> known_facts_;              // numbers below 128, then names

  static std::array<std::uint64_t, kBins> empty_bins();
};

// A signature, taken apart.
struct Signature {
  // Too few bytes for one are an article without words.
  explicit Signature(std::string_view bytes);

  std::uint32_t shingles = 0;
  std::array<std::uint64_t, 8> bins{};         // 16 a number
  using Facts = std::array<std::uint64_t, 2>;  // a bit for each of 128 hashes
  Facts numbers{};
  Facts names{};
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

// The body's beginning that says where and when, if it has one: "LONDON, March 3 (Agency) - ". Its
// bytes.
std::size_t dateline_bytes(std::string_view body);

}  // namespace backfile
