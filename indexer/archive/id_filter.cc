#include "indexer/archive/id_filter.h"

#include <xxhash.h>

namespace backfile {
namespace {

constexpr std::size_t kBitsAnId = 10;
constexpr unsigned kProbes = 7;

// Calls `probe` with the number of each bit of `id`; ends when it returns false.
template <class Probe>
bool probe_bits(std::string_view id, std::size_t bits, Probe probe) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  for (unsigned i = 0; i < kProbes; ++i)
    if (!probe((hash.low64 + i * hash.high64) % bits)) return false;
  return true;
}

}  // namespace

IdFilter::IdFilter(std::size_t ids) : words_(ids * kBitsAnId / 64 + 1) {}

void IdFilter::add(std::string_view id) {
  probe_bits(id, words_.size() * 64, [this](std::size_t bit) {
    words_[bit / 64] |= std::uint64_t{1} << bit % 64;
    return true;
  });
}

bool IdFilter::may_have(std::string_view id) const {
  return probe_bits(id, words_.size() * 64,
                    [this](std::size_t bit) { return (words_[bit / 64] >> bit % 64 & 1) != 0; });
}

}  // namespace backfile
