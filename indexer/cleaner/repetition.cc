#include "indexer/cleaner/repetition.h"

#include <algorithm>
#include <span>
#include <utility>

#include <xxhash.h>

#include "common/tokenizer.h"
#include "common/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t kMinWords = 3;
constexpr std::size_t kMaxWords = 60;
constexpr std::size_t kMaxBytes = 600;
constexpr std::uint32_t kMinArticles = 5;
constexpr std::uint32_t kMinShare = 5;  // one in so many of a source's articles
constexpr std::string_view kParting = "\n\n";

std::uint64_t hash_of(std::string_view source, std::string_view paragraph) {
  return XXH3_64bits_withSeed(paragraph.data(), paragraph.size(),
                              XXH3_64bits(source.data(), source.size()));
}

std::vector<std::string_view> paragraphs_of(std::string_view body) {
  std::vector<std::string_view> paragraphs;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find(kParting), body.size());
    paragraphs.push_back(body.substr(0, end));
    body.remove_prefix(std::min(end + kParting.size(), body.size()));
  }
  return paragraphs;
}

bool can_be_repeated(std::string_view paragraph) {
  if (paragraph.size() > kMaxBytes || std::ranges::any_of(paragraph, is_ascii_digit)) return false;
  std::size_t words = 0;
  Tokenizer tokenizer(paragraph);
  for (Token token; words <= kMaxWords && tokenizer.next(token);) ++words;
  return words >= kMinWords && words <= kMaxWords;
}

}  // namespace

bool RepeatedParagraphs::has(std::string_view source, std::string_view paragraph) const {
  return !hashes_.empty() && paragraph.size() <= kMaxBytes &&
         hashes_.contains(hash_of(source, paragraph));
}

void RepeatedParagraphs::add(const RepeatedParagraphs& others) {
  hashes_.insert(others.hashes_.begin(), others.hashes_.end());
}

std::string RepeatedParagraphs::to_bytes() const {
  std::vector<std::uint64_t> sorted(hashes_.begin(), hashes_.end());
  std::ranges::sort(sorted);
  std::string bytes;
  for (const std::uint64_t hash : sorted)
    for (unsigned shift = 0; shift < 64; shift += 8) bytes += char(hash >> shift & 0xff);
  return bytes;
}

RepeatedParagraphs RepeatedParagraphs::from_bytes(std::string_view bytes) {
  RepeatedParagraphs known;
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t hash = 0;
    for (std::size_t i = 8; i-- > 0;) hash = hash << 8 | static_cast<unsigned char>(bytes[i]);
    known.hashes_.insert(hash);
  }
  return known;
}

std::vector<RemovedLine> remove_repeated(const RepeatedParagraphs& known, Article& article) {
  std::vector<RemovedLine> removed;
  if (known.is_empty()) return removed;
  std::string kept;
  std::size_t removed_bytes = 0;
  bool is_first = true;
  for (const std::string_view paragraph : paragraphs_of(article.body)) {
    if (!std::exchange(is_first, false) && known.has(article.source, paragraph)) {
      removed.push_back({std::string(paragraph), "repeated"});
      removed_bytes += paragraph.size();
      continue;
    }
    if (!kept.empty()) kept += kParting;
    kept += paragraph;
  }
  if (removed_bytes > kept.size()) return {};
  if (!removed.empty()) article.body = std::move(kept);
  return removed;
}

CountedParagraphs::CountedParagraphs(const Article& article) : source_(article.source) {
  const std::vector<std::string_view> paragraphs = paragraphs_of(article.body);
  if (paragraphs.size() < 2) return;
  longest_ = hash_of(source_, *std::ranges::max_element(paragraphs, {}, &std::string_view::size));
  for (const std::string_view paragraph : std::span(paragraphs).subspan(1))
    if (can_be_repeated(paragraph)) hashes_.push_back(hash_of(source_, paragraph));
}

void RepetitionCounter::add(const CountedParagraphs& paragraphs) {
  if (!paragraphs.longest_) return;
  if (longest_.size() >= max_paragraphs_) longest_.clear();
  if (!longest_.insert(*paragraphs.longest_).second) return;
  const auto [source, is_new] =
      sources_.try_emplace(paragraphs.source_, std::uint32_t(sources_.size()));
  if (is_new) articles_.push_back(0);
  const std::uint32_t number = ++articles_[source->second];
  for (const std::uint64_t hash : paragraphs.hashes_) {
    Count& count = counts_[hash];
    count.source = source->second;
    if (std::exchange(count.last_article, number) != number) ++count.articles;
  }
  if (counts_.size() > max_paragraphs_) forget_rare();
}

void RepetitionCounter::forget_rare() {
  for (std::uint32_t most = 1; counts_.size() > max_paragraphs_ / 2; most *= 2)
    std::erase_if(counts_, [most](const auto& each) { return each.second.articles <= most; });
}

RepeatedParagraphs RepetitionCounter::repeated() const {
  RepeatedParagraphs repeated;
  for (const auto& [hash, count] : counts_)
    if (count.articles >= kMinArticles &&
        std::uint64_t{count.articles} * kMinShare >= articles_[count.source])
      repeated.hashes_.insert(hash);
  return repeated;
}

}  // namespace backfile
