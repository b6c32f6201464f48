// Makes the signature and the sketch of an article's body (common/duplicates/signature.h).
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
  static constexpr std::size_t kShingleWords = 5;

  void add_shingle(std::uint64_t hash);
  void add_fact(std::uint64_t fact, bool is_name);

  std::array<std::uint64_t, kShingleWords> last_{};  // words, the newest last
  std::uint64_t words_ = 0;
  std::array<std::uint64_t, kBins> least_ = empty_bins();
  std::vector<std::uint64_t> sketch_;  // ascending
  std::string facts_;
  std::array<std::size_t, 2> fact_counts_{};  // of numbers, and of names
  std::bitset<256> known_facts_;              // numbers below 128, then names

  static std::array<std::uint64_t, kBins> empty_bins();
};

// The body's beginning that says where and when, if it has one: "LONDON, March 3 (Agency) - ". Its
// bytes.
std::size_t dateline_bytes(std::string_view body);

}  // namespace backfile
