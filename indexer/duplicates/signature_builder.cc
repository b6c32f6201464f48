#include "indexer/duplicates/signature_builder.h"

#include <algorithm>
#include <limits>

namespace backfile {
namespace {

constexpr std::size_t kSketchSize = 10;
constexpr std::size_t kMaxFacts = 16;  // of a kind
constexpr std::uint64_t kFewWords = 40;

constexpr unsigned kSketchBits = 30;
constexpr unsigned kBinBits = 7;
constexpr std::uint64_t kNothing = std::numeric_limits<std::uint64_t>::max();

// The finalizer of splitmix64: every bit of the result depends on every bit of `hash`.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ hash >> 27) * 0x94D049BB133111EB;
  return hash ^ hash >> 31;
}

// A bin's 4 bits: 0 for an empty one, else 1 to 15.
unsigned nibble(std::uint64_t least) { return least == kNothing ? 0 : unsigned(least % 15) + 1; }

}  // namespace

std::array<std::uint64_t, SignatureBuilder::kBins> SignatureBuilder::empty_bins() {
  std::array<std::uint64_t, kBins> bins{};
  bins.fill(kNothing);
  return bins;
}

bool SignatureBuilder::is_short() const { return words_ < kFewWords; }

void SignatureBuilder::add(std::uint64_t word, Fact fact) {
  if (fact == Fact::kNumber) add_fact(mixed(word + last_.back() * 3), false);
  if (fact == Fact::kName) add_fact(mixed(word), true);
  std::uint64_t shingle = 0;
  for (std::size_t i = 0; i + 1 < kShingleWords; ++i) {
    last_[i] = last_[i + 1];
    shingle = shingle * 0x9E3779B97F4A7C15 + last_[i];
  }
  last_.back() = word;
  if (++words_ >= kShingleWords) add_shingle(mixed(shingle * 0x9E3779B97F4A7C15 + word));
}

void SignatureBuilder::add_fact(std::uint64_t fact, bool is_name) {
  const std::size_t number = (fact >> 57) + (is_name ? 128 : 0);
  if (known_facts_[number] || fact_counts_[is_name] == kMaxFacts) return;
  ++fact_counts_[is_name];
  known_facts_.set(number);
  facts_ += char(number);
}

void SignatureBuilder::add_shingle(std::uint64_t hash) {
  std::uint64_t& least = least_[hash >> (64 - kBinBits)];
  least = std::min(least, hash << kBinBits >> kBinBits);
  const std::uint64_t rank = mixed(hash);
  if (sketch_.size() == kSketchSize && rank >= sketch_.back()) return;
  const auto place = std::ranges::lower_bound(sketch_, rank);
  if (place != sketch_.end() && *place == rank) return;
  sketch_.insert(place, rank);
  if (sketch_.size() > kSketchSize) sketch_.pop_back();
}

SignatureBuilder::Made SignatureBuilder::take() {
  Made made;
  if (words_ >= kShingleWords) {
    const auto shingles = std::min<std::uint64_t>(words_ - kShingleWords + 1, 0xFFFF);
    made.signature += char(shingles >> 8);
    made.signature += char(shingles & 0xFF);
    for (std::size_t i = 0; i < kBins; i += 2)
      made.signature += char(nibble(least_[i]) << 4 | nibble(least_[i + 1]));
    made.signature += facts_;
    // A small hash says less than its low bits.
    for (const std::uint64_t rank : sketch_)
      made.sketch.push_back(std::uint32_t(rank & ((1U << kSketchBits) - 1)));
    std::ranges::sort(made.sketch);
    made.sketch.erase(std::unique(made.sketch.begin(), made.sketch.end()), made.sketch.end());
  }
  words_ = 0;
  last_ = {};
  least_ = empty_bins();
  sketch_.clear();
  facts_.clear();
  known_facts_.reset();
  fact_counts_ = {};
  return made;
}

std::size_t dateline_bytes(std::string_view body) {
  constexpr std::size_t kMaxBytes = 80;
  const std::string_view head = body.substr(0, kMaxBytes);
  // It begins with a place in capitals.
  if (head.size() < 3 || head[0] < 'A' || head[0] > 'Z' || (head[1] >= 'a' && head[1] <= 'z'))
    return 0;
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : {" - ", " -- ", " – ", " — "})
    if (const std::size_t at = head.find(dash); at != std::string_view::npos)
      end = std::min(end, at + dash.size());
  return end == std::string_view::npos || head.substr(0, end).find('\n') < end ? 0 : end;
}

}  // namespace backfile
