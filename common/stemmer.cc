#include "common/stemmer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <libstemmer.h>

#include "common/utf8.h"

namespace backfile {
namespace {

// libstemmer takes these codes as names of its algorithms. Its list holds no codes, so it stands
// here; the test asks libstemmer for each.
constexpr std::array<std::string_view, 29> kLanguages = {
    "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"};

// Those that cut beginnings too, or change the script.
constexpr std::array<std::string_view, 6> kChangesBeginning = {"ar", "ga", "id", "sr", "ta", "yi"};

// Room for words that were stemmed, each in the one place that its hash gives it; the last to come
// there stays. A place is one line of the processor's cache, and all of them are 2 MB.
class Cache {
 public:
  static constexpr std::size_t kMaxBytes = 31;  // of a word or stem that fits

  struct alignas(64) Place {
    std::uint8_t word_bytes = 0;
    std::uint8_t stem_bytes = 0;
    std::array<char, kMaxBytes> word{};
    std::array<char, kMaxBytes> stem{};

    bool holds(std::string_view other) const {
      return std::string_view(word.data(), word_bytes) == other;
    }
  };

  Place& place_of(std::string_view word) {
    return places_[std::hash<std::string_view>{}(word) & (places_.size() - 1)];
  }

  void put(std::string_view word, std::string_view stem) {
    if (word.size() > kMaxBytes || stem.size() > kMaxBytes) return;
    // Queries stem a few words in many languages, so it begins small.
    if (++put_ > places_.size() && places_.size() < kMaxPlaces)
      places_ = std::vector<Place>(places_.size() * 8);
    Place& place = place_of(word);
    place.word_bytes = std::uint8_t(word.size());
    place.stem_bytes = std::uint8_t(stem.size());
    std::ranges::copy(word, place.word.begin());
    std::ranges::copy(stem, place.stem.begin());
  }

 private:
  static constexpr std::size_t kMaxPlaces = 32768;

  std::vector<Place> places_{64};
  std::size_t put_ = 0;
};

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

struct Language {
  std::string code;
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer;
  Cache cache;
};

// libstemmer knows Norwegian by the macro-language's code only.
std::string_view algorithm(std::string_view language) { return language == "nb" ? "no" : language; }

}  // namespace

struct Stemmer::Languages {
  std::vector<Language> open;

  // Null when there is no stemmer for it.
  Language* find(std::string_view code) {
    const auto found = std::ranges::find(open, code, &Language::code);
    if (found != open.end()) return &*found;
    if (!knows(code)) return nullptr;
    const std::string name(algorithm(code));
    return &open.emplace_back(
        Language{std::string(code),
                 std::unique_ptr<sb_stemmer, StemmerDeleter>(sb_stemmer_new(name.c_str(), "UTF_8")),
                 {}});
  }
};

Stemmer::Stemmer() : languages_(std::make_unique<Languages>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

bool Stemmer::knows(std::string_view language) {
  static_assert(std::ranges::is_sorted(kLanguages));
  return std::ranges::binary_search(kLanguages, language);
}

bool Stemmer::keeps_beginning(std::string_view language) {
  return std::ranges::find(kChangesBeginning, language) == kChangesBeginning.end();
}

std::string_view Stemmer::common_beginning(std::string_view language, std::string_view stem) {
  if (!keeps_beginning(language)) return {};
  std::size_t end = stem.size();
  for (int letters = 2; letters > 0 && end > 0; --letters) end = boundary_before(stem, end - 1);
  return stem.substr(0, std::max(end, code_point_at(stem, 0).bytes));
}

std::string_view Stemmer::stem(std::string_view language, std::string_view word) {
  Language* in = languages_->find(language);
  if (!in) return word;
  if (const Cache::Place& place = in->cache.place_of(word); place.holds(word))
    return {place.stem.data(), place.stem_bytes};
  const auto* stemmed = sb_stemmer_stem(
      in->stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), int(word.size()));
  if (!stemmed) return word;
  std::string_view stem(reinterpret_cast<const char*>(stemmed),
                        std::size_t(sb_stemmer_length(in->stemmer.get())));
  if (stem.empty()) stem = word;  // a suffix that stands alone, as in Nepali
  in->cache.put(word, stem);
  return stem;
}

}  // namespace backfile
