#include "common/duplicates/signature.h"

#include <algorithm>
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

// Of 1 bits. (Not std::popcount: without an instruction for it, which not every processor has, that
// is a call a word.)
std::uint32_t count(const Facts::Bits& bits) {
  std::uint64_t sums = 0;  // a byte each
  for (std::uint64_t word : bits) {
    word -= word >> 1 & 0x5555555555555555;
    word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
    sums += (word & 0x0F0F0F0F0F0F0F0F) + (word >> 4 & 0x0F0F0F0F0F0F0F0F);
  }
  return std::uint32_t(sums * 0x0101010101010101 >> 56);
}

std::uint32_t count_of_both(const Facts::Bits& one, const Facts::Bits& other) {
  return count({one[0] & other[0], one[1] & other[1]});
}

double share(std::uint32_t both, std::uint32_t fewer) {
  return fewer > 0 ? double(both) / fewer : 1;
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

Facts::Facts(std::string_view signature) {
  for (std::size_t i = kCountBytes + kBinBytes; i < signature.size(); ++i) {
    const auto fact = static_cast<unsigned char>(signature[i]);
    (fact < 128 ? numbers : names)[fact / 64 % 2] |= std::uint64_t{1} << (fact % 64);
  }
  number_count = count(numbers);
  name_count = count(names);
}

Signature::Signature(std::string_view bytes) : facts(bytes) {
  if (bytes.size() < kCountBytes + kBinBytes) return;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  shingles = std::uint32_t{byte(0)} << 8 | byte(1);
  for (std::size_t i = 0; i < kBinBytes; ++i)
    bins[i / 8] |= std::uint64_t{byte(kCountBytes + i)} << (i % 8 * 8);
}

Likeness likeness(const Signature& one, const Signature& other) {
  Likeness found = likeness_of_words(one, other);
  found.numbers = share(count_of_both(one.facts.numbers, other.facts.numbers),
                        std::min(one.facts.number_count, other.facts.number_count));
  found.names = share(count_of_both(one.facts.names, other.facts.names),
                      std::min(one.facts.name_count, other.facts.name_count));
  return found;
}

// Learnt from copies planted in Reuters-21578 and BBC reports (scripts/check-copies): of an article
// with a tenth of its words edited half of the shingles are left and nine tenths of the facts.
bool are_copies(const Signature& one, const Signature& other) {
  constexpr double kMinContainment = 0.48;
  // A notice of two sentences has few facts to tell it from the next one by.
  constexpr std::uint32_t kFewShingles = 50;
  constexpr double kMinContainmentOfFew = 0.66;
  // So much is the same by chance, once in a thousand times, and beside a text of many times the
  // length would seem to be all of the shorter one.
  constexpr double kMinResemblance = 0.07;
  if (!may_be_copies(one.facts, other.facts)) return false;
  const Likeness found = likeness_of_words(one, other);
  const bool is_short = std::min(one.shingles, other.shingles) < kFewShingles;
  return found.resemblance >= kMinResemblance &&
         found.containment >= (is_short ? kMinContainmentOfFew : kMinContainment);
}

bool may_be_copies(const Facts& one, const Facts& other) {
  // Of names .6 are to be the same, of numbers .5.
  return 5 * count_of_both(one.names, other.names) >=
             3 * std::min(one.name_count, other.name_count) &&
         2 * count_of_both(one.numbers, other.numbers) >=
             std::min(one.number_count, other.number_count);
}

std::uint64_t digest_of_signature(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace backfile
