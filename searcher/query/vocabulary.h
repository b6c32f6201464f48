// The archive's own words, as the planner asks for them. Terms are those of
// common/terms.h; `prefix` is a field's, none for all text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"

namespace backfile {

class Vocabulary {
 public:
  // `database` outlives the vocabulary.
  explicit Vocabulary(const Xapian::Database& database) : database_(database) {}

  // Those of `terms` that some article has.
  std::vector<std::string> present(std::vector<std::string> terms) const;

  // The terms that begin with any of `starts`; nothing when they are more than `max`.
  std::optional<std::vector<std::string>> beginning_with(const std::vector<std::string>& starts,
                                                         std::size_t max) const;

  // The terms with positions of which one stands wherever an article in `language` ("" for all
  // without a stemmer) has a word of the same stem as `token`. Empty when there is none.
  std::vector<std::string> placed_terms(const Token& token, const std::string& language,
                                        std::string_view prefix);

  // The years that articles are dated in, in order.
  std::vector<int> years() const;

 private:
  // Appends to `terms` those of begin*, all being written as `prefix` + word, whose word has one of
  // `stems` in `language`.
  void append_words(const std::string& prefix, std::string_view beginning,
                    const std::string& language, const std::vector<std::string>& stems,
                    std::vector<std::string>& terms);

  const Xapian::Database& database_;
  Analyzer analyzer_;
};

}  // namespace backfile
