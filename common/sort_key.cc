#include "common/sort_key.h"

namespace backfile {
namespace {

constexpr std::size_t kDigits = 14;

}  // namespace

std::string newest_first_key(const Article& article) {
  std::string key = article.published ? to_digits(*article.published) : std::string(kDigits, '0');
  // The id backwards in value: the smallest id becomes the greatest, a prefix of another included.
  for (const char c : article.id) key += char(0xFF - static_cast<unsigned char>(c));
  return key += '\xFF';
}

std::string oldest_first_key(const Article& article) {
  return (article.published ? to_digits(*article.published) : std::string(kDigits, '9')) +
         article.id;
}

}  // namespace backfile
