#include "indexer/archive/id_filter.h"

#include <xxhash.h>

namespace backfile {
namespace {

constexpr std::size_t kBitsAnId = 10;
constexpr unsigned kProbes = 7;

// Calls `probe` with the place of each bit of `id`, a word and a bit of it; ends when it returns
// false. Hashes are spread evenly, so the place of one in their range is its place in the words.
template <class Probe>
bool probe_bits(const IdFilter::Hash& id, std::uint64_t words, Probe probe) {
  for (unsigned i = 0; i < kProbes; ++i) {
    const std::uint64_t hash = id.low + i * id.high;
    if (!probe(std::size_t((hash >> 32U) * words >> 32U), std::uint64_t{1} << hash % 64))
      return false;
  }
  return true;
}

}  // namespace

IdFilter::Hash::Hash(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  low = hash.low64;
  high = hash.high64;
}

IdFilter::IdFilter(std::size_t ids) : words_(ids * kBitsAnId / 64 + 1) {}

void IdFilter::add(const Hash& id) {
  probe_bits(id, words_.size(), [this](std::size_t word, std::uint64_t bit) {
    words_[word] |= bit;
    return true;
  });
}

bool IdFilter::may_have(const Hash& id) const {
  return probe_bits(id, words_.size(), [this](std::size_t word, std::uint64_t bit) {
    return (words_[word] & bit) != 0;
  });
}

}  // namespace backfile
