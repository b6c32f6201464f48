#include "common/sort_key.h"

#include <algorithm>
#include <cstdint>

namespace backfile {
namespace {

constexpr int kTimeBytes = 6;
constexpr std::uint64_t kUndatedLast = 0xFFFFFFFFFFFF;

// The number that the 14 digits of `published` are, greatest byte first: orders like the digits in
// less than half of the space.
std::string time_bytes(const Article& article, std::uint64_t undated) {
  const std::uint64_t number =
      article.published ? std::stoull(to_digits(*article.published)) : undated;
  std::string bytes;
  for (int shift = 8 * (kTimeBytes - 1); shift >= 0; shift -= 8)
    bytes += char(number >> shift & 0xFF);
  return bytes;
}

}  // namespace

std::string newest_first_key(const Article& article) {
  std::string key = time_bytes(article, 0);
  // The id backwards in value: the smallest id becomes the greatest, a prefix of another included.
  for (const char c : article.id) key += char(0xFF - static_cast<unsigned char>(c));
  return key += '\xFF';
}

std::string oldest_first_key(const Article& article) {
  return time_bytes(article, kUndatedLast) + article.id;
}

std::string_view id_of_key(std::string_view key) {
  return key.substr(std::min<std::size_t>(kTimeBytes, key.size()));
}

}  // namespace backfile
