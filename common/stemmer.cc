#include "common/stemmer.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include <libstemmer.h>

namespace backfile {
namespace {

// libstemmer takes these codes as names of its algorithms. Its list holds no codes, so it stands
// here; the test asks libstemmer for each.
constexpr std::array<std::string_view, 29> kLanguages = {
    "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"};

// Those that cut beginnings too, or change the script.
constexpr std::array<std::string_view, 6> kChangesBeginning = {"ar", "ga", "id", "sr", "ta", "yi"};

// Words kept per language: enough for the words that make up nearly all of a text.
constexpr std::size_t kMaxCachedWords = 100'000;

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>{}(word);
  }
};

struct Language {
  std::string code;
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> cache;
};

// libstemmer knows Norwegian by the macro-language's code only.
std::string_view algorithm(std::string_view language) { return language == "nb" ? "no" : language; }

}  // namespace

struct Stemmer::Languages {
  std::vector<Language> open;

  Language& get(std::string_view code) {
    const auto found = std::ranges::find(open, code, &Language::code);
    if (found != open.end()) return *found;
    const std::string name(algorithm(code));
    return open.emplace_back(
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
  return std::ranges::find(kLanguages, language) != kLanguages.end();
}

bool Stemmer::keeps_beginning(std::string_view language) {
  return std::ranges::find(kChangesBeginning, language) == kChangesBeginning.end();
}

std::string_view Stemmer::stem(std::string_view language, std::string_view word) {
  if (!knows(language)) return word;
  Language& in = languages_->get(language);
  if (const auto cached = in.cache.find(word); cached != in.cache.end()) return cached->second;
  const auto* stemmed = sb_stemmer_stem(
      in.stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), int(word.size()));
  if (!stemmed) return word;
  if (in.cache.size() >= kMaxCachedWords) in.cache.clear();
  std::string_view stem(reinterpret_cast<const char*>(stemmed),
                        std::size_t(sb_stemmer_length(in.stemmer.get())));
  if (stem.empty()) stem = word;  // a suffix that stands alone, as in Nepali
  return in.cache.emplace(word, stem).first->second;
}

}  // namespace backfile
