#include "searcher/spelling/near_texts.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace backfile {

NearTexts::NearTexts(std::u32string word, unsigned max_edits)
    : word_(std::move(word)), max_edits_(max_edits), rows_(1, Row(word_.size() + 1)) {
  std::iota(rows_.front().begin(), rows_.front().end(), 0);
}

std::optional<unsigned> NearTexts::edits(std::u32string_view text) {
  const auto parting = std::ranges::mismatch(read_, text);
  cut(std::size_t(parting.in1 - read_.begin()));
  for (const char32_t letter : text.substr(read_.size())) {
    push(letter);
    if (is_alive()) continue;
    cut(read_.size() - 1);
    least_ = letter + 1;
    return std::nullopt;
  }
  least_ = 0;
  const unsigned distance = rows_.back().back();
  return distance <= max_edits_ ? std::optional(distance) : std::nullopt;
}

std::optional<std::u32string> NearTexts::next() {
  while (true) {
    if (const auto letter = follower(least_)) return read_ + *letter;
    if (read_.empty()) return std::nullopt;
    least_ = read_.back() + 1;
    cut(read_.size() - 1);
  }
}

void NearTexts::push(char32_t letter) {
  const std::size_t read = read_.size();
  const Row& above = rows_.back();
  Row row(word_.size() + 1);
  row[0] = std::uint8_t(above[0] + 1);
  for (std::size_t i = 1; i < row.size(); ++i) {
    unsigned least = std::min(above[i], row[i - 1]) + 1U;
    least = std::min(least, above[i - 1] + (word_[i - 1] == letter ? 0U : 1U));
    if (read > 0 && i > 1 && word_[i - 2] == letter && word_[i - 1] == read_.back())
      least = std::min(least, rows_[read - 1][i - 2] + 1U);
    row[i] = std::uint8_t(least);
  }
  rows_.push_back(std::move(row));
  read_ += letter;
}

void NearTexts::cut(std::size_t letters) {
  read_.resize(letters);
  rows_.resize(letters + 1);
}

bool NearTexts::is_alive() const { return std::ranges::min(rows_.back()) <= max_edits_; }

// The least letter, from `least` on, that keeps alive what is read. With an edit to spare that is
// any; without, the word must go on as it is, or its last letter and the next have been swapped.
std::optional<char32_t> NearTexts::follower(char32_t least) const {
  constexpr char32_t kLast = 0x10FFFF;
  const Row& row = rows_.back();
  if (std::ranges::min(row) < max_edits_)
    return least <= kLast ? std::optional(least) : std::nullopt;
  std::optional<char32_t> found;
  const auto offer = [&](char32_t letter) {
    if (letter >= least && (!found || letter < *found)) found = letter;
  };
  for (std::size_t i = 0; i < word_.size(); ++i) {
    if (row[i] <= max_edits_) offer(word_[i]);
    if (i > 0 && !read_.empty() && word_[i] == read_.back() &&
        rows_[read_.size() - 1][i - 1] < max_edits_)
      offer(word_[i - 1]);
  }
  return found;
}

}  // namespace backfile
