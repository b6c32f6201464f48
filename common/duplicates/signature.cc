#include "common/duplicates/signature.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include <xxhash.h>

namespace backfile {
namespace {

constexpr std::size_t kCountBytes = kSignatureCountBytes;
constexpr std::size_t kBinBytes = kSignatureBins / 2;

constexpr std::uint64_t kLowest = 0x1111111111111111;  // bit of each of 16 nibbles

// A bit for each of the 16 nibbles of `word` that is 0: its lowest one.
std::uint64_t zero_nibbles(std::uint64_t word) {
  word |= word >> 2;
  word |= word >> 1;
  return ~word & kLowest;
}

// The sum of 16 numbers of 4 bits.
int sum_of_nibbles(std::uint64_t numbers) {
  constexpr std::uint64_t kLow = 0x0F0F0F0F0F0F0F0F;
  const std::uint64_t bytes = (numbers & kLow) + (numbers >> 4 & kLow);
  return int(bytes * 0x0101010101010101 >> 56);
}

int count(const Signature::Facts& facts) {
  return std::popcount(facts[0]) + std::popcount(facts[1]);
}

double share_of_both(const Signature::Facts& one, const Signature::Facts& other) {
  const int fewer = std::min(count(one), count(other));
  return fewer > 0 ? double(count({one[0] & other[0], one[1] & other[1]})) / fewer : 1;
}

// All but the facts.
Likeness likeness_of_words(const Signature& one, const Signature& other) {
  // By place in a word, for all words at once.
  static_assert(std::tuple_size_v<decltype(one.bins)> < 16);
  std::uint64_t sames = 0;
  std::uint64_t filleds = 0;  // in both
  std::uint64_t empties = 0;  // in both
  for (std::size_t i = 0; i < one.bins.size(); ++i) {
    const std::uint64_t empty_in_one = zero_nibbles(one.bins[i]);
    const std::uint64_t empty_in_other = zero_nibbles(other.bins[i]);
    empties += empty_in_one & empty_in_other;
    filleds += kLowest & ~(empty_in_one | empty_in_other);
    sames += zero_nibbles(one.bins[i] ^ other.bins[i]) & ~empty_in_one;
  }
  const int same = sum_of_nibbles(sames);
  const int filled = sum_of_nibbles(filleds);
  const int empty = sum_of_nibbles(empties);
  Likeness found;
  const double fewer = std::min(one.shingles, other.shingles);
  const double bins = 128 - empty;
  if (fewer == 0 || bins == 0) return found;
  // Of bins with different shingles one in 15 is the same by chance.
  const double truly = std::max(0.0, (same - filled / 15.0) * 15 / 14);
  found.resemblance = std::min(1.0, truly / bins);
  const double both = found.resemblance / (1 + found.resemblance) * (one.shingles + other.shingles);
  found.containment = std::min(1.0, both / fewer);
  return found;
}

}  // namespace

Signature::Signature(std::string_view bytes) {
  if (bytes.size() < kCountBytes + kBinBytes) return;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  shingles = std::uint32_t{byte(0)} << 8 | byte(1);
  for (std::size_t i = 0; i < kBinBytes; ++i)
    bins[i / 8] |= std::uint64_t{byte(kCountBytes + i)} << (i % 8 * 8);
  for (std::size_t i = kCountBytes + kBinBytes; i < bytes.size(); ++i)
    (byte(i) < 128 ? numbers : names)[byte(i) / 64 % 2] |= std::uint64_t{1} << (byte(i) % 64);
}

Likeness likeness(const Signature& one, const Signature& other) {
  Likeness found = likeness_of_words(one, other);
  found.numbers = share_of_both(one.numbers, other.numbers);
  found.names = share_of_both(one.names, other.names);
  return found;
}

// Learnt from copies planted in Reuters-21578 and BBC reports (scripts/check-copies): of an article
// with a tenth of its words edited half of the shingles are left and nine tenths of the facts.
bool are_copies(const Signature& one, const Signature& other) {
  constexpr double kMinContainment = 0.48;
  constexpr double kMinNumbers = 0.5;
  constexpr double kMinNames = 0.6;
  // A notice of two sentences has few facts to tell it from the next one by.
  constexpr std::uint32_t kFewShingles = 50;
  constexpr double kMinContainmentOfFew = 0.66;
  // So much is the same by chance, once in a thousand times, and beside a text of many times the
  // length would seem to be all of the shorter one.
  constexpr double kMinResemblance = 0.07;
  // The facts first: they are the least to look at, and tell most of the texts that share a
  // sentence.
  if (share_of_both(one.names, other.names) < kMinNames ||
      share_of_both(one.numbers, other.numbers) < kMinNumbers)
    return false;
  const Likeness found = likeness_of_words(one, other);
  const bool is_short = std::min(one.shingles, other.shingles) < kFewShingles;
  return found.resemblance >= kMinResemblance &&
         found.containment >= (is_short ? kMinContainmentOfFew : kMinContainment);
}

std::uint64_t digest_of_signature(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace backfile
