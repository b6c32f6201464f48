// Which words an archive hardly knows, and which of its own were meant. The
// rules are those of searcher/did_you_mean.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/schema.h"
#include "common/tokenizer.h"

namespace backfile {

// A word is a query's, in a field or, with nullptr, in all text. Answers are forms, in lower case.
class Speller {
 public:
  // Both live longer.
  Speller(const Xapian::Database& database, const std::vector<std::string>& languages);

  // The word that was meant, when this one is rare.
  std::optional<std::string> better(const Token& word, const Field* field);

  // The word with other accents, when no article has it with its own.
  std::optional<std::string> accented(const Token& word, const Field* field) const;

  // The two words that are run together in this one, when no article has it.
  std::optional<std::pair<std::string, std::string>> parted(const Token& word, const Field* field);

  // The one word that stands as two in all text, `left` and `right`, of which one is in no article.
  std::optional<std::string> joined(std::string_view left, std::string_view right);

 private:
  Xapian::doccount articles(std::string_view folded, std::string_view prefix) const;
  Xapian::doccount known(const Token& word, const Field* field);
  std::optional<std::string> nearest(std::string_view folded, std::string_view prefix,
                                     Xapian::doccount articles) const;

  const Xapian::Database& database_;
  const std::vector<std::string>& languages_;
  Analyzer analyzer_;
  Xapian::doccount rare_;      // at most so many articles have a rare word
  Xapian::doccount seldom_;    // and so many one that may be wrong at all
  Xapian::doccount least_;     // at least so many have a candidate
  Xapian::doccount frequent_;  // and each part of two words run together
  std::size_t searches_ = 0;   // rare words so far
};

}  // namespace backfile
